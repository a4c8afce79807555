#include "observe/procrustes.hpp"

#include "numerics/eigensystem.hpp"

namespace reprise {
namespace {

using Eigen::Index;

// Singular values below this share of the largest are round-off: of pictures in single precision
// their products keep about that much.
constexpr double kOpen = 1e-7;

// Fills the columns of `left` from number `done` on with the directions of `images`, each at right
// angles to those before, until an image is too short to have one. Returns how many are filled.
Index take(Eigen::MatrixXd& left, Index done, const Eigen::MatrixXd& images) {
  for (const auto image : images.colwise()) {
    Vector direction = image;
    for (Index k = 0; k < done; ++k) direction -= left.col(k).dot(direction) * left.col(k);
    const double length = direction.norm();
    if (done == left.cols() || !(length > kOpen)) break;
    left.col(done++) = direction / length;
  }
  return done;
}

}  // namespace

// With the singular vectors of picture^T onto, U and V, the answer is U V^T. They come from an
// eigensystem, which the module has anyway: a singular value decomposition would be 3 kB more.
Matrix procrustes_rotation(const MatrixRef& picture, const MatrixRef& onto) {
  Eigen::MatrixXd cross = picture.transpose().lazyProduct(onto);
  const Index n = cross.rows();
  const double scale = cross.cwiseAbs().maxCoeff();
  if (!(scale > 0.0)) return Matrix::Identity(n, n);
  cross /= scale;
  Eigen::MatrixXd right = largest_eigenvectors(cross.transpose().lazyProduct(cross), n).vectors;
  Eigen::MatrixXd left(n, n);
  Index done = take(left, 0, cross.lazyProduct(right));
  if (done < n) {
    // What is left open is turned as little as possible: the same problem again, for the identity
    // between what is left on both sides.
    const auto used = left.leftCols(done);
    const Eigen::MatrixXd open = right.rightCols(n - done);
    const Eigen::MatrixXd rest = open - used.lazyProduct(used.transpose().lazyProduct(open).eval());
    right.rightCols(n - done) = open.lazyProduct(
        largest_eigenvectors(rest.transpose().lazyProduct(rest), n - done).vectors);
    done = take(left, done, right.rightCols(n - done));
    // Turned by a right angle, either way is as near.
    for (Index k = 0; k < n; ++k) done = take(left, done, Eigen::MatrixXd::Identity(n, n).col(k));
  }
  return left.lazyProduct(right.transpose());
}

}  // namespace reprise
