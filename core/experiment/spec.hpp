#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "data/plane.hpp"
#include "network/activation.hpp"
#include "numerics/result.hpp"
#include "training/kinds.hpp"

namespace reprise {

/// Where the targets of the two points lie.
enum class Targets {
  kPaper,    ///< 0.6 and 0.6 + sqrt(dy2).
  kCentred,  ///< -sqrt(dy2) / 2 and sqrt(dy2) / 2, so that their mean asks for nothing.
};

/// Two points on a line: inputs -1 and -1 + sqrt(dx2).
struct TwoPointsTask {
  double dx2 = 1.0;  ///< Squared distance of the inputs, |x2 - x1|^2; from 1e-6 to 100.
  double dy2 = 0.5;  ///< Squared distance of the targets, |y2* - y1*|^2; from 0 to 100.
  Targets targets = Targets::kPaper;
  bool operator==(const TwoPointsTask&) const = default;
};

/// Exclusive or: inputs 00, 01, 10, 11 with targets 0, 1, 1, 0.
struct XorTask {
  bool operator==(const XorTask&) const = default;
};

/// A subset of a labelled picture set. Point k of either part has class classes[k %
/// classes.size()].
struct ImagesTask {
  /// Where the pictures come from: "mnist", "fashion_mnist" or "cifar10", whose shape is known and
  /// which are normalised as is usual with them (data/sources.hpp); or "custom" for the caller's
  /// own, of any shape, each channel normalised by its mean and deviation over the training
  /// pictures.
  std::string source = "mnist";
  std::vector<int> classes = {0, 1, 2, 3, 4,
                              5, 6, 7, 8, 9};  ///< At least two different labels, 0 to 9.
  int train_count = 1000;    ///< Training pictures, from the number of classes to 70,000.
  int held_out_count = 200;  ///< Pictures kept for testing, from the number of classes to 70,000.
  bool operator==(const ImagesTask&) const = default;
};

/// Pictures of one blob, and a context that says which of its coordinates is asked for; see
/// `feature_collapse_points` in data/points.hpp.
struct FeatureCollapseTask {
  int side = 30;  ///< Centres along each side of the grid, 2 to 50; 2 side^2 training points.
  bool operator==(const FeatureCollapseTask&) const = default;
};

using Task = std::variant<TwoPointsTask, XorTask, ImagesTask, FeatureCollapseTask, PlaneTask>;

/// What one-dimensional convolutions do at the border.
enum class Padding {
  kSame,   ///< Beyond it the input counts as zero: every hidden layer has `width` units.
  kValid,  ///< They stay inside, and lose kernel - 1 places each; see
           ///< `build_unpadded_convolutional`.
};

/// How the hidden layers are connected; see network/architectures.hpp.
enum class NetworkKind {
  kMlp,                   ///< Fully connected, one after another.
  kResidual,              ///< The same, each adding the hidden layer `skip_length` before.
  kConvolutional,         ///< One-dimensional convolutions after a dense first layer.
  kAttention,             ///< Self-attention blocks on tokens.
  kPictureConvolutional,  ///< Two-dimensional convolutions of pictures.
};

/// A network of hidden layers, equally wide unless `widths` says otherwise, and a linear output layer. Weights start
/// Xavier-normal with standard deviation gain * sqrt(2 / (inputs + outputs)), biases at zero.
struct NetworkSpec {
  NetworkKind kind = NetworkKind::kMlp;
  /// Units in each hidden layer, 1 to 4096. Not of picture convolutions, which have `channels` at
  /// every pixel (they keep the default here, and have no such field in JSON).
  int width = 500;
  int hidden_layers = 20;                          ///< Number of hidden layers, 1 to 100.
  Activation activation = Activation::kLeakyRelu;  ///< After every hidden layer.
  double gain = 1.0;  ///< Factor on the initial weights, above 0 and at most 100.
  /// Factor on the initial weights after the observed hidden layer, those of the decoder, above 0
  /// and at most 100; empty ("same" in JSON) means `gain`.
  std::optional<double> decoder_gain = {};
  double dropout = 0.0;  ///< Share of hidden units set to zero in a training step, 0 to below 1.
  double input_dropout = 0.0;  ///< Share of inputs set to zero likewise.
  /// Residual only (others keep the default, and have no such field in JSON): how many hidden
  /// layers back the one lies that a layer adds, 1 to 99. The first `skip_length` layers add none.
  int skip_length = 1;
  /// Both convolutional kinds only (others keep the defaults, and have no such fields in JSON):
  /// numbers at each place, a divisor of width in the one-dimensional kind, whose places are width
  /// / channels; and places a convolution takes in along each side, odd, 1 to 99. Picture
  /// convolutions have 8 and 3 by default.
  int channels = 20;
  int kernel = 11;
  /// One-dimensional convolutions only.
  Padding padding = Padding::kSame;
  /// Attention only, likewise: tokens of width / tokens numbers each, 1 to 256, a divisor of width;
  /// and attention heads, 1 to 64, a divisor of width / tokens.
  int tokens = 4;
  int heads = 1;
  /// Multilayer perceptrons only (others have no such field in JSON): units of each hidden layer by
  /// itself, as many as there are layers, 1 to 4096; empty ("same" in JSON) means `width`.
  std::vector<int> widths = {};
  /// Likewise the activation of each, in any kind of network; empty ("same") means `activation`.
  std::vector<Activation> activations = {};
  bool operator==(const NetworkSpec&) const = default;
};

struct TrainingSpec {
  Optimizer optimizer = Optimizer::kSgd;
  double learning_rate = 0.01;  ///< Step size per update, above 0 and at most 1000.
  /// Points per step; empty means all of them ("full" in JSON).
  std::optional<int> batch;
  int epochs = 3000;  ///< Passes over the training set, 1 to 1,000,000.
  Loss loss = Loss::kHalfMse;
  /// SGD only: v = momentum v + gradient, and the step is learning_rate v; 0 to below 1.
  double momentum = 0.0;
  Penalties penalties = {};
  bool operator==(const TrainingSpec&) const = default;
};

struct ObserveSpec {
  int layer = 10;  ///< Hidden layer whose activations are the representation, counted from 0.
  int every = 10;  ///< Epochs between two records, 1 to `training.epochs`.
  std::vector<int> points = {0, 1};  ///< Indices into the training set, all different.
  bool operator==(const ObserveSpec&) const = default;
};

/// Everything needed to repeat a run. A Spec made by `parse_spec` is valid and complete.
///
/// The member initialisers are the defaults of the two-point task; the defaults of the other tasks,
/// which `default_spec` gives, differ where the paper's settings do.
struct Spec {
  int version = 1;  ///< Of the format; this code knows version 1.
  Task task;
  NetworkSpec network;
  TrainingSpec training;
  ObserveSpec observe;
  std::uint64_t seed =
      1;  ///< Of the random streams, 0 to 2^53 - 1 (the integers JavaScript represents).
  bool operator==(const Spec&) const = default;
};

/// What a run may take of the memory where the caller does not say: as much as a page can have, in
/// bytes.
inline constexpr std::uint64_t kUsualMemory = 1'500'000'000;

/// Reads a spec from JSON (UTF-8), fills what is left out with the task's defaults, and checks
/// every value, and that the run takes at most `memory_limit` bytes (see memory.hpp). Only
/// `task.kind` is required. The error names the first offending field by its dotted path.
Result<Spec> parse_spec(std::string_view json, std::uint64_t memory_limit = kUsualMemory);

/// The spec as JSON with every field present, in a fixed order; `parse_spec` reads it back to an
/// equal spec.
std::string write_spec(const Spec& spec);

/// The complete spec that only `{"task": ...}` means.
Spec default_spec(const Task& task);

/// The default of `observe.layer`: the middle hidden layer, hidden_layers / 2 rounded down.
int default_layer(const NetworkSpec& network);

/// The default of `observe.every`, for about 300 records: epochs / 300 rounded down, at least 1.
int default_every(const TrainingSpec& training);

/// "two_points", "xor", "images", "feature_collapse" or "plane", as in JSON.
const char* task_kind(const Task& task);

/// "mlp", "residual", "convolutional", "attention" or "picture_convolutional", as in JSON.
const char* network_kind_name(NetworkKind kind);

/// "half_mse", "mse" or "cross_entropy", as in JSON.
const char* loss_name(Loss loss);

/// Number of training points of the task.
int training_points(const Task& task);

/// What goes into a network and comes out of it.
struct PointShape {
  std::int64_t inputs = 1;
  std::int64_t outputs = 1;
  int height = 0, width = 0, channels = 0;  ///< Pictures only; their product is `inputs`.
};

/// The shape of the task's points; custom pictures are taken to be 28 x 28 and grey.
PointShape point_shape(const Task& task);

/// Largest number of records a run can make: one at the start, one every `observe.every` epochs,
/// one at the end.
std::int64_t record_limit(const Spec& spec);

}  // namespace reprise
