#include "data/points.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace reprise {

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

}  // namespace reprise
