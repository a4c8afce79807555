/* Generated from core/experiment/spec.schema.json by `npm run types`. Do not edit. */

/**
 * Everything needed to repeat a run. What is left out takes the default of the task; unknown fields are errors. Rules between fields that a schema cannot express are given in the descriptions and checked by the program.
 */
export interface ExperimentSpec {
  /**
   * Version of this format.
   */
  version: 1;
  /**
   * What the network learns.
   */
  task: TwoPointsTask | XorTask | ImagesTask | FeatureCollapseTask | PlaneTask;
  network: NetworkSpec;
  training: TrainingSpec;
  observe: ObserveSpec;
  /**
   * Seed of the random streams: initial weights and the order of batches. The same seed gives the same run on every machine.
   */
  seed: number;
}
/**
 * Two points on a line: inputs -1 and -1 + sqrt(dx2), targets 0.6 and 0.6 + sqrt(dy2) unless they are centred on zero.
 */
export interface TwoPointsTask {
  kind: 'two_points';
  /**
   * Squared distance of the inputs, |x2 - x1|^2.
   */
  dx2: number;
  /**
   * Squared distance of the targets, |y2* - y1*|^2.
   */
  dy2: number;
  /**
   * Where the targets lie: at 0.6 and 0.6 + sqrt(dy2) (paper), or at -sqrt(dy2) / 2 and sqrt(dy2) / 2 (centred), so that only their difference is to be learnt and not their mean.
   */
  targets: 'paper' | 'centred';
}
/**
 * Exclusive or: inputs 00, 01, 10, 11 with targets 0, 1, 1, 0.
 */
export interface XorTask {
  kind: 'xor';
}
/**
 * A subset of a labelled picture set. Picture k of the training or of the held-out part has class classes[k % number of classes]; targets are one-hot, one output per class.
 */
export interface ImagesTask {
  kind: 'images';
  /**
   * Where the pictures come from: MNIST's digits or Fashion-MNIST's clothes (28 x 28), CIFAR-10's photographs (32 x 32 in colour), each normalised by the mean and standard deviation of its whole training set; or the caller's own (custom), of any size, grey or in colour, each channel normalised by its mean and standard deviation over the training pictures.
   */
  source: 'mnist' | 'fashion_mnist' | 'cifar10' | 'custom';
  /**
   * Labels to use, in the order of the network's outputs.
   */
  classes: number[];
  /**
   * Number of training pictures, at least the number of classes. The picture set may hold fewer; that is found when the run is made.
   */
  train_count: number;
  /**
   * Number of pictures kept for testing, at least the number of classes.
   */
  held_out_count: number;
}
/**
 * Pictures (5 x 5) of one Gaussian blob at a grid of centres over [-1, 1]^2, each with a context that says which of the centre's coordinates is asked for.
 */
export interface FeatureCollapseTask {
  kind: 'feature_collapse';
  /**
   * Centres along each side of the grid; there are 2 * side * side training points.
   */
  side: number;
}
/**
 * Points in the plane, each with a class or a number as its target: of a shape that is generated, or one's own. With classes, targets are one-hot, one output per class.
 */
export interface PlaneTask {
  kind: 'plane';
  /**
   * Where the points lie: about the corners of a square or all over it, with opposite ones in one class (xor_corners, xor_clouds); in a disc and a ring about it (circles); along two half circles (moons) or two arms wound into each other (spirals); one cloud a class (gaussians); four by four squares (checkerboard); above or below the graph of sin(pi x) / 2 (sine); with numbers to be fitted, sin(pi x) cos(pi y / 2) (surface); or where the spec says (own).
   */
  shape:
    | 'own'
    | 'xor_corners'
    | 'xor_clouds'
    | 'circles'
    | 'moons'
    | 'spirals'
    | 'gaussians'
    | 'checkerboard'
    | 'sine'
    | 'surface';
  /**
   * Own points only: whether each has a class or a number.
   */
  target?: 'class' | 'number';
  /**
   * Gaussians and own points with classes only: number of classes.
   */
  classes?: number;
  /**
   * Generated shapes only: number of points, trained on or held out.
   */
  count?: number;
  /**
   * Generated shapes only: standard deviation by which points are moved off their shape in x and in y, or numbers off the surface. The square that shapes lie in is [-1, 1]^2.
   */
  noise?: number;
  /**
   * Generated shapes only: seed of the points' places.
   */
  seed?: number;
  /**
   * Own points only, at most 500: x, y and class (from 0) or number of one after another, numbers from -10 to 10; so three entries a point.
   */
  points?: number[];
  /**
   * Share of the points that is not trained on but kept for testing; it has to leave two or more to train on. Which ones follows from their order alone.
   */
  held_out: number;
  /**
   * What the network sees of a point, an input each.
   */
  features: ('x' | 'y' | 'x_squared' | 'y_squared' | 'xy' | 'sin_pi_x' | 'sin_pi_y')[];
}
/**
 * A network of hidden layers, equally wide unless widths says otherwise, and a linear output layer; weights start Xavier-normal times gain, biases at zero. What a run takes of the memory must stay within 1.5 GB in a page, and within half of the machine's memory on the command line.
 */
