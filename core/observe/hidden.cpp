#include "observe/hidden.hpp"

#include <algorithm>
#include <cstddef>

namespace reprise {

std::vector<float> hidden_activations(const Network& network, const std::vector<float>& parameters,
                                      const TrainingData& data, int layer, Pass& pass) {
  const std::ptrdiff_t width = network.hidden_width(layer);
  std::vector<float> activations;
  activations.reserve(static_cast<std::size_t>(data.points * width));
  for (int from = 0; from < data.points; from += pass.capacity()) {
    const int points = std::min(pass.capacity(), data.points - from);
    network.forward(parameters, data.inputs + static_cast<std::ptrdiff_t>(from) * network.inputs(),
                    points, pass);
    const float* values = network.hidden(pass, layer);
    activations.insert(activations.end(), values, values + points * width);
  }
  return activations;
}

}  // namespace reprise
