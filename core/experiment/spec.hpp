#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "network/activation.hpp"
#include "numerics/result.hpp"
#include "training/kinds.hpp"

namespace reprise {

/// Two points on a line: inputs -1 and -1 + sqrt(dx2), targets 0.6 and 0.6 + sqrt(dy2).
struct TwoPointsTask {
  double dx2 = 1.0;  ///< Squared distance of the inputs, |x2 - x1|^2; from 1e-6 to 100.
  double dy2 = 0.5;  ///< Squared distance of the targets, |y2* - y1*|^2; from 0 to 100.
  bool operator==(const TwoPointsTask&) const = default;
};

/// Exclusive or: inputs 00, 01, 10, 11 with targets 0, 1, 1, 0.
struct XorTask {
  bool operator==(const XorTask&) const = default;
};

/// A subset of a labelled picture set. Point k of either part has class classes[k %
/// classes.size()].
struct ImagesTask {
  std::string source =
      "mnist";  ///< Where the pictures come from: "mnist", or "custom" for the caller's own.
  std::vector<int> classes = {0, 1, 2, 3, 4,
                              5, 6, 7, 8, 9};  ///< At least two different labels, 0 to 9.
  int train_count = 1000;    ///< Training pictures, from the number of classes to 70,000.
  int held_out_count = 200;  ///< Pictures kept for testing, from the number of classes to 70,000.
  bool operator==(const ImagesTask&) const = default;
};

using Task = std::variant<TwoPointsTask, XorTask, ImagesTask>;

enum class NetworkKind { kMlp };

/// A fully connected network of equally wide hidden layers and a linear output layer. Weights start
/// Xavier-normal with standard deviation gain * sqrt(2 / (inputs + outputs)), biases at zero.
struct NetworkSpec {
  NetworkKind kind = NetworkKind::kMlp;
  int width = 500;                                 ///< Units in each hidden layer, 1 to 4096.
  int hidden_layers = 20;                          ///< Number of hidden layers, 1 to 100.
  Activation activation = Activation::kLeakyRelu;  ///< After every hidden layer.
  double gain = 1.0;  ///< Factor on the initial weights, above 0 and at most 100.
  bool operator==(const NetworkSpec&) const = default;
};

struct TrainingSpec {
  Optimizer optimizer = Optimizer::kSgd;
  double learning_rate = 0.01;  ///< Step size per update, above 0 and at most 1000.
  /// Points per step; empty means all of them ("full" in JSON). Times width and hidden layers at
  /// most 64 million activations.
  std::optional<int> batch;
  int epochs = 3000;  ///< Passes over the training set, 1 to 1,000,000.
  Loss loss = Loss::kHalfMse;
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

/// Reads a spec from JSON (UTF-8), fills what is left out with the task's defaults, and checks
/// every value. Only `task.kind` is required. The error names the first offending field by its
/// dotted path.
Result<Spec> parse_spec(std::string_view json);

/// The spec as JSON with every field present, in a fixed order; `parse_spec` reads it back to an
/// equal spec.
std::string write_spec(const Spec& spec);

/// The complete spec that only `{"task": ...}` means.
Spec default_spec(const Task& task);

/// The default of `observe.layer`: the middle hidden layer, hidden_layers / 2 rounded down.
int default_layer(const NetworkSpec& network);

/// The default of `observe.every`, for about 300 records: epochs / 300 rounded down, at least 1.
int default_every(const TrainingSpec& training);

/// "two_points", "xor" or "images", as in JSON.
const char* task_kind(const Task& task);

/// Number of training points of the task: 2, 4, or `train_count`.
int training_points(const Task& task);

/// Weights and biases of a network with this many inputs and outputs.
std::int64_t parameter_count(const NetworkSpec& network, std::int64_t inputs, std::int64_t outputs);

/// Checks that the network has at most 64 million parameters; the error names `network.width`.
/// `parse_spec` applies it with the task's own dimensions, taking pictures to be 28 x 28; for
/// others call it again.
std::optional<Error> check_network_size(const NetworkSpec& network, std::int64_t inputs,
                                        std::int64_t outputs);

/// Largest number of records a run can make: one at the start, one every `observe.every` epochs,
/// one at the end.
std::int64_t record_limit(const Spec& spec);

/// Numbers in one record: time and loss, three more for images, and for every pair of observed
/// points its y, w and mean and one h per hidden layer.
std::int64_t record_width(const Spec& spec);

}  // namespace reprise
