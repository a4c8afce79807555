#include "experiment/look.hpp"

#include <algorithm>
#include <limits>

#include "experiment/memory.hpp"
#include "experiment/records.hpp"
#include "observe/collapse.hpp"
#include "observe/hidden.hpp"

namespace reprise {
namespace {

std::optional<int> collapse_side(const Task& task) {
  const auto* collapse = std::get_if<FeatureCollapseTask>(&task);
  return collapse == nullptr ? std::nullopt : std::optional<int>(collapse->side);
}

}  // namespace

Look::Look(const Network& network, const Spec& spec, const TrainingData& train,
           const TrainingData& held_out)
    : network_(&network),
      train_(train),
      side_(collapse_side(spec.task)),
      accuracy_(records_accuracy(spec.task)),
      tests_(records_held_out(spec.task)),
      held_out_points_(held_out.points),
      on_train_(network, spec.training.loss, train),
      on_held_out_(network, spec.training.loss, held_out),
      at_once_(layers_at_once(network, train.points)) {}

bool Look::part(const std::vector<float>& parameters, Pass& pass) {
  if (!train_result_) {
    if (on_train_.next(parameters, pass)) {
      // The first layers' activations are there already.
      if (side_) keep_activations(pass.points(), pass);
      return false;
    }
    train_result_ = on_train_.result();
    if (side_) finish_layers();
    return false;
  }
  if (side_ && first_ < network_->hidden_layers()) {
    if (from_ < train_.points) {
      const int points = std::min(pass.capacity(), train_.points - from_);
      network_->forward(parameters,
                        train_.inputs + static_cast<std::ptrdiff_t>(from_) * network_->inputs(),
                        points, pass);
      keep_activations(points, pass);
    } else {
      finish_layers();
    }
    return false;
  }
  if (tests_ && on_held_out_.next(parameters, pass)) return false;
  numbers_ = {train_result_->loss};
  if (accuracy_) numbers_.push_back(train_result_->accuracy);
  if (tests_) {
    Evaluation held_out = on_held_out_.result();
    if (held_out_points_ == 0) {  // Of few points in the plane it may be that none is held out.
      held_out.loss = held_out.accuracy = std::numeric_limits<double>::quiet_NaN();
      undefined_ += accuracy_ ? 2 : 1;
    }
    numbers_.push_back(held_out.loss);
    if (accuracy_) numbers_.push_back(held_out.accuracy);
  }
  numbers_.insert(numbers_.end(), indices_.begin(), indices_.end());
  return true;
}

void Look::keep_activations(int points, const Pass& pass) {
  const int end = std::min(first_ + at_once_, network_->hidden_layers());
  activations_.resize(static_cast<std::size_t>(end - first_));
  for (int layer = first_; layer < end; ++layer) {
    FloatMatrix& to = activations_[static_cast<std::size_t>(layer - first_)];
    if (from_ == 0) to.resize(train_.points, network_->hidden_width(layer));
    copy_hidden(*network_, pass, layer, from_, to);
  }
  from_ += points;
}

void Look::finish_layers() {
  for (const FloatMatrix& values : activations_) {
    const std::optional<double> index = collapse_index(values, *side_);
    undefined_ += index ? 0 : 1;
    indices_.push_back(index.value_or(std::numeric_limits<double>::quiet_NaN()));
    ++first_;
  }
  activations_.clear();
  from_ = 0;
}

}  // namespace reprise
