#include "numerics/random.hpp"

#include <boost/random/uniform_01.hpp>
#include <boost/random/uniform_int_distribution.hpp>
#include <utility>

#include "numerics/ziggurat.hpp"

namespace reprise {
namespace {

// The output function of SplitMix64: turns neighbouring seeds into unrelated ones.
std::uint64_t mix(std::uint64_t value) {
  value += 0x9e3779b97f4a7c15ULL;
  value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9ULL;
  value = (value ^ (value >> 27)) * 0x94d049bb133111ebULL;
  return value ^ (value >> 31);
}

}  // namespace

RandomStream::RandomStream(std::uint64_t seed, RandomPurpose purpose)
    : engine_(mix(mix(seed) ^ static_cast<std::uint64_t>(purpose))) {}

void RandomStream::fill_normal(float* values, std::size_t count, double standard_deviation) {
  for (std::size_t i = 0; i < count; ++i) {
    values[i] = static_cast<float>(standard_deviation * normal_number(engine_));
  }
}

double RandomStream::uniform() { return boost::random::uniform_01<double>()(engine_); }

void RandomStream::shuffle(std::vector<std::int32_t>& items) {
  for (std::size_t last = items.size(); last > 1; --last) {
    boost::random::uniform_int_distribution<std::uint64_t> pick(0, last - 1);
    std::swap(items[last - 1], items[pick(engine_)]);
  }
}

}  // namespace reprise
