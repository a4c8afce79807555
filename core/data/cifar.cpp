#include <cstddef>
#include <string>

#include "data/images.hpp"

namespace reprise {

Result<ImageSet> parse_cifar10(std::span<const std::uint8_t> records) {
  constexpr int kSide = 32;
  constexpr std::size_t kChannels = 3;
  constexpr std::size_t kPixels = kChannels * kSide * kSide;
  constexpr std::size_t kRecord = 1 + kPixels;
  constexpr std::size_t kMaximumCount = 1u << 20;

  const std::size_t count = records.size() / kRecord;
  if (records.size() % kRecord != 0 || count < 1 || count > kMaximumCount) {
    return Error{"images.size", std::to_string(records.size()) + " bytes",
                 "a multiple of 3073 bytes (one label and 3 x 32 x 32 values), from 1 to " +
                     std::to_string(kMaximumCount) + " records"};
  }
  ImageSet set;
  set.count = static_cast<int>(count);
  set.height = kSide;
  set.width = kSide;
  set.channels = kChannels;
  set.pixels.reserve(count * kPixels);
  set.labels.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    const auto record = records.subspan(i * kRecord, kRecord);
    if (record[0] > 9) {
      return Error{"labels[" + std::to_string(i) + "]", std::to_string(record[0]),
                   "a label from 0 to 9"};
    }
    set.labels.push_back(record[0]);
    for (std::size_t pixel = 0; pixel < kPixels / kChannels; ++pixel) {
      for (std::size_t channel = 0; channel < kChannels; ++channel) {
        set.pixels.push_back(record[1 + channel * (kPixels / kChannels) + pixel]);
      }
    }
  }
  return set;
}

}  // namespace reprise
