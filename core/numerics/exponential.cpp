#include "numerics/exponential.hpp"

#include <cstdint>
#include <cstring>
#include <limits>

namespace reprise {
namespace {

// 2^n for n from -1022 to 1023.
double power_of_two(std::int64_t n) {
  const std::uint64_t bits = static_cast<std::uint64_t>(n + 1023) << 52;
  double power = 0.0;
  std::memcpy(&power, &bits, sizeof power);  // libc++ 13 has no std::bit_cast yet.
  return power;
}

}  // namespace

double exponential(double x) {
  if (x != x) return x;
  if (x > 709.782712893384) return std::numeric_limits<double>::infinity();
  if (x < -745.1332191019412) return 0.0;

  // x = n ln 2 + r with |r| <= ln 2 / 2; adding 1.5 * 2^52 rounds to the nearest integer. ln 2 is
  // in two parts, the first with trailing zeros, so that n * part is exact.
  constexpr double rounder = 6755399441055744.0;
  const double n = (x * 1.4426950408889634 + rounder) - rounder;
  const double r = (x - n * 6.93147180369123816490e-01) - n * 1.90821492927058770002e-10;

  // Taylor's series; the first term left out is below 2e-18. Its 1 and r are added last, since all
  // that is smaller then loses nothing.
  double series = 1.0 / 6227020800.0;
  constexpr double inverse_factorials[] = {1.0 / 479001600.0,
                                           1.0 / 39916800.0,
                                           1.0 / 3628800.0,
                                           1.0 / 362880.0,
                                           1.0 / 40320.0,
                                           1.0 / 5040.0,
                                           1.0 / 720.0,
                                           1.0 / 120.0,
                                           1.0 / 24.0,
                                           1.0 / 6.0,
                                           0.5};
  for (const double factor : inverse_factorials) series = series * r + factor;
  const double result = 1.0 + (r + r * r * series);

  // Two factors, since 2^n alone may be out of range where the result is not.
  const auto whole = static_cast<std::int64_t>(n);
  const std::int64_t half = whole / 2;
  return result * power_of_two(half) * power_of_two(whole - half);
}

double logarithm(double x) {
  if (!(x <= std::numeric_limits<double>::max())) return x;
  // x = 2^n m with m from sqrt(1/2) to sqrt(2), and log m = 2 artanh s with s = (m - 1) / (m + 1).
  std::uint64_t bits = 0;
  std::memcpy(&bits, &x, sizeof bits);
  constexpr std::uint64_t half_of_two = 0x3fe6a09e667f3bcd;  // The bits of sqrt(1/2).
  const std::int64_t n = static_cast<std::int64_t>(bits - half_of_two) >> 52;
  const double m = x * power_of_two(-n);
  const double s = (m - 1.0) / (m + 1.0), square = s * s;
  // The first term left out is below 1e-17 of the first.
  double series = 0.0;
  for (int k = 21; k >= 3; k -= 2) series = (series + 1.0 / k) * square;
  const double whole = static_cast<double>(n);
  return whole * 6.93147180369123816490e-01 +
         (2.0 * s + (2.0 * s * series + whole * 1.90821492927058770002e-10));
}

}  // namespace reprise
