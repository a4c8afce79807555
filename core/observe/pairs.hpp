#pragma once

#include <vector>

#include "network/network.hpp"
#include "numerics/matrix.hpp"

namespace reprise {

/// What the theory speaks of, measured for one pair of points (theory.md, "Setting").
struct PairObservation {
  double y = 0;           ///< Squared distance of the outputs, |dy|^2.
  double w = 0;           ///< dy . (dy - dy*), zero when the pair's difference is learned.
  double mean = 0;        ///< Squared distance of the mean output from the mean target.
  std::vector<double> h;  ///< Squared distance in each hidden layer, |dh|^2.
};

/// Measures all pairs i < j of points, in the order (0,1), (0,2), ..., (1,2), ... `inputs` is points
/// x the network's inputs and `targets` points x its outputs; `pass` has room for them.
std::vector<PairObservation> observe_pairs(const Network& network,
                                           const std::vector<float>& parameters,
                                           const FloatMatrixRef& inputs,
                                           const FloatMatrixRef& targets, Pass& pass);

}  // namespace reprise
