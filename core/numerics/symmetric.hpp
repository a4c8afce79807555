#pragma once

#include <cstddef>
#include <vector>

namespace reprise {

// Symmetric matrices of doubles, n x n, row by row. Plain loops, in one order for every build; a
// library's would be twenty kilobytes more for every visitor to load.

/// Sum over the rows of `values` (rows x n) of the row's products with itself: values^T values.
std::vector<double> sum_of_products(const std::vector<double>& values, std::size_t rows,
                                    std::size_t n);

/// All products of two rows of `values` (n x columns): values values^T.
std::vector<double> products_of_rows(const std::vector<double>& values, std::size_t n,
                                     std::size_t columns);

/// Eigenvalues in descending order, and an eigenvector of length one for each.
struct Eigensystem {
  std::vector<double> values;
  std::vector<double> vectors;  ///< n x n; row k belongs to values[k].
};

/// The eigensystem of a symmetric matrix, by Householder's reduction to three diagonals and QL
/// steps with implicit shifts (Golub and Van Loan, "Matrix Computations", 8.3). Time grows as n^3.
Eigensystem eigensystem(std::vector<double> matrix, std::size_t n);

}  // namespace reprise
