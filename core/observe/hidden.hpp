#pragma once

#include <vector>

#include "network/network.hpp"
#include "training/trainer.hpp"

namespace reprise {

/// Activations of a hidden layer at all points of `data`: points x hidden_width(layer), row-major.
/// `pass` decides how many points go through at a time.
std::vector<float> hidden_activations(const Network& network, const std::vector<float>& parameters,
                                      const TrainingData& data, int layer, Pass& pass);

}  // namespace reprise
