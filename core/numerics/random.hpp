#pragma once

#include <cstdint>
#include <vector>

#include <boost/random/mersenne_twister.hpp>

namespace reprise {

/// What a stream of random numbers is for. Streams of one seed are independent, so that drawing
/// more from one (a wider network, say) leaves the others as they were.
enum class RandomPurpose : std::uint64_t {
  kWeights = 1,
  kShuffle = 2,
  kDropout = 3,
  kNoise = 4,
  kPlaces = 5,
  kTargets = 6
};

/// A seeded stream of random numbers with the same values on every platform: those of Boost.Random,
/// because the distributions of the standard libraries differ from one another.
class RandomStream {
 public:
  RandomStream(std::uint64_t seed, RandomPurpose purpose);

  /// Fills `count` floats with normal numbers of mean zero and the given standard deviation.
  void fill_normal(float* values, std::size_t count, double standard_deviation);

  /// A uniform number in [0, 1).
  double uniform();

  /// Puts `items` into a uniformly random order (Fisher and Yates).
  void shuffle(std::vector<std::int32_t>& items);

 private:
  boost::random::mt19937_64 engine_;
};

}  // namespace reprise
