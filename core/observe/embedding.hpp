#pragma once

#include <initializer_list>
#include <vector>

#include "numerics/matrix.hpp"
#include "numerics/result.hpp"

namespace reprise {

/// Points placed in a few dimensions so that they can be drawn.
struct Embedding {
  Matrix coordinates;  ///< points x dimensions; columns have mean zero.
  /// For each dimension, the share of all variance (for distances: of the sum of all positive
  /// eigenvalues) that it shows; in descending order. All zero if the points coincide.
  std::vector<double> shares;
};

/// Principal component analysis: the directions in which activations (points x width) vary most.
/// It works on the smaller of the two matrices, width x width or points x points; classical
/// multidimensional scaling of the rows' Euclidean distances gives the same coordinates (Torgerson
/// 1952), so this is the quick way to both. Each direction's sign is chosen so that its largest
/// coordinate by magnitude is positive. Dimensions that the data do not have come out as zero.
/// Errors: fields "points", "dimensions", "values" (not finite) and "width" (when it and `points`
/// both exceed 3000, or their product 20 million).
Result<Embedding> principal_components(const FloatMatrixRef& values, int dimensions);

/// Gives each axis a direction with a meaning: it shall rise with the first column of the
/// references (points x any number each; targets and inputs, say) that it is correlated with by a
/// quarter or more. An axis that goes with none of them stays as it is.
void orient(Embedding& embedding, std::initializer_list<FloatMatrixMap> references);

/// Turns the axes of an embedding so that each points the same way as in an embedding of the same
/// points `before`: a picture of a network that learns shall move, and not flip.
void follow(Embedding& embedding, const Embedding& before);

/// Classical multidimensional scaling: places points so that their squared distances come as close
/// as possible to `squared_distances` (points x points, symmetric, zero diagonal). On Euclidean
/// distances it equals `principal_components` of the points they came from (Torgerson 1952).
/// Errors: fields "points", "dimensions" and "squared_distances" (not square, not symmetric,
/// negative or not finite).
Result<Embedding> multidimensional_scaling(const MatrixRef& squared_distances, int dimensions);

}  // namespace reprise
