#include "theory/rough_rates.hpp"

#include <algorithm>
#include <cmath>

namespace reprise {
namespace {

double square(double value) { return value * value; }

// Normal equations of one quantity's rows, change = eta_h by_h + eta_y by_y.
struct Normal {
  double hh = 0.0, hy = 0.0, yy = 0.0, h = 0.0, y = 0.0, changes = 0.0;

  void add(double by_h, double by_y, double change) {
    hh += by_h * by_h;
    hy += by_h * by_y;
    yy += by_y * by_y;
    h += by_h * change;
    y += by_y * change;
    changes += change * change;
  }
};

}  // namespace

std::optional<Rates> rough_rates(const FitProblem& problem) {
  // Each equation has the form (terms with eta_h) + (terms with eta_y); setting one rate to one and
  // the other to zero gives either. Rows integrate by the trapezium rule.
  const auto slopes = [&](std::size_t row, const Rates& rates) {
    State state = problem.states[row];
    // Noise may push a small distance below zero, where the equations cannot follow.
    state.h = std::max(state.h, 0.1 * problem.start.h);
    return derivative(problem.system, problem.constants, rates, state);
  };
  Normal normals[3];
  double by_h[3] = {}, by_y[3] = {};
  State with_h = slopes(0, {1.0, 0.0}), with_y = slopes(0, {0.0, 1.0});
  for (std::size_t i = 1; i < problem.times.size(); ++i) {
    const State next_h = slopes(i, {1.0, 0.0}), next_y = slopes(i, {0.0, 1.0});
    const double half = 0.5 * (problem.times[i] - problem.times[i - 1]);
    by_h[0] += half * (with_h.h + next_h.h);
    by_h[1] += half * (with_h.y + next_h.y);
    by_h[2] += half * (with_h.w + next_h.w);
    by_y[1] += half * (with_y.y + next_y.y);
    by_y[2] += half * (with_y.w + next_y.w);
    const State& state = problem.states[i];
    normals[0].add(by_h[0], by_y[0], state.h - problem.start.h);
    normals[1].add(by_h[1], by_y[1], state.y - problem.start.y);
    normals[2].add(by_h[2], by_y[2], state.w - problem.start.w);
    with_h = next_h;
    with_y = next_y;
  }

  // Quantities count alike, however different their sizes.
  Normal all;
  for (const Normal& normal : normals) {
    if (!(normal.changes > 0.0)) continue;
    all.hh += normal.hh / normal.changes;
    all.hy += normal.hy / normal.changes;
    all.yy += normal.yy / normal.changes;
    all.h += normal.h / normal.changes;
    all.y += normal.y / normal.changes;
  }
  const auto usable = [](const Rates& rates) {
    return std::isfinite(rates.eta_h) && std::isfinite(rates.eta_y) && rates.eta_h > 0.0 &&
           rates.eta_y > 0.0;
  };
  // Two equations, by Cramer's rule: where one rate alone is usable they are taken in turn instead.
  const double determinant = all.hh * all.yy - square(all.hy);
  const Rates joint = {(all.h * all.yy - all.y * all.hy) / determinant,
                       (all.y * all.hh - all.h * all.hy) / determinant};
  if (usable(joint)) return joint;

  // The first equation knows eta_h alone; the rest then gives eta_y.
  const double eta_h = normals[0].h / normals[0].hh;
  const Rates in_turn = {eta_h, (all.y - eta_h * all.hy) / all.yy};
  if (usable(in_turn)) return in_turn;
  return std::nullopt;
}

}  // namespace reprise
