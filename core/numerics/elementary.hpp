#pragma once

#include "numerics/lanes.hpp"

// Elementary functions over vectors of any width, written out with IEEE additions and
// multiplications only. The standard library's differ in their last bits from one platform to the
// next; these do not. All of them carry NaN through and take infinities to their limits. Relative
// error below 3e-7.

namespace reprise {
inline namespace REPRISE_LANES_NAMESPACE {

/// e^x, lane by lane. Above 88.72 the result is infinite; below -87.33 it is zero.
inline Lanes exponential(Lanes x) {
  const Lanes largest = splat(88.722839f), smallest = splat(-87.336544f);
  Lanes clamped = select(x > largest, largest, x);
  clamped = select(clamped < smallest, smallest, clamped);

  // x = n ln 2 + r with |r| <= ln 2 / 2. Adding 1.5 * 2^23 rounds to the nearest integer and leaves
  // that integer in the low bits of the sum.
  const Lanes rounder = splat(12582912.0f);
  const Lanes shifted = clamped * splat(1.44269504f) + rounder;
  const Lanes n = shifted - rounder;
  // ln 2 in two parts, the first with trailing zeros, so that n * part is exact.
  const Lanes r = (clamped - n * splat(0.693359375f)) - n * splat(-2.12194440e-4f);

  Lanes series = splat(1.0f / 5040.0f);
  series = series * r + splat(1.0f / 720.0f);
  series = series * r + splat(1.0f / 120.0f);
  series = series * r + splat(1.0f / 24.0f);
  series = series * r + splat(1.0f / 6.0f);
  series = series * r + splat(0.5f);
  series = series * r + splat(1.0f);
  series = series * r + splat(1.0f);

  // 2^n in two factors, since n = 128 alone is out of range just below the overflow limit.
  const LanesMask integer = bits(shifted) - bits(rounder);
  const LanesMask half = integer >> 1;
  const LanesMask rest = integer - half;
  const LanesMask bias = LanesMask{} + 127;
  const Lanes scaled = (series * from_bits((half + bias) << 23)) * from_bits((rest + bias) << 23);

  const Lanes overflowed = select(x > largest, splat(__builtin_inff()), scaled);
  return select(x < smallest, splat(0.0f), overflowed);
}

/// e^x - 1 without the cancellation that subtracting would bring near zero.
inline Lanes exponential_minus_one(Lanes x) {
  Lanes series = splat(1.0f / 362880.0f);
  series = series * x + splat(1.0f / 40320.0f);
  series = series * x + splat(1.0f / 5040.0f);
  series = series * x + splat(1.0f / 720.0f);
  series = series * x + splat(1.0f / 120.0f);
  series = series * x + splat(1.0f / 24.0f);
  series = series * x + splat(1.0f / 6.0f);
  series = series * x + splat(0.5f);
  const Lanes near_zero = x + x * x * series;
  const LanesMask small = (x < splat(0.5f)) & (x > splat(-0.5f));
  return select(small, near_zero, exponential(x) - splat(1.0f));
}

/// Hyperbolic tangent, from tanh |x| = e / (e + 2) with e = e^(2 |x|) - 1.
inline Lanes hyperbolic_tangent(Lanes x) {
  const LanesMask sign_bit = bits(splat(-0.0f));
  const LanesMask sign = bits(x) & sign_bit;
  const Lanes magnitude = from_bits(bits(x) & ~sign_bit);
  // Beyond 10 the result is 1 to the last bit; stopping there keeps e finite.
  const Lanes limited = select(magnitude > splat(10.0f), splat(10.0f), magnitude);
  const Lanes e = exponential_minus_one(limited + limited);
  return from_bits(bits(e / (e + splat(2.0f))) | sign);
}

/// 1 / (1 + e^-x).
inline Lanes logistic(Lanes x) { return splat(1.0f) / (splat(1.0f) + exponential(-x)); }

}  // namespace REPRISE_LANES_NAMESPACE
}  // namespace reprise
