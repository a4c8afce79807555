#pragma once

#include <optional>
#include <vector>

#include "experiment/spec.hpp"
#include "numerics/matrix.hpp"
#include "observe/evaluate.hpp"

namespace reprise {

/// What a record tells of all points, found in parts that each send one batch through the network:
/// with many points and a large network the whole takes long, and whoever asked may have other
/// things to do as well. The parameters stay the same from the first part to the last.
class Look {
 public:
  /// `network` and the data outlive the look.
  Look(const Network& network, const Spec& spec, const TrainingData& train,
       const TrainingData& held_out);

  /// The next part; true when the look is complete. `pass` is the same for all parts.
  bool part(const std::vector<float>& parameters, Pass& pass);

  /// Once complete: the loss; with classes train_accuracy, with points held out held_out_loss, with
  /// both held_out_accuracy; for feature collapse the index of every layer. NaN where undefined.
  const std::vector<double>& numbers() const { return numbers_; }
  /// How many of these are undefined.
  std::size_t undefined() const { return undefined_; }

 private:
  void keep_activations(int points, const Pass& pass);
  void finish_layers();

  const Network* network_;
  TrainingData train_;
  std::optional<int> side_;  // Feature collapse only.
  bool accuracy_, tests_;    // Whether recognition counts, and whether points are held out.
  int held_out_points_;
  Evaluator on_train_, on_held_out_;
  std::optional<Evaluation> train_result_;
  int at_once_, first_ = 0;                      // The layers whose activations are gathered now.
  int from_ = 0;                                 // How many points have been sent through for them.
  std::vector<FloatMatrix> activations_;         // For each of them, points x width.
  std::vector<double> numbers_, indices_;
  std::size_t undefined_ = 0;
};

}  // namespace reprise
