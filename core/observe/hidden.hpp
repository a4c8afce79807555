#pragma once

#include <vector>

#include "network/network.hpp"
#include "training/trainer.hpp"

namespace reprise {

/// Activations of the hidden layers from number `first` to before `end` at all points of `data`:
/// for each layer, points x hidden_width(layer), row-major. `pass` decides how many points go
/// through at a time.
std::vector<std::vector<float>> hidden_activations(const Network& network,
                                                   const std::vector<float>& parameters,
                                                   const TrainingData& data, int first, int end,
                                                   Pass& pass);

/// Likewise of one layer alone: points x hidden_width(layer).
std::vector<float> hidden_activations(const Network& network, const std::vector<float>& parameters,
                                      const TrainingData& data, int layer, Pass& pass);

}  // namespace reprise
