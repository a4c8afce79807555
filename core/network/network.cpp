#include "network/network.hpp"

#include <algorithm>
#include <utility>

namespace reprise {

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
  std::vector<float> parameters(static_cast<std::size_t>(parameter_count_));
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

std::uint64_t Network::work() const {
  std::uint64_t total = 0;
  for (const Node& node : nodes_) total += node.layer ? node.layer->work() : 0;
  return total;
}

void Network::begin(const float* inputs, int points, Pass& pass) const {
  pass.points_ = points;
  pass.inputs_ = inputs;
}

const float* Network::forward(const std::vector<float>& parameters, const float* inputs, int points,
                              Pass& pass) const {
  begin(inputs, points, pass);
  for (int part = 0; part < parts(); ++part) forward_part(part, parameters, pass);
  return outputs(pass);
}

void Network::forward_part(int part, const std::vector<float>& parameters, Pass& pass) const {
  const std::size_t i = static_cast<std::size_t>(part);
  const Node& node = nodes_[i];
  const float* in = i == 0 ? pass.inputs_ : pass.output(i - 1);
  float* out = pass.output(i);
  if (node.layer) {
    pass.scratch_.memory = pass.memory(i);
    node.layer->forward(pass.points_, parameters.data() + node.parameters_at, in, out,
                        pass.scratch_);
  } else {
    const float* skipped = pass.output(static_cast<std::size_t>(node.skip_from));
    const std::size_t count =
        static_cast<std::size_t>(pass.points_) * static_cast<std::size_t>(node.width);
    for (std::size_t k = 0; k < count; ++k) out[k] = in[k] + skipped[k];
  }
}

void Network::backward(std::vector<float>& parameters, const float* grad_outputs, float rate,
                       float* gradient, Pass& pass) const {
  for (int part = parts(); part-- > 0;) {
    backward_part(part, parameters, grad_outputs, rate, gradient, pass);
  }
}

void Network::backward_part(int part, std::vector<float>& parameters, const float* grad_outputs,
                            float rate, float* gradient, Pass& pass) const {
  const std::size_t i = static_cast<std::size_t>(part);
  const std::uint64_t at = nodes_[i].parameters_at;
  backward_node(i, {parameters.data() + at, gradient == nullptr ? nullptr : gradient + at, rate},
                grad_outputs, pass);
}

std::uint64_t Network::part_parameters(int part) const {
  const Node& node = nodes_[static_cast<std::size_t>(part)];
  return node.layer ? node.layer->parameter_count() : 0;
}

void Network::part_gradient(int part, const std::vector<float>& parameters,
                            const float* grad_outputs, float* gradient, Pass& pass) const {
  const std::size_t i = static_cast<std::size_t>(part);
  // With a place for the gradient no layer writes to its parameters.
  float* values = const_cast<float*>(parameters.data()) + nodes_[i].parameters_at;
  backward_node(i, {values, gradient, 0.0f}, grad_outputs, pass);
}

void Network::backward_node(std::size_t i, ParameterSlot slot, const float* grad_outputs,
                            Pass& pass) const {
  const Node& node = nodes_[i];
  const std::size_t before = i - 1;  // Meaningless, and unused, for the first node.
  const float* grad_out = i + 1 == nodes_.size() ? grad_outputs : pass.gradient(i);
  // Nobody needs the gradient by the data, and for pictures it would be a third of the work.
  float* grad_in = i == 0 ? nullptr : pass.gradient(before);
  if (node.layer) {
    const float* in = i == 0 ? pass.inputs_ : pass.output(before);
    pass.scratch_.memory = pass.memory(i);
    node.layer->backward(pass.points_, slot, in, pass.output(i), grad_out, grad_in, pass.scratch_);
  } else {
    std::copy_n(grad_out, static_cast<std::size_t>(pass.points_) * node.width, grad_in);
  }
  // The gradient by the node before is complete once the skips that start there have added
  // theirs. They end further on in the network, so their gradients are already known.
  for (std::size_t later = i; i > 0 && later < nodes_.size(); ++later) {
    if (nodes_[later].layer || nodes_[later].skip_from != static_cast<int>(before)) continue;
    const float* through_skip = later + 1 == nodes_.size() ? grad_outputs : pass.gradient(later);
    const std::size_t count =
        static_cast<std::size_t>(pass.points_) * static_cast<std::size_t>(nodes_[later].width);
    for (std::size_t k = 0; k < count; ++k) grad_in[k] += through_skip[k];
  }
}

void Network::add_penalty_gradient(float l1, float l2, const std::vector<float>& parameters,
                                   float* gradient) const {
  for (const Node& node : nodes_) {
    if (!node.layer) continue;
    const std::size_t count = static_cast<std::size_t>(node.layer->weight_count());
    const float* weights = parameters.data() + node.parameters_at;
    float* slopes = gradient + node.parameters_at;
    kernels().combine(count, 1.0f, l2, 0.0f, weights, slopes);
    if (l1 == 0.0f) continue;
    for (std::size_t i = 0; i < count; ++i) {
      if (weights[i] != 0.0f) slopes[i] += weights[i] > 0.0f ? l1 : -l1;
    }
  }
}

}  // namespace reprise
