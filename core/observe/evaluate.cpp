#include "observe/evaluate.hpp"

#include <algorithm>

#include "training/loss.hpp"

namespace reprise {

Evaluation evaluate(const Network& network, const std::vector<float>& parameters, Loss loss,
                    const TrainingData& data, Pass& pass, float* outputs) {
  const std::size_t dimension = static_cast<std::size_t>(network.outputs());
  Evaluation evaluation;
  int correct = 0;
  for (int from = 0; from < data.points; from += pass.capacity()) {
    const int points = std::min(pass.capacity(), data.points - from);
    const float* targets = data.targets + from * dimension;
    const float* out = network.forward(
        parameters, data.inputs + static_cast<std::size_t>(from) * network.inputs(), points, pass);
    evaluation.loss += points * batch_loss(loss, points, network.outputs(), out, targets, nullptr);
    for (int point = 0; point < points; ++point) {
      const float* o = out + point * dimension;
      const float* t = targets + point * dimension;
      if (std::max_element(o, o + dimension) - o == std::max_element(t, t + dimension) - t)
        ++correct;
    }
    if (outputs != nullptr) std::copy_n(out, points * dimension, outputs + from * dimension);
  }
  if (data.points > 0) {
    evaluation.loss /= data.points;
    evaluation.accuracy = static_cast<double>(correct) / data.points;
  }
  return evaluation;
}

}  // namespace reprise
