#include "observe/pairs.hpp"

#include "observe/distances.hpp"

namespace reprise {
namespace {

PairObservation observe_outputs(const float* output1, const float* output2, const float* target1,
                                const float* target2, int dimension) {
  PairObservation pair;
  for (int i = 0; i < dimension; ++i) {
    const double dy = static_cast<double>(output2[i]) - static_cast<double>(output1[i]);
    const double dy_target = static_cast<double>(target2[i]) - static_cast<double>(target1[i]);
    const double mean_error =
        0.5 * (static_cast<double>(output1[i]) + static_cast<double>(output2[i])) -
        0.5 * (static_cast<double>(target1[i]) + static_cast<double>(target2[i]));
    pair.y += dy * dy;
    pair.w += dy * (dy - dy_target);
    pair.mean += mean_error * mean_error;
  }
  return pair;
}

}  // namespace

std::vector<PairObservation> observe_pairs(const Network& network,
                                           const std::vector<float>& parameters,
                                           const float* inputs, const float* targets, int points,
                                           Pass& pass) {
  const float* outputs = network.forward(parameters, inputs, points, pass);
  std::vector<PairObservation> pairs;
  pairs.reserve(static_cast<std::size_t>(points) * (points - 1) / 2);
  for (int i = 0; i < points; ++i) {
    for (int j = i + 1; j < points; ++j) {
      const int dimension = network.outputs();
      PairObservation pair =
          observe_outputs(outputs + i * dimension, outputs + j * dimension, targets + i * dimension,
                          targets + j * dimension, dimension);
      pair.h.reserve(network.hidden_layers());
      for (int layer = 0; layer < network.hidden_layers(); ++layer) {
        const int width = network.hidden_width(layer);
        const float* hidden = network.hidden(pass, layer);
        pair.h.push_back(squared_distance(hidden + i * width, hidden + j * width, width));
      }
      pairs.push_back(std::move(pair));
    }
  }
  return pairs;
}

}  // namespace reprise
