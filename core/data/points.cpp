#include "data/points.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "numerics/random.hpp"

namespace reprise {
namespace {

double squares(const float* a, const float* b, int dimension) {
  double sum = 0;
  for (int k = 0; k < dimension; ++k) {
    const double difference = double{a[k]} - double{b[k]};
    sum += difference * difference;
  }
  return sum;
}

}  // namespace

PointSet two_points(double dx2, double dy2, bool centred_targets) {
  const double first = centred_targets ? -0.5 * std::sqrt(dy2) : 0.6;
  PointSet set;
  set.count = 2;
  set.input_dimension = 1;
  set.output_dimension = 1;
  set.inputs = {-1.0f, static_cast<float>(-1.0 + std::sqrt(dx2))};
  set.targets = {static_cast<float>(first), static_cast<float>(first + std::sqrt(dy2))};
  set.labels = {0, 1};
  return set;
}

PointSet xor_points() {
  PointSet set;
  set.count = 4;
  set.input_dimension = 2;
  set.output_dimension = 1;
  set.inputs = {0, 0, 0, 1, 1, 0, 1, 1};
  set.targets = {0, 1, 1, 0};
  set.labels = {0, 1, 2, 3};
  return set;
}

PointSet image_points(const ImageSet& images, std::span<const int> indices,
                      std::span<const int> classes, std::span<const ChannelScale> scales) {
  std::vector<std::array<float, 256>> normalised(scales.size());
  for (std::size_t channel = 0; channel < scales.size(); ++channel) {
    for (std::size_t v = 0; v < 256; ++v) {
      normalised[channel][v] = static_cast<float>(
          (static_cast<double>(v) / 255.0 - scales[channel].mean) / scales[channel].deviation);
    }
  }
  const auto pixels = static_cast<std::size_t>(images.pixels_per_image());
  PointSet set;
  set.count = static_cast<int>(indices.size());
  set.input_dimension = images.pixels_per_image();
  set.output_dimension = static_cast<int>(classes.size());
  set.height = images.height;
  set.width = images.width;
  set.channels = images.channels;
  set.inputs.reserve(indices.size() * pixels);
  set.targets.reserve(indices.size() * classes.size());
  set.labels.reserve(indices.size());
  set.classes.assign(classes.begin(), classes.end());
  for (const int index : indices) {
    const auto image = static_cast<std::size_t>(index);
    for (std::size_t p = 0; p < pixels; ++p) {
      set.inputs.push_back(normalised[p % scales.size()][images.pixels[image * pixels + p]]);
    }
    const int label = images.labels[image];
    for (const int candidate : classes) set.targets.push_back(candidate == label ? 1.0f : 0.0f);
    set.labels.push_back(label);
  }
  return set;
}

void shuffle_targets(PointSet& points, std::uint64_t seed) {
  const int n = points.count, width = points.output_dimension;
  const std::vector<float> before = points.targets;
  const auto distance = [&](const std::vector<float>& targets, int i, int j) {
    return squares(&targets[i * width], &targets[j * width], width);
  };
  const auto same_distances = [&] {
    for (int i = 0; i < n; ++i) {
      for (int j = 0; j < i; ++j) {
        if (distance(before, i, j) != distance(points.targets, i, j)) return false;
      }
    }
    return true;
  };
  std::vector<std::int32_t> order;
  for (int i = 0; i < n; ++i) order.push_back(i);
  RandomStream stream(seed, RandomPurpose::kTargets);
  for (int draw = 0; draw < 100; ++draw) {
    stream.shuffle(order);
    for (int i = 0; i < n; ++i) {
      for (int k = 0; k < width; ++k) {
        points.targets[i * width + k] = before[order[i] * width + k];
      }
    }
    if (!same_distances()) return;
  }
}

}  // namespace reprise
