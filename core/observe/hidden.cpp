#include "observe/hidden.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace reprise {

std::vector<std::vector<float>> hidden_activations(const Network& network,
                                                   const std::vector<float>& parameters,
                                                   const TrainingData& data, int first, int end,
                                                   Pass& pass) {
  std::vector<std::vector<float>> layers(static_cast<std::size_t>(end - first));
  for (int layer = first; layer < end; ++layer) {
    layers[layer - first].reserve(static_cast<std::size_t>(data.points) *
                                  static_cast<std::size_t>(network.hidden_width(layer)));
  }
  for (int from = 0; from < data.points; from += pass.capacity()) {
    const int points = std::min(pass.capacity(), data.points - from);
    network.forward(parameters, data.inputs + static_cast<std::ptrdiff_t>(from) * network.inputs(),
                    points, pass);
    for (int layer = first; layer < end; ++layer) {
      const float* values = network.hidden(pass, layer);
      std::vector<float>& to = layers[layer - first];
      to.insert(to.end(), values,
                values + static_cast<std::ptrdiff_t>(points) * network.hidden_width(layer));
    }
  }
  return layers;
}

std::vector<float> hidden_activations(const Network& network, const std::vector<float>& parameters,
                                      const TrainingData& data, int layer, Pass& pass) {
  return std::move(hidden_activations(network, parameters, data, layer, layer + 1, pass).front());
}

}  // namespace reprise
