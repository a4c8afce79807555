/**
 * The messages between a page and its engine worker, both directions, in one place.
 *
 * The page sends a `Request` with an id of its own; the worker answers each with exactly one `Reply`
 * of the same id, and between replies it posts `Event`s, which have no id. Documents (specs, fits)
 * keep the field names they have in files and on the command line, so a result can be saved as it is.
 */
import type { Spec } from '../spec/types.ts';

/** Why a spec is refused: the dotted path of the field, what it holds, and what it may hold. */
export interface Problem {
  field: string;
  value: string;
  allowed: string;
  message: string;
}

export type Validation = { spec: Spec; problem?: undefined } | { problem: Problem; spec?: undefined };

/** What an experiment is, once created. */
export interface Description {
  /** The whole spec, defaults filled in. */
  spec: Spec;
  /** Names of the columns of a record: "t", "loss", "y_0_1", "h_0_1_layer_10", … */
  columns: string[];
  parameters: number;
  /** Bytes of memory that the run takes. */
  memory: number;
  steps_per_epoch: number;
  total_epochs: number;
  hidden_layers: number;
  /** Units of each hidden layer. */
  hidden_widths: number[];
  /** Number of observed points. */
  observed_points: number;
  /** Images only (else empty): labels of the training and held-out points, and their place in the file. */
  train_labels: number[];
  held_out_labels: number[];
  train_indices: number[];
  held_out_indices: number[];
}

export type RunState = 'idle' | 'running' | 'paused' | 'finished' | 'diverged';

export interface Status {
  state: RunState;
  /** Epochs done, of `epochs` in all. */
  epoch: number;
  epochs: number;
  /** Measured lately; 0 until known. */
  epochs_per_second: number;
  /** Estimated seconds to the end at that rate; null when unknown. */
  remaining_seconds: number | null;
  /** Why it diverged, or empty. */
  message: string;
}

/** Factors of the terms of the three equations, each 1 when absent (see core/theory/equations). */
export interface SystemTerms {
  h_scale?: number;
  y_scale?: number;
  y_first?: number;
  y_second?: number;
  w_first?: number;
  w_last?: number;
}

/** The equations to fit: "paper", the name of an altered system, or factors of one's own. */
export type System = string | SystemTerms;

/** Which trajectory to fit: that of a pair of observed points at a hidden layer of this experiment… */
export interface RecordedTrajectory {
  layer: number;
  /** Indices among the observed points; [0, 1] when absent. */
  pair?: readonly [number, number];
}

/** … or rows of one's own: t, h, y, w, loss, mean (the last two may be NaN), six doubles a row. */
export interface GivenTrajectory {
  rows: Float64Array;
}

export interface FitRequest {
  trajectory: RecordedTrajectory | GivenTrajectory;
  /** |x2 - x1|^2 and |y2* - y1*|^2; taken from the spec for two points and XOR. */
  dx2?: number;
  dy2?: number;
  system?: System;
}

/** A fit of the three equations to a trajectory. */
export interface Fit {
  eta_h: number;
  eta_y: number;
  /** eta_h / eta_y. */
  ratio: number;
  /** Standard error of each rate, relative to it; null when unknown. */
  relative_error: { eta_h: number | null; eta_y: number | null };
  /** Plain sum of squared errors over h, y and w, all records. */
  sse: number;
  r2_h: number;
  r2_y: number;
  r2_w: number;
  /** Closed-form final squared distance at the fitted ratio; NaN when there is none. */
  final_h: number;
  converged: boolean;
  evaluations: number;
  /** Rate of the mean output, fitted to the loss curve; absent without one. */
  eta_m?: number;
  loss?: { initial_mean_error: number; sse: number; r2: number };
  /** The start the theory was integrated from, and the constants used. */
  h0: number;
  y0: number;
  w0: number;
  dx2: number;
  dy2: number;
}

export interface TheoryRequest {
  h0: number;
  y0: number;
  w0: number;
  dx2: number;
  dy2: number;
  eta_h: number;
  eta_y: number;
  system?: System;
  /** In epochs, from 0. */
  until: number;
  /** Number of evenly spaced times, both ends included. */
  points: number;
}

/** Columns of the same length. */
export interface TheoryCurve {
  t: Float64Array;
  h: Float64Array;
  y: Float64Array;
  w: Float64Array;
}

/** Final squared distances: one pair, or arrays of the same length for many. */
export interface PredictRequest {
  h0: number | readonly number[];
  y0: number | readonly number[];
  dx2: number | readonly number[];
  dy2: number | readonly number[];
  /** eta_h / eta_y. */
  ratio: number;
}

export interface Hidden {
  /** observed points x width, row by row. */
  values: Float32Array;
  points: number;
  width: number;
}

