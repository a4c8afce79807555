#pragma once

#include <memory>
#include <utility>

#include "network/layer.hpp"

namespace reprise {

/// Applies one layer, with one set of parameters, to each of a point's `tokens` (which lie side by
/// side).
class TokenwiseLayer final : public Layer {
 public:
  TokenwiseLayer(int tokens, std::unique_ptr<Layer> layer)
      : Layer(tokens * layer->inputs(), tokens * layer->outputs()),
        tokens_(tokens),
        layer_(std::move(layer)) {}

  std::uint64_t parameter_count() const override { return layer_->parameter_count(); }
  std::uint64_t weight_count() const override { return layer_->weight_count(); }
  std::uint64_t memory_size() const override {
    return static_cast<std::uint64_t>(tokens_) * layer_->memory_size();
  }
  std::uint64_t work() const override {
    return static_cast<std::uint64_t>(tokens_) * layer_->work();
  }
  ScratchSize scratch_size(int points, bool training) const override {
    return layer_->scratch_size(points * tokens_, training);
  }
  void initialise(float* parameters, double gain, RandomStream& random) const override {
    layer_->initialise(parameters, gain, random);
  }
  void forward(int points, const float* parameters, const float* in, float* out,
               Scratch& scratch) const override {
    layer_->forward(points * tokens_, parameters, in, out, scratch);
  }
  void backward(int points, ParameterSlot parameters, const float* in, const float* out,
                const float* grad_out, float* grad_in, Scratch& scratch) const override {
    layer_->backward(points * tokens_, parameters, in, out, grad_out, grad_in, scratch);
  }

 private:
  int tokens_;
  std::unique_ptr<Layer> layer_;
};

}  // namespace reprise
