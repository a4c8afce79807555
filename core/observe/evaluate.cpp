#include "observe/evaluate.hpp"

#include <algorithm>

#include "training/loss.hpp"

namespace reprise {

Evaluator::Evaluator(const Network& network, Loss loss, const TrainingData& data)
    : network_(&network), loss_(loss), data_(data) {}

bool Evaluator::next(const std::vector<float>& parameters, Pass& pass) {
  if (from_ >= data_.points) return false;
  const std::size_t dimension = static_cast<std::size_t>(network_->outputs());
  const int points = std::min(pass.capacity(), data_.points - from_);
  const float* targets = data_.targets + from_ * dimension;
  const float* out = network_->forward(
      parameters, data_.inputs + static_cast<std::size_t>(from_) * network_->inputs(), points,
      pass);
  total_ += points * batch_loss(loss_, points, network_->outputs(), out, targets, nullptr);
  for (int point = 0; point < points; ++point) {
    const float* o = out + point * dimension;
    const float* t = targets + point * dimension;
    if (std::max_element(o, o + dimension) - o == std::max_element(t, t + dimension) - t) {
      ++correct_;
    }
  }
  from_ += points;
  return true;
}

Evaluation Evaluator::result() const {
  if (data_.points == 0) return {};
  return {total_ / data_.points, static_cast<double>(correct_) / data_.points};
}

}  // namespace reprise