export interface NetworkSpec {
  /**
   * The architecture: fully connected layers (mlp); the same, where each hidden layer adds the one skip_length layers before (residual); or, after a fully connected first layer, one-dimensional convolutions (convolutional); or self-attention blocks on tokens, with skip connections and layer norm (attention); or, for images alone, two-dimensional convolutions that keep the picture's size (picture_convolutional).
   */
  kind: 'mlp' | 'residual' | 'convolutional' | 'attention' | 'picture_convolutional';
  /**
   * Units in each hidden layer; not for picture_convolutional, which has channels at every pixel. Default 500; 200 for images, 100 for feature collapse, 16 for the plane.
   */
  width: number;
  /**
   * Number of hidden layers. Default 20; 4 for images and feature collapse, 3 for the plane.
   */
  hidden_layers: number;
  /**
   * Nonlinearity after every hidden layer (leaky_relu has slope 0.01 below zero). Default leaky_relu; tanh for feature collapse and the plane.
   */
  activation: 'leaky_relu' | 'relu' | 'tanh' | 'elu' | 'silu' | 'linear';
  /**
   * Factor on the initial weights, whose standard deviation is gain * sqrt(2 / (inputs + outputs of the layer)). Default 1; 0.85 for xor, 0.5 for images and feature collapse.
   */
  gain: number;
  /**
   * Factor on the initial weights after the observed hidden layer, those of the decoder, where it differs from gain, which is then that of the encoder; or the same.
   */
  decoder_gain: 'same' | number;
  /**
   * Probability with which each hidden unit is set to zero in a training step, the others being scaled up to keep the mean. What is recorded is measured without it.
   */
  dropout: number;
  /**
   * Probability with which each input is set to zero likewise. With the same probability as dropout, every linear layer has dropout before it.
   */
  input_dropout: number;
  /**
   * Residual only: how many hidden layers back the one lies that a layer adds. The first skip_length hidden layers add none.
   */
  skip_length: number;
  /**
   * Convolutional networks only: how many of a hidden layer's units lie at one place; a divisor of width in the one-dimensional kind with padding same. Default 20; 8 for picture_convolutional.
   */
  channels?: number;
  /**
   * Convolutional networks only: number of neighbouring places along each side that a convolution takes in; odd. Default 11; 3 for picture_convolutional.
   */
  kernel?: number;
  /**
   * One-dimensional convolutions only: what lies beyond the border. same: zeros, so that every hidden layer has width units, width / channels places of them. valid: nothing; the first hidden layer has one unit at each of width places, each convolution loses kernel - 1 places and makes channels numbers at each of the others, and the last one number.
   */
  padding: 'same' | 'valid';
  /**
   * Attention only: tokens that the units of a hidden layer are divided into; a divisor of width.
   */
  tokens?: number;
  /**
   * Multilayer perceptrons (mlp) only: units of each hidden layer by itself, one entry for each of hidden_layers; or the same in all, width.
   */
  widths: 'same' | number[];
  /**
   * Nonlinearity after each hidden layer by itself, one entry for each of hidden_layers; or the same after all, activation.
   */
  activations: 'same' | ('leaky_relu' | 'relu' | 'tanh' | 'elu' | 'silu' | 'linear')[];
  /**
   * Attention only: independent parts in which tokens attend to one another; a divisor of width / tokens.
   */
  heads?: number;
}
/**
 * How the network learns.
 */
export interface TrainingSpec {
  /**
   * How gradients become weight changes: stochastic gradient descent (sgd), or Adam with the decay rates 0.9 and 0.999 (adam).
   */
  optimizer: 'sgd' | 'adam';
  /**
   * Step size of an update. Default 0.01; 0.015 for xor and feature collapse, 0.003 for images, 0.1 for the plane.
   */
  learning_rate: number;
  /**
   * Points per update, at most the number of training points, or all of them. Default full; for images and feature collapse 64, for the plane 32, or all points if they are fewer.
   */
  batch: 'full' | number;
  /**
   * Passes over the training set. Default 3000; 200 for images, 1500 for feature collapse, 2000 for the plane.
   */
  epochs: number;
  /**
   * Squared error averaged over points and outputs (mse), or half of it; or, for tasks with classes (images, and points in the plane with classes), the cross-entropy of the outputs' softmax averaged over points, for which the theory makes no prediction. Default half_mse; mse for xor.
   */
  loss: 'half_mse' | 'mse' | 'cross_entropy';
  /**
   * Of sgd, and 0 with adam: what is kept of the last step's direction. v = momentum v + gradient, and the step is learning_rate v.
   */
  momentum: number;
  /**
   * L1 penalty: l1 times the sum of |w| over all weights w (biases are none) is added to the loss that training minimises. Recorded losses are without it.
   */
  l1: number;
  /**
   * L2 penalty: l2 / 2 times the sum of w^2 over all weights w (biases are none) is added likewise; what PyTorch calls weight decay.
   */
  l2: number;
}
/**
 * What is recorded.
 */
export interface ObserveSpec {
  /**
   * Hidden layer whose activations are taken as the representation, counted from 0, below hidden_layers. Default hidden_layers / 2, rounded down.
   */
  layer: number;
  /**
   * Epochs between two records, at most epochs; a run may record 50 million numbers in all. Default epochs / 300, rounded down, at least 1.
   */
  every: number;
  /**
   * Which training points are observed, as different indices from 0, below the number of training points. Two points: always [0, 1]; xor: always [0, 1, 2, 3]; images, feature collapse and the plane: two, by default [0, 1].
   */
  points?: number[];
}
