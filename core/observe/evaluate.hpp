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

/// Loss and accuracy over `data`; `pass` decides how many points go through at a time. If `outputs`
/// is not null it receives the outputs, data.points x network.outputs().
Evaluation evaluate(const Network& network, const std::vector<float>& parameters, Loss loss,
                    const TrainingData& data, Pass& pass, float* outputs = nullptr);

}  // namespace reprise
