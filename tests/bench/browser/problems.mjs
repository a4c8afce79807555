// The training steps that are timed, as our specs and as the sizes from which TensorFlow.js makes the same networks.

const MANY_EPOCHS = 1_000_000;

// Observing is kept out of the measurement: the first record is made before it, the next a million
// epochs on. Learning rates are small enough for any number of steps to stay finite.
export const problems = [
  {
    name: 'digits: 784-200x4-10, batch 64',
    native: 'Digits',
    limit: 'products',
    sizes: [784, 200, 200, 200, 200, 10],
    batch: 64,
    batches: 16,
    learningRate: 0.001,
    imageCount: 1124,
    spec: {
      version: 1,
      task: {
        kind: 'images',
        source: 'mnist',
        classes: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
        train_count: 1024,
        held_out_count: 100,
      },
      network: { kind: 'mlp', width: 200, hidden_layers: 4, activation: 'leaky_relu', gain: 1 },
      training: {
        optimizer: 'sgd',
        learning_rate: 0.001,
        batch: 64,
        epochs: MANY_EPOCHS,
        loss: 'half_mse',
      },
      observe: { layer: 2, every: MANY_EPOCHS, points: [0, 1] },
      seed: 1,
    },
  },
  {
    name: 'two points: 20 layers x 500, batch 2',
    native: 'TwoPoints',
    limit: 'passes',
    sizes: [1, ...Array(20).fill(500), 1],
    batch: 2,
    batches: 1,
    learningRate: 0.001,
    imageCount: 0,
    spec: {
      version: 1,
      task: { kind: 'two_points', dx2: 1, dy2: 0.5 },
      network: { kind: 'mlp', width: 500, hidden_layers: 20, activation: 'leaky_relu', gain: 1 },
      training: {
        optimizer: 'sgd',
        learning_rate: 0.001,
        batch: 'full',
        epochs: MANY_EPOCHS,
        loss: 'half_mse',
      },
      observe: { layer: 10, every: MANY_EPOCHS },
      seed: 1,
    },
  },
  {
    name: 'feature collapse: 27-100x4-1, 1,800 points, batch 64',
    limit: 'products',
    sizes: [27, 100, 100, 100, 100, 1],
    batch: 64,
    batches: 29,
    learningRate: 0.001,
    imageCount: 0,
    spec: {
      version: 1,
      task: { kind: 'feature_collapse', side: 30 },
      network: { kind: 'mlp', width: 100, hidden_layers: 4, activation: 'leaky_relu', gain: 1 },
      training: { optimizer: 'sgd', learning_rate: 0.001, batch: 64, epochs: MANY_EPOCHS, loss: 'half_mse' },
      observe: { layer: 2, every: MANY_EPOCHS, points: [0, 1] },
      seed: 1,
    },
  },
  {
    name: 'plane: 2-16x3-2, batch 32',
    limit: 'products',
    sizes: [2, 16, 16, 16, 2],
    batch: 32,
    batches: 5,
    learningRate: 0.001,
    imageCount: 0,
    spec: {
      version: 1,
      task: { kind: 'plane', shape: 'circles', count: 200, noise: 0.05, seed: 1, held_out: 0.2, features: ['x', 'y'] },
      network: { kind: 'mlp', width: 16, hidden_layers: 3, activation: 'leaky_relu', gain: 1 },
      training: { optimizer: 'sgd', learning_rate: 0.001, batch: 32, epochs: MANY_EPOCHS, loss: 'half_mse' },
      observe: { layer: 1, every: MANY_EPOCHS, points: [0, 1] },
      seed: 1,
    },
  },
];
