#include "numerics/eigensystem.hpp"

#include <Eigen/Eigenvalues>

namespace reprise {

// The steps of SelfAdjointEigenSolver's `compute`, which turns all eigenvectors of the tridiagonal
// form back into those of the matrix, in blocks. Turning back the few that are asked for is
// quicker, and leaves the code for blocks out of what every visitor loads.
Eigensystem largest_eigenvectors(const Eigen::MatrixXd& matrix, Eigen::Index count) {
  const Eigen::Index n = matrix.rows();
  // Squares of very large or very small numbers would be lost.
  double scale = matrix.cwiseAbs().maxCoeff();
  if (scale == 0.0) scale = 1.0;
  const Eigen::Tridiagonalization<Eigen::MatrixXd> reduced(matrix / scale);
  Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver;
  solver.computeFromTridiagonal(reduced.diagonal(), reduced.subDiagonal(),
                                count > 0 ? Eigen::ComputeEigenvectors : Eigen::EigenvaluesOnly);

  Eigensystem found{scale * solver.eigenvalues().reverse(), {}};
  if (count == 0) return found;
  found.vectors = solver.eigenvectors().rightCols(count).rowwise().reverse();
  const Vector reflections = reduced.householderCoefficients();
  Vector workspace(count);
  for (Eigen::Index k = n - 1; k-- > 0;) {
    found.vectors.bottomRows(n - 1 - k).applyHouseholderOnTheLeft(
        reduced.packedMatrix().col(k).tail(n - 2 - k), reflections[k], workspace.data());
  }
  return found;
}

}  // namespace reprise
