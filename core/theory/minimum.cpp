#include "theory/minimum.hpp"

#include <boost/math/tools/minima.hpp>
#include <cstdint>
#include <limits>

namespace reprise {

double least_near(double guess, double factor, const std::function<double(double)>& value) {
  // Multiples of the guess, since the method's tolerance is also an absolute one.
  const auto at_multiple = [&](double multiple) { return value(guess * multiple); };
  std::uintmax_t evaluations = 100;
  constexpr int bits = std::numeric_limits<double>::digits / 2;
  return guess * boost::math::tools::brent_find_minima(at_multiple, 1.0 / factor, factor, bits, evaluations).first;
}

}  // namespace reprise
