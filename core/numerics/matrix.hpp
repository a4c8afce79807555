#pragma once

#include <Eigen/Core>

namespace reprise {

// What the rooms above say of matrices: Eigen's, under the names of this project. Data lie row by
// row, a point a row, as networks, files and the page have them. (The kernels of training see
// matrices through `MatrixView` of matrix_view.hpp.)
//
// Eigen's products sum in one order in every build: its vector code is left out, and the sizes by
// which it cuts large products into blocks are set and not read off the processor
// (cmake/RepriseOptions.cmake).

/// A matrix of doubles, row by row.
using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
/// Likewise of floats.
using FloatMatrix = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Vector = Eigen::VectorXd;

/// How functions take matrices they only read: a matrix, a view or whole rows of one, not copied.
using MatrixRef = Eigen::Ref<const Matrix>;
using FloatMatrixRef = Eigen::Ref<const FloatMatrix>;
using VectorRef = Eigen::Ref<const Vector>;

/// A view of numbers that lie elsewhere, rows x columns; valid as long as they stay there.
using MatrixMap = Eigen::Map<const Matrix>;
using FloatMatrixMap = Eigen::Map<const FloatMatrix>;
using VectorMap = Eigen::Map<const Vector>;

}  // namespace reprise
