#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "numerics/result.hpp"

namespace reprise {

/// How much is read of each kind of file, in bytes, unpacked: more is refused. All of MNIST has
/// 47 million, CIFAR-10 184 million; a table of a million records in ten columns some 200 million.
constexpr std::size_t kLargestSpec = 1'000'000, kLargestTable = 250'000'000,
                      kLargestPictures = 400'000'000;

/// The whole file; one compressed with gzip comes out decompressed. Never holds more than `largest`
/// bytes and a block.
Result<std::vector<std::uint8_t>> read_file(const std::string& path, std::size_t largest);

/// Writes the file; false if that fails.
bool write_file(const std::string& path, const std::string& content);

}  // namespace reprise
