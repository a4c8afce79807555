#pragma once

#include <cstddef>

#include "numerics/activation.hpp"
#include "numerics/matrix_view.hpp"

namespace reprise {

/// One step of Adam (Kingma and Ba, "Adam: A Method for Stochastic Optimization", algorithm 1):
/// mean = keep_mean mean + add_mean g, square = keep_square square + add_square g^2, parameter -=
/// rate mean / (sqrt(square_correction square) + epsilon), with what is below the smallest normal
/// number (2^-126) counted as nought.
struct AdamStep {
  float keep_mean, add_mean, keep_square, add_square;
  float rate;               ///< Learning rate, divided by one minus the power of `keep_mean`.
  float square_correction;  ///< One over one minus the power of `keep_square`.
  float epsilon;
};

/// The loops in which training spends its time, for one width of vectors. Each gives the same bits
/// at every width: lanes go along numbers that are summed apart, never along a sum.
struct Kernels {
  int lanes;  ///< 4, 8 or 16 floats in a vector.

  /// See `gemm`; `left` and `right` have the floats that `gemm_size` says.
  void (*gemm)(GemmMode mode, float scale, int m, int n, int k, MatrixView a, MatrixView b,
               float* c, std::ptrdiff_t c_stride, float* left, float* right);
  /// See `small_batch_forward`.
  void (*small_batch_forward)(int batch, int outputs, int inputs, const float* weights,
                              const float* bias, const float* in, float* out);
  /// See `small_batch_backward_update`.
  void (*small_batch_backward_update)(int batch, int outputs, int inputs, float rate,
                                      float* weights, const float* in, const float* grad_out,
                                      float* grad_in);
  /// out = f(in), number by number.
  void (*activation_forward)(Activation activation, std::size_t count, const float* in, float* out);
  /// grad_in = grad_out f'(in), where out = f(in).
  void (*activation_backward)(Activation activation, std::size_t count, const float* in,
                              const float* out, const float* grad_out, float* grad_in);
  /// sums (`columns`) of a row-major matrix (rows x columns), row after row.
  void (*column_sums)(int rows, int columns, const float* matrix, float* sums);
  /// to = keep * to + scale * from, where what is nearer to nought than `least` becomes nought. With
  /// `keep` 1 and `least` 0 a step of SGD.
  void (*combine)(std::size_t count, float keep, float scale, float least, const float* from,
                  float* to);
  void (*adam)(std::size_t count, const AdamStep& step, const float* gradient, float* mean,
               float* mean_square, float* parameters);
};

}  // namespace reprise