/** Where to look at all training points, and how to place them. */
export interface EmbeddingRequest {
  layer: number;
  /**
   * Classical multidimensional scaling of the Euclidean distances ('mds', the default) or principal component
   * analysis ('pca'). Both give the same coordinates (Torgerson 1952); the word is for those who ask.
   */
  method?: 'pca' | 'mds';
  /** 1 to 10; 3 when absent. */
  dimensions?: number;
  /**
   * A picture of the same points and dimensions, row by row, onto which this one is turned by a rotation or
   * reflection (orthogonal Procrustes); what the points leave open is turned as little as possible.
   */
  onto?: Float32Array;
}

/**
 * All training points placed in a few dimensions by their activations in a hidden layer. Axes keep their
 * direction from look to look, until the experiment is reset or made anew.
 */
export interface Embedding {
  /** points x dimensions, row by row; every dimension has mean zero. */
  coordinates: Float32Array;
  points: number;
  dimensions: number;
  /** For each dimension the share of all variance that it showed before it was turned, in descending order. */
  explained: number[];
  /** When this was: epochs trained so far. */
  epoch: number;
}

/** Squared distances of the same points at successive moments, to be placed in a few dimensions. */
export interface ScalingRequest {
  /** moments x pairs, moment by moment; pairs i < j in the order (0,1), (0,2), …, (1,2), … */
  squaredDistances: Float64Array;
  /** 2 to 200. */
  points: number;
  /** 1 to 10; 2 when absent. */
  dimensions?: number;
  /** A picture of the points (points x dimensions), onto which the first is turned; its scale does not matter. */
  onto?: readonly number[] | Float64Array;
}

/**
 * Classical multidimensional scaling of every moment's distances, each picture turned by a rotation or reflection
 * onto the one before (orthogonal Procrustes).
 */
export interface Scaling {
  /** moments x points x dimensions; every picture has its mean in the middle. */
  coordinates: Float64Array;
  /** One a moment: the share of the squared distances that the dimensions hold, 0 to 1. */
  shares: Float64Array;
}

export interface ActivationsRequest {
  /** How many training points, 3 to 200; 100 when absent, or all there are if they are fewer. */
  points?: number;
}

/** Every layer at chosen training points: the inputs, each hidden layer, the outputs. */
export interface Activations {
  /** All of it as one block, for `alignment` and `overlay`. */
  block: Float32Array;
  /** Which training points, and a label for each. */
  points: number[];
  labels: number[];
  /** Numbers of each representation. */
  widths: number[];
  /** When this was: epochs trained so far. */
  epoch: number;
}

/** Activations of networks at the same points, and which pairs of them to compare (numbers of blocks, from 0). */
export interface AlignmentRequest {
  blocks: readonly Float32Array[];
  pairs: readonly (readonly [number, number])[];
  /** A network, its twin that learns shuffled targets, and the same of another: each with the other's twin, and their mean. */
  shuffled?: readonly (readonly [number, number, number, number])[];
}

/** How alike every representation of one block is to every one of another: rows x columns, row by row; NaN where undefined. */
export interface Alignment {
  rows: number;
  columns: number;
  /** Linear centred kernel alignment, 0 to 1. */
  cka: Float64Array;
  /** Correlation of the distances of all pairs of points, -1 to 1. */
  rsa: Float64Array;
  /** Half the squared distance that remains after turning and scaling, 0 to 1. */
  procrustes: Float64Array;
}
/** One for each pair, and then for each of `shuffled`. */
export type Alignments = Alignment[];

/** A representation of each of two blocks, by their numbers (0 is the inputs), in one picture. */
export interface OverlayRequest {
  blocks: readonly [Float32Array, Float32Array];
  layers: readonly [number, number];
  /** 1 to 10; 3 when absent. */
  dimensions?: number;
  /** A picture of the first (points x dimensions), onto which both are turned as one. */
  onto?: Float32Array;
}

/** Both centred and of one size, the second turned onto the first (orthogonal Procrustes), along the first's axes. */
export interface Overlay {
  points: number;
  dimensions: number;
  /** Of the first's spread, what the picture shows: 0 to 1. */
  share: number;
  /** In all dimensions; NaN where one has no spread. */
  procrustes: number;
  /** points x dimensions each. */
  first: Float32Array;
  second: Float32Array;
}

export interface CloudRequest {
  layer: number;
  /** How many training points, from the first on: 2 to all. */
  points: number;
  /** How many nearest others of each are wanted, 0 to 20; 0 when absent. */
  neighbours?: number;
  /** A picture before, of the same points, onto which this one is turned. */
  onto?: Pick<LayerCloud, 'solid' | 'flat'>;
}

