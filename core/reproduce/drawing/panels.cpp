#include "reproduce/drawing/panels.hpp"

#include <algorithm>
#include <cmath>

namespace reprise::reproduce {
namespace {

// Values as shares of their range, on the scale they are drawn on; NaN where they cannot be drawn.
std::vector<double> drawn(const std::vector<double>& values, bool logarithmic) {
  std::vector<double> scaled;
  double low = INFINITY, high = -INFINITY;
  for (const double value : values) {
    scaled.push_back(logarithmic ? (value > 0 ? std::log10(value) : NAN) : value);
    if (std::isfinite(scaled.back()))
      low = std::min(low, scaled.back()), high = std::max(high, scaled.back());
  }
  for (double& value : scaled) value = high > low ? (value - low) / (high - low) : value - low;
  return scaled;
}

// Keeps of the points between `first` and `last` those that the tolerance asks for, the farthest
// one first.
void keep_far(const std::vector<double>& x, const std::vector<double>& y, std::size_t first,
              std::size_t last, double tolerance, std::vector<bool>& kept) {
  double farthest = tolerance;
  std::size_t place = first;
  const double dx = x[last] - x[first], dy = y[last] - y[first];
  for (std::size_t i = first + 1; i < last; ++i) {
    const double share = dx > 0 ? (x[i] - x[first]) / dx : 0;
    const double distance = std::abs(y[first] + share * dy - y[i]);
    if (distance > farthest) farthest = distance, place = i;
  }
  if (place == first) return;
  kept[place] = true;
  keep_far(x, y, first, place, tolerance, kept);
  keep_far(x, y, place, last, tolerance, kept);
}

// Each stretch without a gap for itself, and one point of every gap, so that it stays one.
void keep_stretches(const std::vector<double>& x, const std::vector<double>& y, double tolerance,
                    std::vector<bool>& kept) {
  const auto usable = [&](std::size_t i) { return std::isfinite(x[i]) && std::isfinite(y[i]); };
  for (std::size_t first = 0; first < y.size(); ++first) {
    kept[first] = true;
    std::size_t last = first;
    while (last + 1 < y.size() && usable(last + 1) == usable(first)) ++last;
    if (usable(first)) {
      kept[last] = true;
      keep_far(x, y, first, last, tolerance, kept);
    }
    first = last;
  }
}

}  // namespace

std::vector<std::size_t> visible_points(const Series& series, bool log_x, bool log_y,
                                        std::size_t most) {
  // Shares of the curve's height, from one that no eye sees.
  constexpr double kFinest = 3e-3, kCoarsest = 0.2;
  const std::size_t count = series.x.size();
  const bool all = series.role == Role::kPoints || count <= 2;
  const std::vector<double> x = drawn(series.x, log_x), y = drawn(series.y, log_y);
  std::vector<std::size_t> places;
  // Seventeen times, however it is rounded.
  // NOLINTNEXTLINE(clang-analyzer-security.FloatLoopCounter)
  for (double tolerance = kFinest; tolerance < kCoarsest; tolerance *= 1.3) {
    std::vector<bool> kept(count, all);
    if (!all) keep_stretches(x, y, tolerance, kept);
    places.clear();
    for (std::size_t i = 0; i < count; ++i) {
      if (kept[i]) places.push_back(i);
    }
    if (all || places.size() <= most) break;
  }
  return places;
}

}  // namespace reprise::reproduce
