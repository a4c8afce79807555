#include "numerics/small_batch.hpp"

#include <algorithm>
#include <cstddef>

#include "numerics/lanes.hpp"

// One row of weights at a time, in memory order. Handling several rows together would save loads of
// the points, but it reads from several places at once, and that was measured slower: what limits
// these loops is how fast a single stream of weights comes in from the outer caches.

namespace reprise {
namespace {

template <int Batch>
void forward(int outputs, int inputs, const float* weights, const float* bias, const float* in,
             float* out) {
  for (int row = 0; row < outputs; ++row, weights += inputs) {
    // Two sums a point, so that one addition need not wait for the one before.
    Lanes even[Batch], odd[Batch];
    for (int point = 0; point < Batch; ++point) even[point] = odd[point] = splat(0.0f);
    int j = 0;
    for (; j + 2 * kLaneCount <= inputs; j += 2 * kLaneCount) {
      const Lanes w0 = load(weights + j), w1 = load(weights + j + kLaneCount);
      for (int point = 0; point < Batch; ++point) {
        even[point] += w0 * load(in + point * inputs + j);
        odd[point] += w1 * load(in + point * inputs + j + kLaneCount);
      }
    }
    for (; j < inputs; j += kLaneCount) {
      const int count = std::min(kLaneCount, inputs - j);
      const Lanes w = load_partial(weights + j, count);
      for (int point = 0; point < Batch; ++point) {
        even[point] += w * load_partial(in + point * inputs + j, count);
      }
    }
    for (int point = 0; point < Batch; ++point) {
      out[point * outputs + row] = sum(even[point] + odd[point]) + bias[row];
    }
  }
}

template <int Batch, bool WithInputGradient>
void backward_update(int outputs, int inputs, float rate, float* weights, const float* in,
                     const float* grad_out, float* grad_in) {
  if (WithInputGradient) std::fill_n(grad_in, static_cast<std::ptrdiff_t>(Batch) * inputs, 0.0f);
  for (int row = 0; row < outputs; ++row, weights += inputs) {
    Lanes slope[Batch], step[Batch];
    for (int point = 0; point < Batch; ++point) {
      slope[point] = splat(grad_out[point * outputs + row]);
      step[point] = splat(rate) * slope[point];
    }
    // What happens to the `count` weights from j on; written once for whole lanes and for the rest.
    const auto advance = [&](int j, auto read, auto write) {
      Lanes w = read(weights + j);
      if (WithInputGradient) {
        for (int point = 0; point < Batch; ++point) {
          float* gradient = grad_in + point * inputs + j;
          write(gradient, read(gradient) + w * slope[point]);
        }
      }
      for (int point = 0; point < Batch; ++point) w -= step[point] * read(in + point * inputs + j);
      write(weights + j, w);
    };
    int j = 0;
    for (; j + kLaneCount <= inputs; j += kLaneCount) {
      advance(
          j, [](const float* from) { return load(from); },
          [](float* to, Lanes lanes) { store(to, lanes); });
    }
    if (const int rest = inputs - j; rest > 0) {
      advance(
          j, [rest](const float* from) { return load_partial(from, rest); },
          [rest](float* to, Lanes lanes) { store_partial(to, lanes, rest); });
    }
  }
}

template <int Batch>
void backward_update_either(int outputs, int inputs, float rate, float* weights, const float* in,
                            const float* grad_out, float* grad_in) {
  if (grad_in != nullptr) {
    backward_update<Batch, true>(outputs, inputs, rate, weights, in, grad_out, grad_in);
  } else {
    backward_update<Batch, false>(outputs, inputs, rate, weights, in, grad_out, grad_in);
  }
}

}  // namespace

void small_batch_forward(int batch, int outputs, int inputs, const float* weights,
                         const float* bias, const float* in, float* out) {
  switch (batch) {
    case 1:
      return forward<1>(outputs, inputs, weights, bias, in, out);
    case 2:
      return forward<2>(outputs, inputs, weights, bias, in, out);
    case 3:
      return forward<3>(outputs, inputs, weights, bias, in, out);
    case 4:
      return forward<4>(outputs, inputs, weights, bias, in, out);
    default:
      return;  // The caller chooses by `kSmallBatch`.
  }
}

void small_batch_backward_update(int batch, int outputs, int inputs, float rate, float* weights,
                                 const float* in, const float* grad_out, float* grad_in) {
  const auto run = [&](auto kernel) {
    kernel(outputs, inputs, rate, weights, in, grad_out, grad_in);
  };
  switch (batch) {
    case 1:
      return run(backward_update_either<1>);
    case 2:
      return run(backward_update_either<2>);
    case 3:
      return run(backward_update_either<3>);
    case 4:
      return run(backward_update_either<4>);
    default:
      return;
  }
}

}  // namespace reprise
