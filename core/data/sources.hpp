#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "data/images.hpp"

namespace reprise {

/// What a channel's values, divided by 255, are shifted and scaled by: (v / 255 - mean) /
/// deviation.
struct ChannelScale {
  double mean = 0.0;
  double deviation = 1.0;
};

/// A well-known picture set: the shape of its pictures, and the mean and standard deviation of each
/// channel over its whole training set, by which its pictures are normalised.
struct KnownSource {
  int height = 0, width = 0, channels = 0;
  std::vector<ChannelScale> scales;  ///< One a channel.
};

/// The set by the name it has in a spec: "mnist", "fashion_mnist" or "cifar10"; empty for others.
std::optional<KnownSource> known_source(std::string_view name);

/// Mean and standard deviation of each channel over the chosen pictures, for sets nobody knows. A
/// channel that has one value everywhere is given the deviation 1.
std::vector<ChannelScale> measured_scales(const ImageSet& images, std::span<const int> indices);

}  // namespace reprise
