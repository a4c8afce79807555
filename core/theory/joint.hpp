#pragma once

#include <vector>

#include "numerics/matrix.hpp"
#include "numerics/result.hpp"
#include "theory/curve.hpp"
#include "theory/equations.hpp"

namespace reprise {

// The theory of many points at once. Encoder and decoder are linear about the points' mean, as for
// two: H (points x hidden units) holds the hidden points, D (outputs x hidden units) the decoder, T
// the targets, E = H D^T - T the outputs' errors, all about their means over the points, and
//
//     H' = -eta_h K E D,    D' = -eta_y E^T H.
//
// K (points x points), about its mean too, says how much what is learnt of one input moves the
// representation of another: the inputs' inner products for a linear encoder, or a kernel that
// belongs to a network (input_kernel.hpp). With two points it is the paper's theory whatever K is,
// once K is scaled to the inputs (van Rossem and Saxe 2024); with K of the inputs it is a linear
// network with one hidden layer (Saxe, McClelland and Ganguli 2014).

/// What the theory has to know of n points. Means over the points are taken off here.
struct JointPoints {
  Matrix kernel;   ///< n x n: a Gram matrix of the inputs, symmetric.
  Matrix hidden;   ///< n x n: inner products of the hidden points at the start.
  Matrix outputs;  ///< n x outputs, at the start.
  Matrix targets;  ///< n x outputs.
};

/// A moment of it.
struct JointState {
  /// n x k, about its mean: the hidden points up to a rotation, which the theory leaves open.
  Matrix hidden;
  Matrix decoder;  ///< Outputs x k.

  /// n x outputs, about their mean.
  Matrix outputs() const;
  /// n x n squared distances of the hidden points.
  Matrix distances() const;
};

/// States at the times asked for.
struct JointTrajectory {
  std::vector<JointState> states;  ///< One a time; fewer if the integration did not get that far.
  CurveEnd end = CurveEnd::kComplete;
  int steps = 0;

  bool complete() const { return end == CurveEnd::kComplete; }
};

/// The state that the points start from: hidden points with these inner products, and of all
/// decoders that give these outputs the smallest, which reads nothing but directions in which
/// hidden points differ (for two points it has rank one along their difference, as in the paper).
/// Directions in which they differ by less than a hundred-thousandth of the largest count as none.
/// Errors: "points" (fewer than 2, or more than 200), "kernel", "hidden", "outputs", "targets" (not
/// of that many points, not finite, or beyond 1e50), "hidden" also where all hidden points are one,
/// and "kernel" where all inputs are.
Result<JointState> joint_start(const JointPoints& points);

/// Integrates from the start and gives the states at `times`, which must not decrease; their number
/// and spacing have no influence on the values. An explicit method (Dormand and Prince, order 5,
/// with its interpolant of order 4): a step costs products of matrices of this size and no
/// solution of equations, of which there would be n times k. Native and WebAssembly builds return
/// the same bits. Errors: those of `joint_start`, "eta_h", "eta_y" and "times[i]".
Result<JointTrajectory> integrate_jointly(const JointPoints& points, const Rates& rates,
                                          const std::vector<double>& times,
                                          const IntegrationOptions& options = {});

/// Where learning ends.
struct JointEnd {
  JointState state;
  /// Squared error that is left, as a share of the targets' about their mean: at most 1e-6, unless
  /// the points cannot be learnt so, or not within the steps allowed.
  double error = 0;
  int steps = 0;
};

/// Integrates until the squared error is a millionth of the targets' or nothing moves any more.
/// It depends on the rates by their `ratio` = eta_h / eta_y alone. Errors: those of `joint_start`,
/// and "ratio".
Result<JointEnd> joint_end(const JointPoints& points, double ratio,
                           const IntegrationOptions& options = {1e-6, 1e-9, 20000});

/// The shared ratio whose end comes closest to `measured`, n x n squared hidden distances, by least
/// squares: within a factor of five hundred of `guess`, which the closed form of single pairs can
/// give. Errors: those of `joint_end`, and "measured" (not n x n, or not finite).
Result<double> fit_joint_ratio(const JointPoints& points, const Matrix& measured, double guess);

/// The hidden points' inner products about their mean that a small start leads to: sqrt(ratio)
/// times the geometric mean of K and T T^T, K^(1/2) (K^(-1/2) T T^T K^(-1/2))^(1/2) K^(1/2), on K's
/// range.
Matrix rich_limit(const JointPoints& points, double ratio);

}  // namespace reprise
