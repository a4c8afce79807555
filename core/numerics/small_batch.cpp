#include "numerics/small_batch.hpp"

#include <algorithm>

#include "numerics/lanes.hpp"

namespace reprise {
namespace {

// Rows of weights handled together. Rows share the loads of the points, but rows x batch accumulators
// must fit into the 16 registers that SSE and WebAssembly give.
template <int Batch>
constexpr int kForwardRows = Batch <= 2 ? 4 : 2;

template <int Batch, int Rows>
void forward_rows(int inputs, int outputs, const float* weights, const float* bias, const float* in,
                  float* out) {
  Lanes sums[Rows][Batch];
  for (int row = 0; row < Rows; ++row) {
    for (int point = 0; point < Batch; ++point) sums[row][point] = splat(0.0f);
  }
  int j = 0;
  for (; j + kLaneCount <= inputs; j += kLaneCount) {
    Lanes points[Batch];
    for (int point = 0; point < Batch; ++point) points[point] = load(in + point * inputs + j);
    for (int row = 0; row < Rows; ++row) {
      const Lanes w = load(weights + row * inputs + j);
      for (int point = 0; point < Batch; ++point) sums[row][point] += w * points[point];
    }
  }
  for (int row = 0; row < Rows; ++row) {
    for (int point = 0; point < Batch; ++point) {
      float total = sum(sums[row][point]);
      for (int rest = j; rest < inputs; ++rest) {
        total += weights[row * inputs + rest] * in[point * inputs + rest];
      }
      out[point * outputs + row] = total + bias[row];
    }
  }
}

template <int Batch>
void forward(int outputs, int inputs, const float* weights, const float* bias, const float* in,
             float* out) {
  constexpr int kRows = kForwardRows<Batch>;
  int row = 0;
  for (; row + kRows <= outputs; row += kRows) {
    forward_rows<Batch, kRows>(inputs, outputs, weights + static_cast<long>(row) * inputs, bias + row,
                               in, out + row);
  }
  for (; row < outputs; ++row) {
    forward_rows<Batch, 1>(inputs, outputs, weights + static_cast<long>(row) * inputs, bias + row, in,
                           out + row);
  }
}

// The order of the two sums below is the same for lanes and for the rest: over points for the weights, and
// over rows, one after another, for the gradient of the inputs.
template <int Batch, int Rows, bool WithInputGradient>
void backward_rows(int inputs, int outputs, float rate, float* weights, const float* in,
                   const float* grad_out, float* grad_in) {
  float slope[Rows][Batch], step[Rows][Batch];
  Lanes slopes[Rows][Batch], steps[Rows][Batch];
  for (int row = 0; row < Rows; ++row) {
    for (int point = 0; point < Batch; ++point) {
      slope[row][point] = grad_out[point * outputs + row];
      step[row][point] = rate * slope[row][point];
      slopes[row][point] = splat(slope[row][point]);
      steps[row][point] = splat(step[row][point]);
    }
  }
  int j = 0;
  for (; j + kLaneCount <= inputs; j += kLaneCount) {
    Lanes points[Batch], gradients[Batch];
    for (int point = 0; point < Batch; ++point) {
      points[point] = load(in + point * inputs + j);
      if (WithInputGradient) gradients[point] = load(grad_in + point * inputs + j);
    }
    for (int row = 0; row < Rows; ++row) {
      Lanes w = load(weights + row * inputs + j);
      if (WithInputGradient) {
        for (int point = 0; point < Batch; ++point) gradients[point] += w * slopes[row][point];
      }
      for (int point = 0; point < Batch; ++point) w -= steps[row][point] * points[point];
      store(weights + row * inputs + j, w);
    }
    if (WithInputGradient) {
      for (int point = 0; point < Batch; ++point) store(grad_in + point * inputs + j, gradients[point]);
    }
  }
  for (; j < inputs; ++j) {
    for (int row = 0; row < Rows; ++row) {
      float w = weights[row * inputs + j];
      if (WithInputGradient) {
        for (int point = 0; point < Batch; ++point) {
          grad_in[point * inputs + j] += w * slope[row][point];
        }
      }
      for (int point = 0; point < Batch; ++point) w -= step[row][point] * in[point * inputs + j];
      weights[row * inputs + j] = w;
    }
  }
}

template <int Batch, bool WithInputGradient>
void backward(int outputs, int inputs, float rate, float* weights, const float* in,
              const float* grad_out, float* grad_in) {
  constexpr int kRows = kForwardRows<Batch>;
  int row = 0;
  for (; row + kRows <= outputs; row += kRows) {
    backward_rows<Batch, kRows, WithInputGradient>(inputs, outputs, rate,
                                                   weights + static_cast<long>(row) * inputs, in,
                                                   grad_out + row, grad_in);
  }
  for (; row < outputs; ++row) {
    backward_rows<Batch, 1, WithInputGradient>(inputs, outputs, rate,
                                               weights + static_cast<long>(row) * inputs, in,
                                               grad_out + row, grad_in);
  }
}

template <int Batch>
void backward_either(int outputs, int inputs, float rate, float* weights, const float* in,
                     const float* grad_out, float* grad_in) {
  if (grad_in != nullptr) {
    std::fill(grad_in, grad_in + Batch * inputs, 0.0f);
    backward<Batch, true>(outputs, inputs, rate, weights, in, grad_out, grad_in);
  } else {
    backward<Batch, false>(outputs, inputs, rate, weights, in, grad_out, grad_in);
  }
}

}  // namespace

void small_batch_forward(int batch, int outputs, int inputs, const float* weights, const float* bias,
                         const float* in, float* out) {
  switch (batch) {
    case 1: return forward<1>(outputs, inputs, weights, bias, in, out);
    case 2: return forward<2>(outputs, inputs, weights, bias, in, out);
    case 3: return forward<3>(outputs, inputs, weights, bias, in, out);
    case 4: return forward<4>(outputs, inputs, weights, bias, in, out);
    default: return;  // The caller chooses by `kSmallBatch`.
  }
}

void small_batch_backward_update(int batch, int outputs, int inputs, float rate, float* weights,
                                 const float* in, const float* grad_out, float* grad_in) {
  switch (batch) {
    case 1: return backward_either<1>(outputs, inputs, rate, weights, in, grad_out, grad_in);
    case 2: return backward_either<2>(outputs, inputs, rate, weights, in, grad_out, grad_in);
    case 3: return backward_either<3>(outputs, inputs, rate, weights, in, grad_out, grad_in);
    case 4: return backward_either<4>(outputs, inputs, rate, weights, in, grad_out, grad_in);
    default: return;
  }
}

}  // namespace reprise
