#include "numerics/decimal.hpp"

#include <cmath>
#include <cstdint>
#include <cstdlib>

namespace reprise {

std::string decimal_text(double value, int digits) {
  const std::string sign = std::signbit(value) ? "-" : "";
  if (std::isnan(value)) return "nan";
  if (std::isinf(value)) return sign + "inf";
  if (value == 0.0) return sign + "0";
  // value = leading * 10^exponent with leading from 1 to below 10; some hundred divisions cost less
  // than the last digit asked for.
  double leading = std::fabs(value);
  int exponent = 0;
  for (; leading >= 10.0; ++exponent) leading /= 10.0;
  for (; leading < 1.0; --exponent) leading *= 10.0;
  for (int digit = 1; digit < digits; ++digit) leading *= 10.0;
  std::string text = std::to_string(static_cast<std::uint64_t>(leading + 0.5));
  if (static_cast<int>(text.size()) > digits) ++exponent;  // Rounded up to the next power of ten.
  text.erase(text.find_last_not_of('0') + 1);
  const bool scientific = exponent < -4 || exponent >= digits;
  const int before_point = scientific ? 0 : exponent;
  if (before_point < 0) text.insert(0, static_cast<std::size_t>(-before_point), '0');
  const std::size_t whole = before_point < 0 ? 1 : static_cast<std::size_t>(before_point) + 1;
  if (text.size() < whole) text.append(whole - text.size(), '0');
  if (text.size() > whole) text.insert(whole, ".");
  if (scientific) {
    const int size = std::abs(exponent);
    text += (exponent < 0 ? "e-" : "e+") + std::string(size < 10 ? "0" : "") + std::to_string(size);
  }
  return sign + text;
}

}  // namespace reprise
