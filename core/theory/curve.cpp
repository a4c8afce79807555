#include "theory/curve.hpp"

#include <algorithm>
#include <cmath>

#include "theory/rosenbrock.hpp"

namespace reprise {
namespace {

// A coordinate that outgrows its start, or the problem's own size, by this much has diverged.
// (Those of the paper's system never outgrow the larger of the two by more than a small factor.)
constexpr double divergence_growth = 1e12;

// A step this small against the time already passed means a singularity ahead.
constexpr double smallest_progress = 1e-9;

// The size against which the error of each coordinate is judged: its own, or, where it is small or
// crosses zero, the size at which it begins to matter for the state. In a network that starts tiny
// (a, b << 1) that is the size of the other factor, which feeds its growth; for a large a, the size
// which changes y or w by about one unit, 1 / a or 1 / a^2; and likewise for a large b.
Vector3 sizes(const Vector3& x) {
  const double a = std::fabs(x[0]);
  const double b = std::sqrt(std::max(x[1], 0.0));
  const double b_target = std::fabs(x[0] * x[1] - x[2]);  // |b . dy*|
  const auto small_or_inverse = [](double value) { return value > 1.0 ? 1.0 / value : value; };
  return {std::max(a, small_or_inverse(b)), std::max(std::fabs(x[1]), small_or_inverse(a * a)),
          std::max({std::fabs(x[2]), small_or_inverse(a), std::min(b_target, 1.0 / a)})};
}

double largest(const Vector3& x) {
  return std::max({std::fabs(x[0]), std::fabs(x[1]), std::fabs(x[2])});
}

double first_step(const FactorSystem& system, const Vector3& x, const Vector3& size) {
  const Factors rate = system.derivative({x[0], x[1], x[2]});
  const double fastest = std::max({std::fabs(rate.a) / size[0], std::fabs(rate.b_squared) / size[1],
                                   std::fabs(rate.e) / size[2], 1e-6});
  return 1e-3 / fastest;
}

}  // namespace

Curve::Curve(const System& system, const Constants& constants, double ratio, const State& start,
             double horizon, const IntegrationOptions& options)
    : units_(Units::natural(constants, ratio, start)), start_(start), last_(start) {
  integrate(FactorSystem(system, constants.dy2 / units_.output), to_factors(units_, start), horizon,
            options);
  if (!segments_.empty()) last_ = step_state(segments_.size() - 1);
}

// Every operation below is one that IEEE 754 rounds exactly (+, -, *, /, sqrt), so that all builds
// take the same steps: the usual error^(1/4) is two square roots, since pow differs between
// C libraries.
void Curve::integrate(const FactorSystem& system, const Factors& start, double horizon,
                      const IntegrationOptions& options) {
  RosenbrockStep stepper;
  Vector3 now = {start.a, start.b_squared, start.e};
  const Vector3 start_size = sizes(now);
  Vector3 size = start_size;

  const double limit = divergence_growth * std::max(1.0, largest(now));

  double step = first_step(system, now, size);
  segments_.reserve(256);
  for (int attempt = 0; end_ < horizon; ++attempt) {
    if (attempt == options.max_steps) {
      how_it_ended_ = CurveEnd::kOutOfSteps;
      return;
    }
    const bool last = step >= horizon - end_;
    const double length = last ? horizon - end_ : step;
    if (step < smallest_progress * end_ || step < 1e-300) {
      how_it_ended_ = CurveEnd::kDiverged;
      return;
    }

    if (!stepper.take(system, now, length) || !(largest(stepper.end()) <= limit)) {
      step = 0.1 * length;
      continue;
    }
    const Vector3& next = stepper.end();
    const Vector3& error = stepper.error();
    const Vector3 next_size = sizes(next);
    double worst = 0.0;
    for (std::size_t i = 0; i < 3; ++i) {
      const double allowed =
          options.relative * std::max(size[i], next_size[i]) + options.absolute * start_size[i];
      const double relative_error = std::fabs(error[i]) / allowed;
      // A NaN must count as an error; std::max would drop it.
      if (!(relative_error <= worst)) worst = relative_error;
    }
    if (!(worst <= 1e8)) worst = 1e8;
    const double root = std::sqrt(std::sqrt(worst));
    const double factor = root > 0.0 ? std::clamp(0.9 / root, 0.2, 6.0) : 6.0;
    step = factor * length;
    if (worst > 1.0) continue;
    if (system.singular() && next[0] <= 0.0) {  // jumped over h = 0
      how_it_ended_ = CurveEnd::kDiverged;
      return;
    }

    segments_.push_back({end_, length, now, next, stepper.third(), stepper.fourth()});
    end_ = last ? horizon : end_ + length;
    now = next;
    size = next_size;
  }
}

State Curve::at(double time, std::size_t& segment) const {
  if (time <= 0.0 || segments_.empty()) return start_;
  if (time >= end_) return last_;
  if (segment >= segments_.size() || segments_[segment].time > time) segment = 0;
  while (segments_[segment].time + segments_[segment].length <= time &&
         segment + 1 < segments_.size()) {
    ++segment;
  }
  const Segment& piece = segments_[segment];
  const double s = (time - piece.time) / piece.length;
  const double rest = 1.0 - s;
  Vector3 x;
  for (std::size_t i = 0; i < 3; ++i) {
    x[i] =
        piece.begin[i] * rest + s * (piece.end[i] + rest * (piece.third[i] + s * piece.fourth[i]));
  }
  return to_state(units_, {x[0], x[1], x[2]});
}

double Curve::step_time(std::size_t step) const {
  return segments_[step].time + segments_[step].length;
}

State Curve::step_state(std::size_t step) const {
  const Vector3& x = segments_[step].end;
  return to_state(units_, {x[0], x[1], x[2]});
}

}  // namespace reprise
