#pragma once

#include <vector>

namespace reprise {

/// |a - b|^2 of two rows of `dimension` numbers.
double squared_distance(const float* a, const float* b, int dimension);

/// The squared distances of all pairs i < j of `points` rows, in the order (0,1), (0,2), ...,
/// (1,2), ... `values` is points x dimension, row-major.
std::vector<double> squared_distances(const float* values, int points, int dimension);

}  // namespace reprise
