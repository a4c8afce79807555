#include "observe/pairs.hpp"

#include "observe/distances.hpp"
#include "observe/hidden.hpp"

namespace reprise {
namespace {

// All but `h`. Sums begin at zero, so that none is -0 where all its terms are.
PairObservation observe_outputs(const FloatMatrixRef& outputs, const FloatMatrixRef& targets,
                                Eigen::Index first, Eigen::Index second) {
  PairObservation pair;
  for (Eigen::Index i = 0; i < outputs.cols(); ++i) {
    const double output1 = outputs(first, i), output2 = outputs(second, i);
    const double target1 = targets(first, i), target2 = targets(second, i);
    const double dy = output2 - output1, dy_target = target2 - target1;
    const double mean_error = 0.5 * (output1 + output2) - 0.5 * (target1 + target2);
    pair.y += dy * dy;
    pair.w += dy * (dy - dy_target);
    pair.mean += mean_error * mean_error;
  }
  return pair;
}

}  // namespace

std::vector<PairObservation> observe_pairs(const Network& network,
                                           const std::vector<float>& parameters,
                                           const FloatMatrixRef& inputs,
                                           const FloatMatrixRef& targets, Pass& pass) {
  const Eigen::Index points = inputs.rows();
  const FloatMatrixMap outputs(
      network.forward(parameters, inputs.data(), static_cast<int>(points), pass), points,
      network.outputs());
  std::vector<PairObservation> pairs;
  pairs.reserve(static_cast<std::size_t>(points * (points - 1) / 2));
  for (Eigen::Index i = 0; i < points; ++i) {
    for (Eigen::Index j = i + 1; j < points; ++j) {
      PairObservation pair = observe_outputs(outputs, targets, i, j);
      pair.h.reserve(network.hidden_layers());
      for (int layer = 0; layer < network.hidden_layers(); ++layer) {
        pair.h.push_back(squared_distance(hidden_view(network, pass, layer), i, j));
      }
      pairs.push_back(std::move(pair));
    }
  }
  return pairs;
}

}  // namespace reprise
