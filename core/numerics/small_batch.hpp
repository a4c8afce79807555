#pragma once

// Products for batches of one to four points. There is nothing to reuse in a cache: each weight is
// read once and meets few numbers, so the time is the time to stream the weights through the
// processor. What counts is the number of passes over them: one forward, and one that does backward
// and update together.

namespace reprise {

/// The largest batch these kernels take; above it, packing pays and `gemm` is faster.
inline constexpr int kSmallBatch = 4;

/// Z = A W^T + bias for `batch` (1 to 4) points.
/// `weights` is outputs x inputs, `in` is batch x inputs, `out` is batch x outputs, all row-major;
/// `bias` has `outputs` elements. Each sum runs over eight interleaved parts, which are then added,
/// and the bias last.
void small_batch_forward(int batch, int outputs, int inputs, const float* weights,
                         const float* bias, const float* in, float* out);

/// One pass that gives the gradient of the inputs and takes an SGD step on the weights:
/// `grad_in` = `grad_out` W (with W before the step; skipped when `grad_in` is null), then
/// W = W - rate * grad_out^T in. Shapes as above, `grad_out` batch x outputs, `grad_in` batch x
/// inputs.
void small_batch_backward_update(int batch, int outputs, int inputs, float rate, float* weights,
                                 const float* in, const float* grad_out, float* grad_in);

}  // namespace reprise
