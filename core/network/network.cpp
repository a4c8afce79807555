#include "network/network.hpp"

#include <utility>

#include "network/activation_layer.hpp"
#include "network/dense.hpp"

namespace reprise {

Pass::Pass(const Network& network, int capacity) : capacity_(capacity) {
  values_.reserve(network.layers_.size());
  for (const auto& layer : network.layers_) {
    values_.emplace_back(static_cast<std::size_t>(capacity) * layer->outputs());
  }
}

void Network::add(std::unique_ptr<Layer> layer) {
  offsets_.push_back(parameter_count_);
  parameter_count_ += layer->parameter_count();
  layers_.push_back(std::move(layer));
}

Network Network::mlp(int inputs, int width, int hidden_layers, int outputs, Activation activation) {
  Network network;
  for (int layer = 0; layer < hidden_layers; ++layer) {
    network.add(std::make_unique<DenseLayer>(layer == 0 ? inputs : width, width));
    network.add(std::make_unique<ActivationLayer>(width, activation));
    network.hidden_.push_back(static_cast<int>(network.layers_.size()) - 1);
  }
  network.add(std::make_unique<DenseLayer>(width, outputs));
  return network;
}

std::vector<float> Network::initialise(double gain, std::uint64_t seed) const {
  std::vector<float> parameters(parameter_count_);
  RandomStream random(seed, RandomPurpose::kWeights);
  for (std::size_t i = 0; i < layers_.size(); ++i) {
    layers_[i]->initialise(parameters.data() + offsets_[i], gain, random);
  }
  return parameters;
}

const float* Network::forward(const std::vector<float>& parameters, const float* inputs, int points,
                              Pass& pass) const {
  pass.points_ = points;
  pass.inputs_ = inputs;
  const float* in = inputs;
  for (std::size_t i = 0; i < layers_.size(); ++i) {
    float* out = pass.values_[i].data();
    layers_[i]->forward(points, parameters.data() + offsets_[i], in, out, pass.scratch_);
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
  for (std::size_t i = layers_.size(); i-- > 0;) {
    const ParameterSlot slot{parameters.data() + offsets_[i],
                             gradient == nullptr ? nullptr : gradient + offsets_[i], rate};
    const float* in = i == 0 ? pass.inputs_ : pass.values_[i - 1].data();
    // Nobody needs the gradient by the data, and for pictures it would be a third of the work.
    float* grad_in = i == 0 ? nullptr : pass.gradients_[i - 1].data();
    layers_[i]->backward(pass.points_, slot, in, pass.values_[i].data(), grad_out, grad_in,
                         pass.scratch_);
    grad_out = grad_in;
  }
}

}  // namespace reprise
