#include <cstddef>
#include <string>
#include <utility>

#include "data/images.hpp"

namespace reprise {
namespace {

using Bytes = std::span<const std::uint8_t>;

constexpr std::uint64_t kMaximumSide =
    1024;  // Pixels; keeps every product below far from overflow.
constexpr std::uint64_t kMaximumCount = 1u << 24;

// The four header bytes of unsigned bytes (08) in three or four dimensions or in one.
constexpr std::uint32_t kImagesMagic = 0x00000803;
constexpr std::uint32_t kChannelsMagic = 0x00000804;
constexpr std::uint32_t kLabelsMagic = 0x00000801;

std::uint32_t big_endian(Bytes bytes, std::size_t offset) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value << 8 | bytes[offset + i];
  return value;
}

std::string hexadecimal(std::uint32_t value) {
  std::string text = "0x";
  for (int shift = 28; shift >= 0; shift -= 4) text += "0123456789abcdef"[value >> shift & 15];
  return text;
}

std::string bytes_text(std::uint64_t count) {
  return std::to_string(count) + (count == 1 ? " byte" : " bytes");
}

// Checks what both files share: a complete header that starts with the right magic number.
bool header_is_wrong(const char* file, Bytes bytes, std::uint32_t magic, std::size_t header_size,
                     Error& error) {
  if (bytes.size() >= 2 && bytes[0] == 0x1f && bytes[1] == 0x8b) {
    error = {file, "gzip-compressed", "IDX data that is already decompressed"};
    return true;
  }
  // The magic number first: the wrong file is a likelier mistake than a short one.
  if (bytes.size() >= 4 && big_endian(bytes, 0) != magic) {
    error = {std::string(file) + ".magic", hexadecimal(big_endian(bytes, 0)),
             hexadecimal(magic) + " (IDX, unsigned bytes, " +
                 (magic == kImagesMagic ? "three dimensions)" : "one dimension)")};
    return true;
  }
  if (bytes.size() < header_size) {
    error = {std::string(file) + ".size", bytes_text(bytes.size()),
             "at least the " + std::to_string(header_size) + " bytes of the IDX header"};
    return true;
  }
  return false;
}

Error out_of_range(const char* field, std::uint64_t value, std::uint64_t maximum) {
  return {field, std::to_string(value), "an integer from 1 to " + std::to_string(maximum)};
}

}  // namespace

Result<ImageSet> parse_idx(Bytes images, Bytes labels) {
  constexpr std::size_t kLabelsHeader = 8;
  const bool has_channels = images.size() >= 4 && big_endian(images, 0) == kChannelsMagic;
  const std::size_t images_header = has_channels ? 20 : 16;
  Error error;
  if (header_is_wrong("images", images, has_channels ? kChannelsMagic : kImagesMagic, images_header,
                      error)) {
    return error;
  }
  const std::uint64_t count = big_endian(images, 4);
  const std::uint64_t height = big_endian(images, 8);
  const std::uint64_t width = big_endian(images, 12);
  if (count < 1 || count > kMaximumCount) return out_of_range("images.count", count, kMaximumCount);
  if (height < 1 || height > kMaximumSide)
    return out_of_range("images.height", height, kMaximumSide);
  if (width < 1 || width > kMaximumSide) return out_of_range("images.width", width, kMaximumSide);
  const std::uint64_t channels = has_channels ? big_endian(images, 16) : 1;
  if (channels != 1 && channels != 3) {
    return Error{"images.channels", std::to_string(channels), "1 (grey) or 3 (red, green, blue)"};
  }
  const std::uint64_t images_size = images_header + count * height * width * channels;
  if (images.size() != images_size) {
    return Error{"images.size", bytes_text(images.size()),
                 bytes_text(images_size) + " for " + std::to_string(count) + " pictures of " +
                     std::to_string(height) + " x " + std::to_string(width) +
                     (channels > 1 ? " in colour" : "")};
  }

  if (header_is_wrong("labels", labels, kLabelsMagic, kLabelsHeader, error)) return error;
  if (big_endian(labels, 4) != count) {
    return Error{"labels.count", std::to_string(big_endian(labels, 4)),
                 std::to_string(count) + ", the number of pictures"};
  }
  if (labels.size() != kLabelsHeader + count) {
    return Error{"labels.size", bytes_text(labels.size()),
                 bytes_text(kLabelsHeader + count) + " for " + std::to_string(count) + " labels"};
  }
  for (std::size_t i = 0; i < count; ++i) {
    const int label = labels[kLabelsHeader + i];
    if (label > 9) {
      return Error{"labels[" + std::to_string(i) + "]", std::to_string(label),
                   "a label from 0 to 9"};
    }
  }

  ImageSet set;
  set.count = static_cast<int>(count);
  set.height = static_cast<int>(height);
  set.width = static_cast<int>(width);
  set.channels = static_cast<int>(channels);
  set.pixels.assign(images.begin() + static_cast<std::ptrdiff_t>(images_header), images.end());
  set.labels.assign(labels.begin() + kLabelsHeader, labels.end());
  return set;
}

}  // namespace reprise
