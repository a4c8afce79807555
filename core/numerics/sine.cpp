#include "numerics/sine.hpp"

#include <cmath>

namespace reprise {

double sine_of_pi(double x) {
  const double whole = std::floor(x + 0.5);
  const double angle = 3.141592653589793 * (x - whole);  // From -pi / 2 to pi / 2.
  const double square = angle * angle;
  double series = 1.0;
  for (int n = 23; n > 1; n -= 2) series = 1.0 - series * square / (n * (n - 1));
  const bool odd = whole - 2.0 * std::floor(0.5 * whole) != 0.0;
  return odd ? -angle * series : angle * series;
}

}  // namespace reprise
