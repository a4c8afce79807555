// Normal numbers against those of Boost.Random, which drew them before and has its layers as tables.

#include "numerics/ziggurat.hpp"

#include <gtest/gtest.h>

#include <boost/random/mersenne_twister.hpp>
#include <boost/random/normal_distribution.hpp>

namespace reprise {
namespace {

template <class Tables, int layers>
void expect_the_same(const Ziggurat<layers>& ours) {
  for (int i = 0; i <= layers; ++i) {
    EXPECT_EQ(ours.x[i], Tables::table_x[i]) << i;
    EXPECT_EQ(ours.y[i], Tables::table_y[i]) << i;
  }
}

TEST(Ziggurat, LayersAreThoseOfTheTablesBitForBit) {
  expect_the_same<boost::random::detail::normal_table<double>>(normal_layers());
  expect_the_same<boost::random::detail::exponential_table<double>>(exponential_layers());
}

// Enough draws for the tail, and for what decides in the corner of a layer.
TEST(Ziggurat, DrawsTheNumbersOfBoost) {
  for (const std::uint64_t seed : {1u, 2u, 3u}) {
    boost::random::mt19937_64 ours(seed), theirs(seed);
    boost::random::normal_distribution<double> normal;
    int tail = 0, different = 0;
    for (int draw = 0; draw < 300'000; ++draw) {
      const double number = normal_number(ours);
      different += number != normal(theirs);
      tail += std::abs(number) > normal_layers().x[1];
    }
    EXPECT_EQ(different, 0) << seed;
    EXPECT_GT(tail, 100);
    EXPECT_EQ(ours, theirs) << "as many drawn from the engine";
  }
}

}  // namespace
}  // namespace reprise
