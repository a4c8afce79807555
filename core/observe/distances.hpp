#pragma once

#include <vector>

#include "numerics/matrix.hpp"

namespace reprise {

/// |a - b|^2 of rows `i` and `j`.
double squared_distance(const FloatMatrixRef& points, Eigen::Index i, Eigen::Index j);

/// The squared distances of all pairs i < j of rows, in the order (0,1), (0,2), ..., (1,2), ...
std::vector<double> squared_distances(const FloatMatrixRef& points);

/// The inner products of all pairs of rows, in double precision: a symmetric matrix.
Matrix inner_products(const FloatMatrixRef& points);

}  // namespace reprise
