#include "numerics/small_batch.hpp"

#include "numerics/vector_width.hpp"

namespace reprise {

void small_batch_forward(int batch, int outputs, int inputs, const float* weights,
                         const float* bias, const float* in, float* out) {
  kernels().small_batch_forward(batch, outputs, inputs, weights, bias, in, out);
}

void small_batch_backward_update(int batch, int outputs, int inputs, float rate, float* weights,
                                 const float* in, const float* grad_out, float* grad_in) {
  kernels().small_batch_backward_update(batch, outputs, inputs, rate, weights, in, grad_out,
                                        grad_in);
}

}  // namespace reprise
