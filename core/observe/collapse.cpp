#include "observe/collapse.hpp"

#include <cstddef>

namespace reprise {
namespace {

// Sum of squared distances from their mean, of `side` points that begin at number `first`, `step`
// apart. The mean squared distance of all their pairs is proportional to it.
double spread(const std::vector<float>& values, int width, int side, std::size_t first,
              std::size_t step) {
  double total = 0;
  for (int unit = 0; unit < width; ++unit) {
    double sum = 0, square = 0;
    const auto value = [&](int i) {
      return static_cast<double>(
          values[(first + static_cast<std::size_t>(i) * step) * width + unit]);
    };
    for (int i = 0; i < side; ++i) sum += value(i);
    const double mean = sum / side;
    for (int i = 0; i < side; ++i) square += (value(i) - mean) * (value(i) - mean);
    total += square;
  }
  return total;
}

}  // namespace

std::optional<double> collapse_index(const std::vector<float>& values, int width, int side) {
  const std::size_t length = static_cast<std::size_t>(side);
  double relevant = 0, irrelevant = 0;
  for (std::size_t context = 0; context < 2; ++context) {
    const std::size_t from = context * length * length;
    double along_x = 0, along_y = 0;
    for (std::size_t line = 0; line < length; ++line) {
      along_x += spread(values, width, side, from + line * length, 1);
      along_y += spread(values, width, side, from + line, length);
    }
    relevant += context == 0 ? along_x : along_y;
    irrelevant += context == 0 ? along_y : along_x;
  }
  if (relevant == 0) return std::nullopt;
  return irrelevant / relevant;
}

}  // namespace reprise
