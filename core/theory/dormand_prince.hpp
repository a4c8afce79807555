#pragma once

#include <array>

#include "numerics/matrix.hpp"

namespace reprise {

/// One step of the explicit Runge-Kutta method of order 5 by Dormand and Prince (1980) for states
/// that are matrices, with its error estimate of order 4 and its interpolant of order 4 (Hairer,
/// Norsett and Wanner, Solving Ordinary Differential Equations I, II.5 and II.6).
///
/// Boost.odeint has it too, for Eigen's types only by way of headers that leave the order of sums
/// to expressions and with step sizes by `pow`; both differ from build to build.
class DormandPrinceStep {
 public:
  /// Steps by `length` from `begin`. `rate` gives the derivative of a state; that of `begin` is
  /// given.
  template <class RateOf>
  void take(const RateOf& rate, const Matrix& begin, const Matrix& rate_at_begin, double length) {
    begin_ = begin;
    length_ = length;
    slopes_[0] = rate_at_begin;
    for (std::size_t stage = 1; stage < slopes_.size(); ++stage) {
      end_ = begin;
      for (std::size_t k = 0; k < stage; ++k) end_ += length * kStages[stage - 1][k] * slopes_[k];
      slopes_[stage] = rate(end_);
    }
  }

  const Matrix& end() const { return end_; }                ///< Solution after the step.
  const Matrix& rate_at_end() const { return slopes_[6]; }  ///< Its derivative there.
  Matrix error() const { return combined(kErrors); }        ///< Its estimated error.

  /// The solution within the step, for s from 0 to 1.
  Matrix at(double s) const;

 private:
  using Weights = std::array<double, 7>;
  static const std::array<std::array<double, 6>, 6> kStages;
  static const Weights kErrors, kInterpolant;

  Matrix combined(const Weights& weights) const;

  std::array<Matrix, 7> slopes_;
  Matrix begin_, end_;
  double length_ = 0;
};

}  // namespace reprise
