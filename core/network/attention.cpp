#include "network/attention.hpp"

#include <algorithm>
#include <cmath>

#include "numerics/elementary.hpp"

namespace reprise {
namespace {

// Turns `count` scores into weights that add up to one. The largest is subtracted first, so that
// none overflows.
void softmax(float* scores, int count) {
  float largest = scores[0];
  for (int i = 1; i < count; ++i) largest = std::max(largest, scores[i]);
  float total = 0.0f;
  for (int i = 0; i < count; i += kLaneCount) {
    const int lanes = std::min(kLaneCount, count - i);
    store_partial(scores + i, exponential(load_partial(scores + i, lanes) - splat(largest)), lanes);
  }
  for (int i = 0; i < count; ++i) total += scores[i];
  for (int i = 0; i < count; ++i) scores[i] /= total;
}

}  // namespace

ScratchSize AttentionLayer::scratch_size(int /*points*/, bool training) const {
  ScratchSize size;
  size.gemm = gemm_size(tokens_, tokens_, head_width());
  size.gemm.cover(gemm_size(tokens_, head_width(), tokens_));
  if (training) size.buffer[0] = score_count();
  return size;
}

void AttentionLayer::forward(int points, const float*, const float* in, float* out,
                             Scratch& scratch) const {
  const float scale = 1.0f / std::sqrt(static_cast<float>(head_width()));
  float* weights = scratch.memory;
  for (int point = 0; point < points; ++point, in += inputs(), out += outputs()) {
    for (int head = 0; head < heads_; ++head, weights += tokens_ * tokens_) {
      gemm(GemmMode::kAssign, scale, tokens_, tokens_, head_width(), part(in, 0, head),
           part(in, 1, head).transposed(), weights, tokens_, scratch.gemm);
      for (int token = 0; token < tokens_; ++token) softmax(weights + token * tokens_, tokens_);
      gemm(GemmMode::kAssign, 1.0f, tokens_, head_width(), tokens_, row_major(weights, tokens_),
           part(in, 2, head), out + head * head_width(), width_, scratch.gemm);
    }
  }
}

void AttentionLayer::backward(int points, ParameterSlot, const float* in, const float*,
                              const float* grad_out, float* grad_in, Scratch& scratch) const {
  if (grad_in == nullptr) return;
  const float scale = 1.0f / std::sqrt(static_cast<float>(head_width()));
  const std::ptrdiff_t stride = 3 * static_cast<std::ptrdiff_t>(width_);
  float* grad_scores = scratch.grown(0, static_cast<std::size_t>(score_count()));
  const float* weights = scratch.memory;
  for (int point = 0; point < points;
       ++point, in += inputs(), grad_in += inputs(), grad_out += outputs()) {
    for (int head = 0; head < heads_; ++head, weights += tokens_ * tokens_) {
      const MatrixView slopes{grad_out + head * head_width(), width_, 1};
      const MatrixView attention = row_major(weights, tokens_);
      gemm(GemmMode::kAssign, 1.0f, tokens_, head_width(), tokens_, attention.transposed(), slopes,
           part(grad_in, 2, head), stride, scratch.gemm);
      gemm(GemmMode::kAssign, 1.0f, tokens_, tokens_, head_width(), slopes,
           part(in, 2, head).transposed(), grad_scores, tokens_, scratch.gemm);
      // Through the softmax: score_j gets weight_j (g_j - sum_k weight_k g_k).
      for (int token = 0; token < tokens_; ++token) {
        const float* weight = weights + token * tokens_;
        float* g = grad_scores + token * tokens_;
        float mean = 0.0f;
        for (int j = 0; j < tokens_; ++j) mean += weight[j] * g[j];
        for (int j = 0; j < tokens_; ++j) g[j] = weight[j] * (g[j] - mean);
      }
      gemm(GemmMode::kAssign, scale, tokens_, head_width(), tokens_,
           row_major(grad_scores, tokens_), part(in, 1, head), part(grad_in, 0, head), stride,
           scratch.gemm);
      gemm(GemmMode::kAssign, scale, tokens_, head_width(), tokens_,
           row_major(grad_scores, tokens_).transposed(), part(in, 0, head), part(grad_in, 1, head),
           stride, scratch.gemm);
    }
  }
}

}  // namespace reprise