/** How a layer gathers points by class, the marks of neural collapse; NaN where undefined (core/observe/neural_collapse.hpp). */
export interface Gathering {
  /** Mean square within classes over that between their means. */
  spread: number;
  /** Mean over pairs of class means of how far their cosine is from that of a simplex's corners. */
  angles: number;
  /** Cosine between class means and the weights of the last layer; of the last hidden layer alone. */
  agreement: number;
}

/** A hidden layer's points placed for drawing, both in space and in the plane. */
export interface LayerCloud extends Gathering {
  points: number;
  /** Shares of the variance that three axes show. */
  explained: number[];
  /** points x 3, and points x 2; every dimension has mean zero. */
  solid: Float32Array;
  flat: Float32Array;
  /** points x those asked for: the numbers of the nearest others in the layer, nearest first. */
  neighbours: Uint16Array;
  /** When this was: epochs trained so far. */
  epoch: number;
}

export interface StructureRequest {
  layer: number;
  /**
   * How many training points, at most 200; for feature collapse 2 m^2, a grid of m x m centres in both contexts.
   * When absent 100 (98 for feature collapse), or all there are if they are fewer.
   */
  points?: number;
  /** eta_h / eta_y, shared by all pairs; when absent, the one whose predictions come closest to what is measured. */
  ratio?: number;
  /** Whether to ask what chance gives, which takes as long as 400 correlations. */
  chance?: boolean;
}

/** Pearson correlations with the measured squared distances; NaN where there is none. */
export interface StructureCorrelation {
  initial: number;
  predicted: number;
  smoothed: number;
  /** Of |x_i - x_j| |y_i - y_j| alone. */
  pairs: number;
  /** Of 0 for pairs of one label and 1 for others, which needs no theory. */
  sameClass: number;
  /** What 95 of 100 random orders of the points stay below; NaN unless asked for. */
  chance: number;
}

/** How a hidden layer arranges many points, and how theory says it should. Matrices are n x n, row by row. */
export interface Structure {
  /** Which training points, in the order of the rows: pictures by label; feature collapse by context, then by
   * the relevant coordinate, then by the irrelevant one. */
  points: number[];
  /** One a point: a picture's label; for feature collapse the context. */
  labels: number[];
  ratio: number;
  ratioFitted: boolean;
  /** Squared hidden distances before learning, and now. */
  initial: Float64Array;
  measured: Float64Array;
  /** The closed form of every pair as if it were alone. */
  predicted: Float64Array;
  /** The prediction smoothed over neighbours, K P K: its scale means nothing, and its diagonal is not zero. */
  smoothed: Float64Array;
  correlation: StructureCorrelation;
  /** Without pairs of one label, whose blocks alone make a correlation high. */
  correlationAcrossClasses: StructureCorrelation;
}

/** How to look at the whole plane: a square grid of inputs, of whose points some are also those of maps and bent lines. */
export interface SurfaceRequest {
  layer: number;
  /** The square is [-extent, extent] x [-extent, extent]; 1.25 when absent. */
  extent?: number;
  /** Points of the grid along a side; 101 when absent. */
  across?: number;
  /** Every so many of them are of the units' maps (2), and of the bent lines (5); divisors of across - 1. */
  map_every?: number;
  line_every?: number;
  /**
   * The places of a look before, whose bent grid had as many points: where places lie along principal components, they are
   * turned as a whole until the grid lies nearest to where it lay (orthogonal Procrustes).
   */
  onto?: Float32Array;
  /** Whether the parameters of the same moment are wanted as well. */
  weights?: boolean;
}

/** What the network makes of the plane. Grids begin at (-extent, -extent) and go along x first. */
export interface Surface {
  across: number;
  /** Points of a unit's map, and of the bent grid, along a side. */
  mapped: number;
  lined: number;
  units: number;
  outputs: number;
  points: number;
  /** Whether places in the layer are its activations themselves, as in one of up to three units. */
  exact: boolean;
  /** Shares of the variance that the three axes show; zeros where the places are exact. */
  explained: number[];
  /** x, y and target of every point, trained on or held out, in the task's order. */
  data: Float32Array;
  /** The outputs at the grid: outputs x across x across. */
  surface: Float32Array;
  /** Activations of the layer's units: units x mapped x mapped. */
  maps: Float32Array;
  /** Where the layer puts the bent grid (lined x lined x 3), and then the points (points x 3). */
  places: Float32Array;
  /** All parameters, where they were asked for: layer by layer the weights (outputs x inputs), then the biases. */
  weights?: Float32Array;
  /** When this was: epochs trained so far. */
  epoch: number;
  /** Milliseconds that the look took the worker. */
  milliseconds: number;
}

