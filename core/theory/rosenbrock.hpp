#pragma once

#include <array>
#include <boost/numeric/odeint/stepper/rosenbrock4.hpp>

#include "theory/factors.hpp"

namespace reprise {

using Vector3 = std::array<double, 3>;

/// One step of the Rosenbrock method of order 4 with an error estimate of order 3 and an
/// interpolant of order 3 (RODAS; Hairer and Wanner, Solving Ordinary Differential Equations II,
/// IV.7). It is L-stable and solves no nonlinear equations, which suits a small stiff system.
///
/// The coefficients are Boost.odeint's. Its stepper itself computes with uBLAS vectors, which in
/// Boost 1.74 (Debian 12) do not compile as C++20 and which allocate in every step, so the step is
/// written out here for three equations.
class RosenbrockStep {
 public:
  /// Steps by `length` from `begin`. False if the step's matrix is singular or the result not
  /// finite.
  bool take(const FactorSystem& system, const Vector3& begin, double length);

  const Vector3& end() const { return end_; }      ///< Solution after the step.
  const Vector3& error() const { return error_; }  ///< Its estimated error.

  /// Within the step, with s from 0 to 1, the solution is
  /// begin (1 - s) + s (end + (1 - s) (third() + s fourth())).
  Vector3 third() const;
  Vector3 fourth() const;

 private:
  using Coefficients = boost::numeric::odeint::default_rosenbrock_coefficients<double>;

  Coefficients c_;
  Vector3 g1_{}, g2_{}, g3_{}, g4_{}, g5_{};
  Vector3 end_{}, error_{};
};

}  // namespace reprise
