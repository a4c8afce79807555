#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "numerics/result.hpp"

namespace reprise {

/// Labelled pictures of one size, 8 bits a channel.
struct ImageSet {
  int count = 0;
  int height = 0;                    ///< In pixels.
  int width = 0;                     ///< In pixels.
  int channels = 0;                  ///< 1 for grey, 3 for red, green, blue.
  std::vector<std::uint8_t> pixels;  ///< count x height x width x channels: row by row, the
                                     ///< channels of a pixel side by side.
  std::vector<std::uint8_t> labels;  ///< count values, each 0 to 9.

  /// Values in one picture.
  int pixels_per_image() const { return channels * height * width; }
};

/// Reads the two files of an IDX data set (MNIST, Fashion-MNIST), already decompressed: unsigned
/// bytes; three dimensions for grey pictures (count, height, width) or four (count, height, width,
/// channels: 1 or 3), and one for labels. Every inconsistency is an error; the
/// fields are named `images.…` and `labels.…`.
Result<ImageSet> parse_idx(std::span<const std::uint8_t> images,
                           std::span<const std::uint8_t> labels);

/// Reads a CIFAR-10 binary file: records of one label and 3 x 32 x 32 values, channel after
/// channel.
Result<ImageSet> parse_cifar10(std::span<const std::uint8_t> records);

}  // namespace reprise
