#include "network/network.hpp"

#include <algorithm>
#include <utility>

namespace reprise {

Pass::Pass(const Network& network, int capacity) : capacity_(capacity) {
  for (const auto& node : network.nodes_) {
    const std::size_t points = static_cast<std::size_t>(capacity);
    values_.emplace_back(points * static_cast<std::size_t>(node.width));
    memories_.emplace_back(node.layer == nullptr ? 0 : points * node.layer->memory_size());
  }
}

void Network::add(std::unique_ptr<Layer> layer) {
  Node node;
  node.width = layer->outputs();
  node.parameters_at = parameter_count_;
  parameter_count_ += layer->parameter_count();
  node.layer = std::move(layer);
  nodes_.push_back(std::move(node));
}

void Network::add_skip(int from) {
  Node node;
  node.width = outputs_so_far();
  node.skip_from = from;
  nodes_.push_back(std::move(node));
}

std::vector<float> Network::initialise(const Gains& gains, std::uint64_t seed) const {
  std::vector<float> parameters(parameter_count_);
  RandomStream random(seed, RandomPurpose::kWeights);
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    const Node& node = nodes_[i];
    const bool decodes = !hidden_.empty() && static_cast<int>(i) > hidden_[gains.encoder_end];
    if (node.layer) {
      node.layer->initialise(parameters.data() + node.parameters_at,
                             decodes ? gains.decoder : gains.encoder, random);
    }
  }
  return parameters;
}

const float* Network::forward(const std::vector<float>& parameters, const float* inputs, int points,
                              Pass& pass) const {
  pass.points_ = points;
  pass.inputs_ = inputs;
  const float* in = inputs;
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    const Node& node = nodes_[i];
    float* out = pass.values_[i].data();
    if (node.layer) {
      pass.scratch_.memory = pass.memories_[i].data();
      node.layer->forward(points, parameters.data() + node.parameters_at, in, out, pass.scratch_);
    } else {
      const float* skipped = pass.values_[node.skip_from].data();
      const std::size_t count =
          static_cast<std::size_t>(points) * static_cast<std::size_t>(node.width);
      for (std::size_t k = 0; k < count; ++k) out[k] = in[k] + skipped[k];
    }
    in = out;
  }
  return in;
}

void Network::backward(std::vector<float>& parameters, const float* grad_outputs, float rate,
                       float* gradient, Pass& pass) const {
  if (pass.gradients_.empty()) {
    for (const auto& values : pass.values_) pass.gradients_.emplace_back(values.size());
  }
  const float* grad_out = grad_outputs;
  for (std::size_t i = nodes_.size(); i-- > 0;) {
    const Node& node = nodes_[i];
    const std::size_t before = i - 1;  // Meaningless, and unused, for the first node.
    // Nobody needs the gradient by the data, and for pictures it would be a third of the work.
    float* grad_in = i == 0 ? nullptr : pass.gradients_[before].data();
    if (node.layer) {
      const ParameterSlot slot{parameters.data() + node.parameters_at,
                               gradient == nullptr ? nullptr : gradient + node.parameters_at, rate};
      const float* in = i == 0 ? pass.inputs_ : pass.values_[before].data();
      pass.scratch_.memory = pass.memories_[i].data();
      node.layer->backward(pass.points_, slot, in, pass.values_[i].data(), grad_out, grad_in,
                           pass.scratch_);
    } else {
      std::copy_n(grad_out, static_cast<std::size_t>(pass.points_) * node.width, grad_in);
    }
    // The gradient by the node before is complete once the skips that start there have added
    // theirs. They end further on in the network, so their gradients are already known.
    for (std::size_t later = i; i > 0 && later < nodes_.size(); ++later) {
      if (nodes_[later].layer || nodes_[later].skip_from != static_cast<int>(before)) continue;
      const float* through_skip =
          later + 1 == nodes_.size() ? grad_outputs : pass.gradients_[later].data();
      const std::size_t count =
          static_cast<std::size_t>(pass.points_) * static_cast<std::size_t>(nodes_[later].width);
      for (std::size_t k = 0; k < count; ++k) grad_in[k] += through_skip[k];
    }
    grad_out = grad_in;
  }
}

}  // namespace reprise
