#include "network/dense.hpp"

#include <algorithm>
#include <cmath>

#include "numerics/small_batch.hpp"
#include "numerics/vector_width.hpp"

namespace reprise {

std::uint64_t DenseLayer::weight_count() const {
  return static_cast<std::uint64_t>(inputs()) * static_cast<std::uint64_t>(outputs());
}

std::uint64_t DenseLayer::parameter_count() const {
  return weight_count() + static_cast<std::uint64_t>(outputs());
}

ScratchSize DenseLayer::scratch_size(int points, bool training) const {
  ScratchSize size;
  if (points > kSmallBatch) size.gemm = gemm_size(points, outputs(), inputs());
  if (training) {
    size.buffer[0] = static_cast<std::uint64_t>(outputs());
    size.gemm.cover(gemm_size(points, inputs(), outputs()));
    size.gemm.cover(gemm_size(outputs(), inputs(), points));
  }
  return size;
}

void DenseLayer::initialise(float* parameters, double gain, RandomStream& random) const {
  random.fill_normal(parameters, weight_count(), gain * std::sqrt(2.0 / (inputs() + outputs())));
  std::fill_n(parameters + weight_count(), outputs(), 0.0f);
}

void DenseLayer::forward(int points, const float* parameters, const float* in, float* out,
                         Scratch& scratch) const {
  const float* bias = parameters + weight_count();
  if (points <= kSmallBatch) {
    small_batch_forward(points, outputs(), inputs(), parameters, bias, in, out);
    return;
  }
  for (int point = 0; point < points; ++point) {
    std::copy_n(bias, outputs(), out + static_cast<std::ptrdiff_t>(point) * outputs());
  }
  gemm(GemmMode::kAdd, 1.0f, points, outputs(), inputs(), row_major(in, inputs()),
       row_major(parameters, inputs()).transposed(), out, outputs(), scratch.gemm);
}

void DenseLayer::backward(int points, ParameterSlot parameters, const float* in, const float*,
                          const float* grad_out, float* grad_in, Scratch& scratch) const {
  const bool step_now = parameters.gradient == nullptr;
  const MatrixView slopes = row_major(grad_out, outputs());

  if (step_now && points <= kSmallBatch) {
    small_batch_backward_update(points, outputs(), inputs(), parameters.rate, parameters.values, in,
                                grad_out, grad_in);
  } else {
    if (grad_in != nullptr) {
      gemm(GemmMode::kAssign, 1.0f, points, inputs(), outputs(), slopes,
           row_major(parameters.values, inputs()), grad_in, inputs(), scratch.gemm);
    }
    gemm(step_now ? GemmMode::kAdd : GemmMode::kAssign, step_now ? -parameters.rate : 1.0f,
         outputs(), inputs(), points, slopes.transposed(), row_major(in, inputs()),
         step_now ? parameters.values : parameters.gradient, inputs(), scratch.gemm);
  }

  float* bias = parameters.values + weight_count();
  float* bias_gradient =
      step_now ? scratch.grown(0, outputs()) : parameters.gradient + weight_count();
  kernels().column_sums(points, outputs(), grad_out, bias_gradient);
  if (step_now) {
    take_step({bias, nullptr, parameters.rate}, bias_gradient, static_cast<std::size_t>(outputs()));
  }
}

}  // namespace reprise