/** The training step that comes next, of a small network, and the epochs trained before it. */
export interface StepNumbers {
  /** As `Trainer::show_step` has them (core/training/trainer.hpp). */
  numbers: Float32Array;
  epoch: number;
}

export interface HeldOut {
  /** held-out images x outputs, row by row. */
  outputs: Float32Array;
  outputsPerImage: number;
  count: number;
}

/** Each request by name: what it takes and what it gives. */
export interface Requests {
  validate: { takes: { spec: unknown }; gives: Validation };
  /** Replaces the worker's experiment. A refused spec leaves the old one as it was. */
  create: {
    takes: { spec: Spec; images?: ArrayBuffer; labels?: ArrayBuffer };
    gives: Description;
  };
  /** speed: epochs per second at most; absent or null, as fast as it goes. */
  run: { takes: { speed?: number | null }; gives: Status };
  pause: { takes: Record<never, never>; gives: Status };
  step: { takes: { epochs: number }; gives: Status };
  /** Back to the initial weights of the same seed. */
  reset: { takes: Record<never, never>; gives: Status };
  dispose: { takes: Record<never, never>; gives: null };
  fit: { takes: FitRequest; gives: Fit };
  theory: { takes: TheoryRequest; gives: TheoryCurve };
  predict: { takes: PredictRequest; gives: { final_h: number | number[] } };
  hidden: { takes: { layer: number }; gives: Hidden };
  held_out: { takes: Record<never, never>; gives: HeldOut };
  embedding: { takes: EmbeddingRequest; gives: Embedding };
  /** Of numbers that the page brings; needs no experiment. */
  scaling: { takes: ScalingRequest; gives: Scaling };
  alignment: { takes: AlignmentRequest; gives: Alignments };
  overlay: { takes: OverlayRequest; gives: Overlay };
  cloud: { takes: CloudRequest; gives: LayerCloud };
  activations: { takes: ActivationsRequest; gives: Activations };
  /** Gives the training points each other's targets, and begins anew at the initial weights. */
  shuffle_targets: { takes: Record<never, never>; gives: Status };
  structure: { takes: StructureRequest; gives: Structure };
  surface: { takes: SurfaceRequest; gives: Surface };
  /** Goes on from the present parameters with one of them changed. */
  set_parameter: { takes: { index: number; value: number }; gives: null };
  /** The training step that comes next; it is not taken. */
  next_step: { takes: Record<never, never>; gives: StepNumbers };
  /** Goes on from the present weights with other points in the plane; what is new of the description. */
  replace_points: { takes: { spec: Spec }; gives: { replaced: Description } };
}

export type RequestName = keyof Requests;
export type Takes<N extends RequestName> = Requests[N]['takes'];
export type Gives<N extends RequestName> = Requests[N]['gives'];

export type Request = {
  [N in RequestName]: { id: number; name: N; body: Takes<N> };
}[RequestName];

/** Tells the worker that nobody waits for this answer any more. */
export interface Cancel {
  cancel: number;
}

/** First message to a worker: the compiled core. */
export interface Start {
  start: { module: WebAssembly.Module };
}

/** The compiled algebra, before the first request that needs it: `scaling`, `alignment`, `overlay`, `cloud`, or a turned `embedding` or `surface`. */
export interface StartAlgebra {
  algebra: { module: WebAssembly.Module };
}

export type FailureKind =
  /** The spec or an argument is not acceptable; `problem` says which. */
  | 'invalid'
  /** Asked of an experiment before one was created. */
  | 'no_experiment'
  /** The WebAssembly module could not be loaded or this browser has none. */
  | 'load'
  /** The module trapped; the experiment is lost, the next `create` starts afresh. */
  | 'trap'
  /** The page closed the engine while the request was under way. */
  | 'closed'
  | 'internal';

export interface Failure {
  kind: FailureKind;
  message: string;
  problem?: Problem;
}

export type Reply =
  | { id: number; ok: true; result: Gives<RequestName> }
  | { id: number; ok: false; failure: Failure };

/**
 * New records: whole rows of doubles; `from` = 0 means the table starts anew. With the status at that time: a page hears
 * of both in one task, and draws once.
 */
export interface RecordsEvent {
  event: 'records';
  from: number;
  block: Float64Array;
  columns: number;
  status: Status;
}

export interface StatusEvent {
  event: 'status';
  status: Status;
}

/** Something went wrong outside any request, as while running; or a trap, which ends the experiment for all. */
export interface FailureEvent {
  event: 'failure';
  failure: Failure;
}

export type EngineEvent = RecordsEvent | StatusEvent | FailureEvent;
export type ToWorker = Request | Cancel | Start | StartAlgebra;
export type FromWorker = Reply | EngineEvent;
