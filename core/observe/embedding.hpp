#pragma once

#include <vector>

#include "numerics/result.hpp"

namespace reprise {

/// Points placed in a few dimensions so that they can be drawn.
struct Embedding {
  int points = 0;
  int dimensions = 0;
  std::vector<double> coordinates;  ///< points x dimensions, row by row; columns have mean zero.
  /// For each dimension, the share of all variance (for distances: of the sum of all positive
  /// eigenvalues) that it shows; in descending order.
  std::vector<double> shares;
};

/// Principal component analysis: the directions in which `points` x `width` activations vary most.
/// Each direction's sign is chosen so that its largest coordinate by magnitude is positive.
/// Dimensions that the data do not have come out as zero. Errors: fields "points", "dimensions" and
/// "values" (not finite).
Result<Embedding> principal_components(const float* values, int points, int width, int dimensions);

/// Classical multidimensional scaling: places points so that their squared distances come as close
/// as possible to `squared_distances` (points x points, symmetric, zero diagonal). On Euclidean
/// distances it equals `principal_components` of the points they came from (Torgerson 1952).
/// Errors: fields "points", "dimensions" and "squared_distances" (not symmetric, negative or not
/// finite).
Result<Embedding> multidimensional_scaling(const std::vector<double>& squared_distances, int points,
                                           int dimensions);

}  // namespace reprise
