#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "network/network.hpp"
#include "training/kinds.hpp"

namespace reprise {

/// The points to train on; the arrays belong to the caller and outlive the trainer.
struct TrainingData {
  int points = 0;
  const float* inputs = nullptr;   ///< points x the network's inputs, row-major.
  const float* targets = nullptr;  ///< points x the network's outputs, row-major.
};

/// How to train; the fields of the spec's `training` and its seed.
struct TrainingOptions {
  Optimizer optimizer = Optimizer::kSgd;
  double learning_rate = 0.01;
  int batch = 0;  ///< Points per step; 0 means all of them. A shorter last batch ends each epoch.
  Loss loss = Loss::kHalfMse;
  Gains gains = 1.0;  ///< Factors on the initial weights.
  std::uint64_t seed = 1;
  double momentum = 0.0;  ///< Of SGD: what is kept of the last step's direction, 0 to below 1.
  Penalties penalties = {};
};

/// A network in training: its parameters, and one step after another.
///
/// The network and the data are constant and outlive the trainer. Equal options give equal
/// parameters, bit for bit, on every machine.
class Trainer {
 public:
  Trainer(const Network& network, TrainingData data, TrainingOptions options);

  /// Bytes of the parameters, and of what the optimiser keeps of each.
  static std::uint64_t parameter_bytes(const Network& network, const TrainingOptions& options);
  /// Bytes of all else that a trainer of so many points holds: its pass and its batch.
  static std::uint64_t step_bytes(const Network& network, int points,
                                  const TrainingOptions& options);

  /// Takes one optimiser step. Returns the loss of its batch before the step; a value that is not
  /// finite means that training has diverged, and then the parameters are left as they were.
  double step();

  /// The next part of a step, small enough that a caller who has other things to do as well can
  /// stop between two: a whole step, or one layer of it in one direction where a step takes long.
  /// Gives the loss when the step is complete. In between, parameters are of no step; `step`
  /// completes the one under way. How a run is cut changes none of its numbers.
  std::optional<double> part();
  bool within_step() const { return turn_ > 0; }

  /// Back to the state at construction: same initial weights, same batches to come.
  void reset();

  /// Goes on from the present parameters with other points, of as many inputs and outputs, at
  /// another rate and with other penalties; not within a step. Of the epoch under way about as large a part counts as done
  /// as before, and what has been done counts as done with these points: `reset` begins with them.
  void replace(TrainingData data, double learning_rate, Penalties penalties);

  /// Fills `block` with the step that comes next, number by number, and leaves the trainer as it was:
  /// how many numbers these are; points of its batch; its loss before the step, without penalties;
  /// their inputs and targets; what every part of the network gives (points x its width each); the
  /// gradient of the loss by that, from the last part to the first; and, by parameter, the gradient of
  /// loss and penalties, the value before the step and after, and what the optimiser keeps, before and
  /// after: Adam its running mean and then its mean square, momentum the direction, others nothing.
  /// Not within a step, and not of a network with dropout. False where the loss is not finite.
  bool show_step(std::vector<float>& block);

  /// Gives one parameter another value; what the optimiser keeps of it stays. Not within a step.
  void set_parameter(std::size_t index, float value) { parameters_[index] = value; }

  const std::vector<float>& parameters() const { return parameters_; }
  std::int64_t steps_taken() const { return steps_taken_; }
  std::int64_t steps_per_epoch() const { return steps_per_epoch_; }

 private:
  void make_room();
  void make_gradient();
  int next_batch();
  std::optional<double> turn();
  void update();
  void adam_step();

  const Network& network_;
  TrainingData data_;
  TrainingOptions options_;
  int batch_;
  bool quick_;  // Whether a step is one part.
  std::int64_t steps_per_epoch_;
  std::int64_t steps_taken_ = 0;
  std::vector<float> parameters_;
  Pass pass_;
  int turn_ = 0;  // Of the step under way: layers forward, then as many backward.
  double loss_ = 0;
  RandomStream shuffle_;
  std::vector<std::int32_t> order_;
  std::vector<float> batch_inputs_, batch_targets_, grad_outputs_;
  RandomStream dropout_;

  // Where layers do not take the step themselves: the gradient. Of Adam: its running mean and mean
  // square, and powers of their decay rates; of momentum: the direction, in the place of the mean.
  std::vector<float> gradient_, mean_, mean_square_;
  double mean_decay_power_ = 1.0, mean_square_decay_power_ = 1.0;
};

}  // namespace reprise
