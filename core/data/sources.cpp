#include "data/sources.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>

namespace reprise {

std::optional<KnownSource> known_source(std::string_view name) {
  if (name == "mnist") return KnownSource{28, 28, 1, {{0.1307, 0.3081}}};
  if (name == "fashion_mnist") return KnownSource{28, 28, 1, {{0.2860, 0.3530}}};
  if (name == "cifar10") {
    return KnownSource{32, 32, 3, {{0.4914, 0.2470}, {0.4822, 0.2435}, {0.4465, 0.2616}}};
  }
  return std::nullopt;
}

std::vector<ChannelScale> measured_scales(const ImageSet& images, std::span<const int> indices) {
  const auto channels = static_cast<std::size_t>(images.channels);
  const auto values = static_cast<std::size_t>(images.pixels_per_image());
  // Sums of whole numbers are exact, so that their order does not matter.
  std::vector<std::uint64_t> sums(channels), squares(channels);
  for (const int index : indices) {
    const std::uint8_t* picture = images.pixels.data() + static_cast<std::size_t>(index) * values;
    for (std::size_t i = 0; i < values; ++i) {
      const std::uint64_t value = picture[i];
      sums[i % channels] += value;
      squares[i % channels] += value * value;
    }
  }
  const std::size_t pixels = indices.size() * values / channels;
  const auto count = static_cast<double>(pixels);
  std::vector<ChannelScale> scales(channels);
  for (std::size_t channel = 0; channel < channels && count > 0; ++channel) {
    const double mean = static_cast<double>(sums[channel]) / count;
    const double variance = static_cast<double>(squares[channel]) / count - mean * mean;
    scales[channel].mean = mean / 255.0;
    // Rounding can leave a trace of variance where there is none.
    if (variance > 1e-6) scales[channel].deviation = std::sqrt(variance) / 255.0;
  }
  return scales;
}

}  // namespace reprise
