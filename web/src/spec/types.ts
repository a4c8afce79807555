/** An experiment's description, as published in the schema, and a named one. */
export type Activation = 'leaky_relu' | 'relu' | 'tanh' | 'elu' | 'silu' | 'linear';

export interface TwoPointsTask {
  kind: 'two_points';
  dx2: number;
  dy2: number;
}
export interface XorTask {
  kind: 'xor';
}
export interface ImagesTask {
  kind: 'images';
  source: 'mnist' | 'custom';
  classes: number[];
  train_count: number;
  held_out_count: number;
}

export interface Spec {
  version: 1;
  task: TwoPointsTask | XorTask | ImagesTask;
  network: {
    kind: 'mlp';
    width: number;
    hidden_layers: number;
    activation: Activation;
    gain: number;
  };
  training: {
    optimizer: 'sgd';
    learning_rate: number;
    batch: 'full' | number;
    epochs: number;
    loss: 'half_mse' | 'mse';
  };
  observe: { layer: number; every: number; points?: number[] };
  seed: number;
}

export interface Preset {
  name: string;
  title: string;
  summary: string;
  spec: Spec;
}
