#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "data/images.hpp"
#include "experiment/records.hpp"
#include "experiment/spec.hpp"
#include "observe/embedding.hpp"
#include "observe/hidden.hpp"

namespace reprise {

/// Where a run stands.
enum class RunState {
  kRunning,   ///< More epochs to go (also before the first step, and while paused).
  kFinished,  ///< All epochs done.
  kDiverged,  ///< The loss overflowed or became undefined; the records up to there stay valid.
              ///< There are none if it was so with the initial weights.
};

/// "running", "finished" or "diverged".
const char* run_state_name(RunState state);

/// How far to advance: whichever limit is met first. A limit of zero does not apply.
struct Budget {
  std::int64_t steps = 0;
  /// Checked after every part of a step or a record: where these take long, after every layer of a
  /// step and every batch of a record.
  double milliseconds = 0;
};

/// When to look at a network.
enum class Moment {
  kStart,  ///< With its initial weights.
  kNow,
};

/// Squared distances of pairs of points: in a hidden layer, in the outputs, of the inputs and of
/// the targets; each list in the order (0,1), (0,2), ..., (1,2), ...
struct PairDistances {
  std::vector<double> h, y, dx2, dy2;
};

/// What the theory of many points at once and the gauge of laziness know of chosen points.
struct PointView {
  Matrix inputs;   ///< Their inner products: n x n for n points.
  Matrix tangent;  ///< The network's tangent kernel (observe/tangent_kernel.hpp): n x n.
  Matrix hidden;   ///< Inner products in a hidden layer: n x n.
  Matrix outputs;  ///< n x outputs.
  Matrix targets;  ///< n x outputs.
};

/// A run of one spec: it trains, and records what it sees.
///
/// A record is a row of doubles whose meaning `columns()` gives, made at t = 0, every
/// `observe.every` epochs, and at the end. Same spec and data, same records, bit for bit, on every
/// machine.
class Experiment {
 public:
  /// Prepares a run. `images` is needed for the images task only. Fails if the data do not fit the
  /// spec, and, before anything is allocated, if the run takes more than `memory_limit` bytes.
  static Result<Experiment> create(const Spec& spec, const ImageSet& images = {},
                                   std::uint64_t memory_limit = kUsualMemory);

  Experiment(Experiment&&) noexcept;
  Experiment& operator=(Experiment&&) noexcept;
  ~Experiment();

  /// Trains until the budget is spent or the run ends; with an empty budget, to the end. Time may
  /// run out within a step or a record, which the next call goes on with; a look at the network
  /// (hidden and those below) completes the step first. The numbers are the same however a run is
  /// cut.
  RunState advance(Budget budget);

  /// Goes on from the present weights with the points, learning rate and penalties of another spec,
  /// which is the run's own in all else; records of before stay, and `reset` begins with these
  /// points. Errors: the field that would change something else.
  std::optional<Error> replace_points(const Spec& spec);

  /// Gives every training point the target of another, in an order drawn from the spec's seed, and
  /// goes back to the start: what a network learns then is not in its inputs. Orders that ask for
  /// the distances that the task itself does are passed over, while there are others.
  void shuffle_targets();

  /// Back to the start: same initial weights, records erased but for the first.
  void reset();

  const Spec& spec() const;
  RunState state() const;
  double epoch() const;  ///< Epochs trained so far; fractions with minibatches.
  std::int64_t step() const;
  std::int64_t steps_per_epoch() const;
  std::uint64_t parameter_count() const;
  /// What the run takes of the memory, in bytes (see memory.hpp).
  std::uint64_t memory() const;
  /// Why the run diverged and what to try; empty otherwise.
  const std::string& message() const;

  /// What a record's numbers are; see `record_columns`. All are finite but a collapse index that is
  /// undefined, which is NaN.
  const std::vector<Column>& columns() const;
  std::size_t record_count() const;
  /// Records from number `from` on, a row each, with a column for each of columns(). Valid until the
  /// next advance.
  MatrixMap records(std::size_t from = 0) const;
  /// All of them, to keep.
  Records all_records() const;

  /// Current activations of a hidden layer at the observed points: points x hidden_width(layer).
  FloatMatrix hidden(int layer) const;
  /// Likewise at all training points: points x hidden_width(layer).
  FloatMatrix all_hidden(int layer) const;
  /// Likewise at the first so many training points. Errors: "layer", "points", and "network.width"
  /// (no room beside the run).
  Result<FloatMatrix> first_hidden(int layer, int points) const;
  /// Weights of the last layer, which reads the last hidden layer out: outputs x its width.
  FloatMatrixMap readout_weights() const;
  /// Inputs of the chosen training points, which must exist, then their activations in every hidden
  /// layer, and last their outputs: each points x width. Error: "network.width" (no room beside the run).
  Result<std::vector<FloatMatrix>> activations(const std::vector<int>& points) const;
  /// All training points placed in a few dimensions by their activations in a hidden layer, for
  /// drawing: principal components, which are the classical multidimensional scaling of the
  /// Euclidean distances as well. At the first look at a layer an axis rises with the targets, or
  /// else with an input, if it goes with one; later looks keep its direction, until `reset`.
  /// Errors: "layer", "network.width" (no room beside the run), and those of
  /// `principal_components`.
  Result<Embedding> embedding(int layer, int dimensions);
  /// Distances of the chosen training points, which must exist, in a hidden layer, which must too.
  /// Error: "network.width" (no room beside the run).
  Result<PairDistances> pair_distances(const std::vector<int>& points, int layer,
                                       Moment moment) const;
  /// The chosen training points, which must exist, with a hidden layer, which must too. Takes as long
  /// as a backward pass of each point by itself for each output. Error: "network.width" (no room
  /// beside the run for the tangent kernel).
  Result<PointView> point_view(const std::vector<int>& points, int layer, Moment moment) const;
  /// What the network, as it is now, makes of inputs of one's own (points x its inputs), in one
  /// batched pass. Error: "network.width" (no room beside the run).
  std::optional<Error> responses(const FloatMatrixRef& inputs, int layer, Responses& found);
  /// The parameters as they are now, layer by layer: of a dense one its weights (outputs x inputs),
  /// then a bias for each output. Valid until the next advance.
  const std::vector<float>& parameters() const;
  /// Goes on from the present parameters with one of them changed by hand; records stay, and `reset`
  /// begins without it. Errors: "index" (not below parameter_count()), "value" (not finite).
  std::optional<Error> set_parameter(double index, double value);
  /// The training step that comes next, number by number (`Trainer::show_step`); it is not taken. Of an
  /// "mlp" without dropout, of at most 6 hidden layers and 160 parameters: all of it is to be read.
  /// Errors: "parameters" (another network), "values" (the loss is not finite).
  Result<std::vector<float>> next_step();
  int hidden_width(int layer) const;
  int observed_points() const;

  /// Labels of the points trained on and held out (pictures; else the point's number, and none).
  const std::vector<int>& train_labels() const;
  const std::vector<int>& held_out_labels() const;
  /// Which pictures of the set these are.
  const std::vector<int>& train_indices() const;
  const std::vector<int>& held_out_indices() const;
  /// Current outputs for the held-out points: points x outputs; no rows if there are none.
  FloatMatrix held_out_outputs() const;

 private:
  struct Run;
  explicit Experiment(std::unique_ptr<Run> run);
  std::unique_ptr<Run> run_;
};

}  // namespace reprise
