#pragma once

#include <boost/random/mersenne_twister.hpp>

namespace reprise {

/// A normal number of mean 0 and standard deviation 1, bit for bit the one that
/// boost::random::normal_distribution draws from the same engine (a test draws both), by Marsaglia's and
/// Tsang's ziggurat: layers of one area each, stacked under the density.
///
/// By hand because Boost keeps the layers as 6 kB of numbers without any pattern, of which no compression
/// makes less, in a module that every visitor loads. They follow from two constants and are worked out at
/// the first draw, in a millisecond.
double normal_number(boost::random::mt19937_64& engine);

/// The layers under a density: of layer i the right edge x[i] (the lowest one's is that of a rectangle of
/// its area, tail included) and the height of its base, y[i]; x falls to 0 and y rises to 1.
template <int layers>
struct Ziggurat {
  double x[layers + 1];
  double y[layers + 1];
};

/// Under exp(-x^2 / 2).
const Ziggurat<128>& normal_layers();
/// Under exp(-x).
const Ziggurat<256>& exponential_layers();

}  // namespace reprise
