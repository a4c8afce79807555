#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "theory/factors.hpp"

namespace reprise {

/// How exactly to integrate.
struct IntegrationOptions {
  /// Error allowed in one step, relative to the size the solution then has. The error over a whole
  /// trajectory is of the same order.
  double relative = 1e-8;
  /// Error allowed in one step, relative to the size the solution started with, so that it means
  /// the same for a start of 1e-12 and for one of 1e12.
  double absolute = 1e-12;
  /// Steps after which to give up. A trajectory of the paper's system needs a few hundred.
  int max_steps = 20000;
};

/// How an integration ended.
enum class CurveEnd {
  kComplete,    ///< At the time asked for.
  kDiverged,    ///< Values ran off to infinity, or into a singularity of an altered system.
  kOutOfSteps,  ///< `max_steps` did not suffice.
};

/// A solution as a continuous function of scaled time (`Units::clock`), from 0 to `end()`.
class Curve {
 public:
  /// Integrates from `start` up to the scaled time `horizon` with adaptive, stiffly stable steps.
  Curve(const System& system, const Constants& constants, double ratio, const State& start,
        double horizon, const IntegrationOptions& options);

  /// The state at a scaled time of at least 0; times beyond `end()` give the state at `end()`.
  /// `segment` remembers where the last question was answered (start with 0); times that never
  /// decrease from one call to the next are found without searching.
  State at(double time, std::size_t& segment) const;

  /// The last scaled time reached: `horizon` unless the integration failed.
  double end() const { return end_; }
  CurveEnd how_it_ended() const { return how_it_ended_; }
  const State& last() const { return last_; }
  const Units& units() const { return units_; }
  std::size_t steps() const { return segments_.size(); }

  /// Scaled times at which the integrator stopped, from the first step's end to `end()`, and the
  /// states there.
  double step_time(std::size_t step) const;
  State step_state(std::size_t step) const;

 private:
  // One step, and the cubic through it that the method provides: with s from 0 to 1,
  // begin (1 - s) + s (end + (1 - s) (third + s fourth)).
  struct Segment {
    double time, length;
    std::array<double, 3> begin, end, third, fourth;
  };

  void integrate(const FactorSystem& system, const Factors& start, double horizon,
                 const IntegrationOptions& options);

  Units units_;
  State start_, last_;
  std::vector<Segment> segments_;
  double end_ = 0.0;
  CurveEnd how_it_ended_ = CurveEnd::kComplete;
};

}  // namespace reprise
