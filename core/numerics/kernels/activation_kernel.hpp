#pragma once

#include <cstddef>

#include "numerics/activation.hpp"
#include "numerics/elementary.hpp"
#include "numerics/lanes.hpp"

namespace reprise {
inline namespace REPRISE_LANES_NAMESPACE {
namespace {

// By hand for the bits, not for speed: Eigen's tanh is another approximation, at four lanes 3.7 times as
// quick, and its functions change with its version (README.md).
//
// Each nonlinearity gives its value at x, and its slope from x and the value already computed.

struct Linear {
  static Lanes value(Lanes x) { return x; }
  static Lanes slope(Lanes, Lanes) { return splat(1.0f); }
};

struct Relu {
  // Written so that NaN passes through instead of becoming zero, which would hide a divergence.
  static Lanes value(Lanes x) { return select(x < splat(0.0f), splat(0.0f), x); }
  static Lanes slope(Lanes x, Lanes) { return select(x > splat(0.0f), splat(1.0f), splat(0.0f)); }
};

struct LeakyRelu {
  static Lanes value(Lanes x) { return select(x < splat(0.0f), x * splat(kLeakySlope), x); }
  static Lanes slope(Lanes x, Lanes) {
    return select(x > splat(0.0f), splat(1.0f), splat(kLeakySlope));
  }
};

struct Tanh {
  static Lanes value(Lanes x) { return hyperbolic_tangent(x); }
  static Lanes slope(Lanes, Lanes value) { return splat(1.0f) - value * value; }
};

struct Elu {
  static Lanes value(Lanes x) { return select(x > splat(0.0f), x, exponential_minus_one(x)); }
  static Lanes slope(Lanes x, Lanes value) {
    return select(x > splat(0.0f), splat(1.0f), value + splat(1.0f));
  }
};

struct Silu {
  static Lanes value(Lanes x) { return x * logistic(x); }
  static Lanes slope(Lanes x, Lanes value) {
    const Lanes s = logistic(x);
    return s + value * (splat(1.0f) - s);
  }
};

template <class Function>
void apply(std::size_t count, const float* in, float* out) {
  std::size_t i = 0;
  for (; i + kLaneCount <= count; i += kLaneCount) store(out + i, Function::value(load(in + i)));
  const int rest = static_cast<int>(count - i);
  if (rest > 0) store_partial(out + i, Function::value(load_partial(in + i, rest)), rest);
}

template <class Function>
void apply_slope(std::size_t count, const float* in, const float* out, const float* grad_out,
                 float* grad_in) {
  std::size_t i = 0;
  for (; i + kLaneCount <= count; i += kLaneCount) {
    store(grad_in + i, load(grad_out + i) * Function::slope(load(in + i), load(out + i)));
  }
  const int rest = static_cast<int>(count - i);
  if (rest > 0) {
    const Lanes slope = Function::slope(load_partial(in + i, rest), load_partial(out + i, rest));
    store_partial(grad_in + i, load_partial(grad_out + i, rest) * slope, rest);
  }
}

// Calls `use` with the type that implements the activation.
template <class Use>
inline void with_function(Activation activation, Use use) {
  switch (activation) {
    case Activation::kLinear:
      return use(Linear{});
    case Activation::kRelu:
      return use(Relu{});
    case Activation::kLeakyRelu:
      return use(LeakyRelu{});
    case Activation::kTanh:
      return use(Tanh{});
    case Activation::kElu:
      return use(Elu{});
    case Activation::kSilu:
      return use(Silu{});
  }
}

void activation_forward_kernel(Activation activation, std::size_t count, const float* in,
                               float* out) {
  with_function(activation, [&](auto function) { apply<decltype(function)>(count, in, out); });
}

void activation_backward_kernel(Activation activation, std::size_t count, const float* in,
                                const float* out, const float* grad_out, float* grad_in) {
  with_function(activation, [&](auto function) {
    apply_slope<decltype(function)>(count, in, out, grad_out, grad_in);
  });
}

}  // namespace
}  // namespace REPRISE_LANES_NAMESPACE
}  // namespace reprise
