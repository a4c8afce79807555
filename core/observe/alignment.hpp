#pragma once

#include <vector>

#include "numerics/matrix.hpp"
#include "numerics/result.hpp"

namespace reprise {

/// How alike two representations of the same points are. None of the three changes when either
/// representation is moved, rotated, reflected or scaled as a whole. NaN where it is undefined: all
/// three where a layer gives every point the same activations (its units are dead, say), and `rsa`
/// also where it puts all points equally far apart.
struct Alignment {
  /// Linear centred kernel alignment, 0 to 1 (Kornblith, Norouzi, Lee and Hinton 2019):
  /// |A^T B|^2 / (|A^T A| |B^T B|) in Frobenius norms, of centred activations A and B. 1 for the
  /// same shape, 0 where no direction in one goes with any in the other.
  double cka = 0;
  /// Representational similarity, -1 to 1 (Kriegeskorte, Mur and Bandettini 2008): Pearson
  /// correlation of the distances (Euclidean, not squared) of all pairs i < j.
  double rsa = 0;
  /// Normalised Procrustes distance, 0 (same shape) to 1: half the squared distance that remains
  /// between A and B, each centred and scaled to Frobenius norm 1, after the rotation or reflection
  /// that brings them nearest (Schoenemann 1966): 1 minus the sum of the singular values of A^T B.
  /// Good to about 1e-6.
  double procrustes = 0;
};

/// A representation made ready to be compared with others of the same points.
class Representation {
 public:
  /// `values` is points x width, of any width. Errors: "points" (fewer than 3: two points have the
  /// same shape wherever they lie; or more than 500), "width" (none, or more than 20 million
  /// activations), "values" (not finite).
  static Result<Representation> of(const FloatMatrixMap& values);

  int points() const { return static_cast<int>(factor_.rows()); }

  /// Both of as many points, in the same order.
  friend Alignment align(const Representation& a, const Representation& b);
  friend struct Overlay overlay(const Representation& a, const Representation& b, int dimensions,
                                const MatrixRef& onto);

 private:
  // Points x at most points: centred, with norm 1, and with the inner products that the activations
  // have. No columns where these are the same for all points.
  Eigen::MatrixXd factor_;
  double self_ = 0;   // |factor^T factor|
  Vector distances_;  // Of all pairs, with mean 0 and norm 1; empty where they are all equal.
};

Alignment align(const Representation& a, const Representation& b);

/// How alike layers of two networks would be without a task in common, a baseline for `align` of
/// `a` and `b`: each of them held against the layer that the other has after the same training
/// towards the targets of other points (`a_shuffled`, `b_shuffled`), and the mean of both ways; of
/// one way alone where the other is undefined. All of as many points, in the same order; null for
/// what is not there, as of a run that has diverged.
Alignment align_shuffled(const Representation* a, const Representation* a_shuffled,
                         const Representation* b, const Representation* b_shuffled);

/// Two representations of the same points in one picture: each centred and scaled to Frobenius norm
/// 1, the second turned by the rotation or reflection that brings it nearest to the first, and both
/// seen along the first's principal axes. All of a representation that has no spread lies in the
/// middle.
struct Overlay {
  Matrix first, second;   ///< Points x dimensions.
  double share = 0;       ///< Of the first's spread, what its picture shows: 0 to 1.
  double procrustes = 0;  ///< As in `Alignment`: of all dimensions, not of the picture's alone.
};

/// Both of as many points, in the same order; 1 to 10 dimensions. `onto` is a picture of the first
/// (points x dimensions) onto which both are turned as one, or has no rows.
Overlay overlay(const Representation& a, const Representation& b, int dimensions,
                const MatrixRef& onto);

}  // namespace reprise
