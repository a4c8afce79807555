#pragma once

#include <vector>

#include "network/network.hpp"
#include "training/trainer.hpp"

namespace reprise {

/// How well a network does on a set of points.
struct Evaluation {
  double loss = 0;
  /// Share of points whose largest output is where the target is largest; meaningful for one-hot
  /// targets.
  double accuracy = 0;
};

/// Loss and accuracy over a set of points, in parts, one batch at a time, for a caller who has other
/// things to do as well.
class Evaluator {
 public:
  Evaluator(const Network& network, Loss loss, const TrainingData& data);

  /// Sends the next batch through `pass`, whose capacity says how many points that is; false if
  /// there are none left.
  bool next(const std::vector<float>& parameters, Pass& pass);
  /// Of all points, once none are left.
  Evaluation result() const;

 private:
  const Network* network_;
  Loss loss_;
  TrainingData data_;
  int from_ = 0, correct_ = 0;
  double total_ = 0;
};

}  // namespace reprise
