#pragma once

#include "network/layer.hpp"

namespace reprise {

/// Scaled dot-product attention among the tokens of a point, in `heads` independent parts (Vaswani
/// et al., "Attention Is All You Need", section 3.2). It has no parameters: the layer before brings
/// queries, keys and values, the layer after mixes the heads.
///
/// In: for each token its query, key and value, `width` numbers each, side by side. Out: `width`
/// numbers a token, head after head. `heads` divides `width`.
class AttentionLayer final : public Layer {
 public:
  AttentionLayer(int tokens, int width, int heads)
      : Layer(tokens * 3 * width, tokens * width), tokens_(tokens), width_(width), heads_(heads) {}

  /// The attention weights, heads x tokens x tokens.
  std::uint64_t memory_size() const override {
    return static_cast<std::uint64_t>(heads_) * score_count();
  }
  std::uint64_t work() const override {
    return 2 * score_count() * static_cast<std::uint64_t>(width_);
  }
  ScratchSize scratch_size(int points, bool training) const override;
  void forward(int points, const float* parameters, const float* in, float* out,
               Scratch& scratch) const override;
  void backward(int points, ParameterSlot parameters, const float* in, const float* out,
                const float* grad_out, float* grad_in, Scratch& scratch) const override;

 private:
  int head_width() const { return width_ / heads_; }
  std::uint64_t score_count() const {
    return static_cast<std::uint64_t>(tokens_) * static_cast<std::uint64_t>(tokens_);
  }
  // The query (part 0), key (1) or value (2) of one head of one point: tokens x head_width.
  MatrixView part(const float* point, int which, int head) const {
    return {point + which * width_ + head * head_width(), 3 * static_cast<std::ptrdiff_t>(width_),
            1};
  }
  float* part(float* point, int which, int head) const {
    return point + which * width_ + head * head_width();
  }

  int tokens_;
  int width_;
  int heads_;
};

}  // namespace reprise
