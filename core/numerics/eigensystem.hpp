#pragma once

#include "numerics/matrix.hpp"

namespace reprise {

/// All eigenvalues of a symmetric matrix, and the eigenvectors of the largest of them.
struct Eigensystem {
  Vector values;            ///< In descending order.
  Eigen::MatrixXd vectors;  ///< Column k belongs to values[k]; of length one.
};

/// The eigensystem of a symmetric n x n matrix of finite numbers, of which only the lower triangle
/// is read, with the first `count` eigenvectors (at most n). Time grows as n^3.
Eigensystem largest_eigenvectors(const Eigen::MatrixXd& matrix, Eigen::Index count);

}  // namespace reprise
