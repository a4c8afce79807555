#include "theory/search.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "theory/closed_form.hpp"
#include "theory/rough_rates.hpp"
#include "theory/validate.hpp"

namespace reprise {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

// Speeds tried for each ratio: 20 a decade, from 1000 times too slow to 10,000 times faster than
// what would place the middle of the curve at the end of the data.
constexpr int speeds = 141;
constexpr double speed_factor = 1.1220184543019633;  // 10^(1/20)
constexpr double slowest = 1e-3;

// Long enough for any curve to settle; settled curves cost almost nothing to continue.
constexpr double settling_horizon = 1e10;

// Rows used in the scan, which has to find the right valley only.
constexpr std::size_t scan_rows = 64;

// Iterations in each valley looked at, and in the one chosen.
constexpr int choice_iterations = 15;
constexpr int final_iterations = 40;

// Tolerances of the scan, and of the search until it has chosen its valley.
constexpr double scan_tolerance = 1e-5;
constexpr double choice_tolerance = 1e-6;

double squared_distance(const State& a, const State& b) {
  return (a.h - b.h) * (a.h - b.h) + (a.y - b.y) * (a.y - b.y) + (a.w - b.w) * (a.w - b.w);
}

/// Grows like exp(x) near 0, for |x| < 2. (The real exp differs between C libraries in its last
/// bit, which would let native and WebAssembly fits part.)
double growth(double x) { return (2.0 + x) / (2.0 - x); }

// Candidate ratios, a factor of four apart, around the one that would end where the data end and
// around the one at which the last h would be the rich limit; the two differ if the data stop
// early.
std::vector<double> candidate_ratios(const FitProblem& problem) {
  const State& last = problem.states.back();
  const double output = Units::natural(problem.constants, 1.0, problem.start).output;
  const double h_typical = std::max(problem.start.h, last.h);
  const double rich = h_typical * h_typical / (problem.constants.dx2 * output);
  const auto from_end =
      ratio_from_final(problem.start.h, problem.start.y, last.h, problem.constants);
  const double ending = from_end ? from_end.value() : rich;
  const double lowest = std::max(std::min(rich, ending) / 256.0, smallest_positive);
  const double highest = std::min(std::max(rich, ending) * 256.0, largest_magnitude);

  // Multiples of the ratio from the end, so that it is itself a candidate.
  std::vector<double> ratios = {ending};
  constexpr int most_each_way = 12;
  for (int k = 0; k < most_each_way && ratios.back() > lowest; ++k) {
    ratios.push_back(ratios.back() / 4.0);
  }
  double above = ending;
  for (int k = 0; k < most_each_way && above < highest; ++k) {
    above *= 4.0;
    ratios.push_back(above);
  }
  return ratios;
}

// The scaled time at which the curve has covered half of its way.
double middle_time(const FitProblem& problem, const Curve& curve) {
  double farthest = 0.0;
  for (std::size_t i = 0; i < curve.steps(); ++i) {
    farthest = std::max(farthest, squared_distance(curve.step_state(i), problem.start));
  }
  for (std::size_t i = 0; i < curve.steps(); ++i) {
    if (squared_distance(curve.step_state(i), problem.start) >= 0.25 * farthest) {
      return curve.step_time(i);
    }
  }
  return curve.end();
}

class Search {
 public:
  explicit Search(const FitProblem& problem) : problem_(problem) { work_exactly(false); }

  // Curves of the full accuracy, or coarser ones at a third of the cost.
  void work_exactly(bool exactly) {
    options_ = problem_.integration;
    if (!exactly) options_.relative = std::max(options_.relative, choice_tolerance);
    nudge_ = exactly ? 1e-4 : 1e-3;
    iterations_ = exactly ? final_iterations : choice_iterations;
  }

  // The best speed for one ratio, on a few rows and a coarse curve.
  FitPoint scan(double ratio) {
    IntegrationOptions coarse = problem_.integration;
    coarse.relative = std::max(coarse.relative, scan_tolerance);
    const Curve curve(problem_.system, problem_.constants, ratio, problem_.start, settling_horizon,
                      coarse);
    ++evaluations_;
    const std::size_t rows = problem_.times.size();
    const std::size_t used = std::min(rows, scan_rows);
    FitPoint best;
    best.cost = infinity;
    double clock = slowest * middle_time(problem_, curve) / problem_.times.back();
    for (int k = 0; k < speeds; ++k, clock *= speed_factor) {
      if (reaches(curve, clock)) {
        double cost = 0.0;
        std::size_t segment = 0;
        for (std::size_t i = 1; i <= used && cost < best.cost; ++i) {
          const std::size_t row = i * rows / used - 1;
          cost += squared_distance(curve.at(clock * problem_.times[row], segment),
                                   problem_.states[row]);
        }
        if (cost < best.cost) best = {ratio, clock, cost, {}};
      }
    }
    return best;
  }

  // The curve for one pair of unknowns at all rows, with its cost.
  FitPoint evaluate(double ratio, double clock) {
    FitPoint point{ratio, clock, infinity, {}};
    const Curve curve(problem_.system, problem_.constants, ratio, problem_.start,
                      clock * problem_.times.back(), options_);
    ++evaluations_;
    if (curve.how_it_ended() != CurveEnd::kComplete) return point;
    double cost = 0.0;
    std::size_t segment = 0;
    point.states.reserve(problem_.times.size());
    for (std::size_t i = 0; i < problem_.times.size(); ++i) {
      point.states.push_back(curve.at(clock * problem_.times[i], segment));
      cost += squared_distance(point.states.back(), problem_.states[i]);
    }
    if (std::isfinite(cost)) point.cost = cost;
    return point;
  }

  SearchOutcome minimise(FitPoint point);

  int evaluations() const { return evaluations_; }

 private:
  // J^T J (rr, rc, cc) and J^T residual, by the logarithms of ratio and clock.
  struct Normal {
    double rr = 0.0, rc = 0.0, cc = 0.0, r = 0.0, c = 0.0;
  };

  bool reaches(const Curve& curve, double clock) const {
    return curve.how_it_ended() == CurveEnd::kComplete ||
           clock * problem_.times.back() <= curve.end();
  }

  bool linearise(const FitPoint& point, Normal& normal);

  const FitProblem& problem_;
  IntegrationOptions options_;
  double nudge_ = 0.0;  // relative change of the ratio from which its derivative is taken
  int iterations_ = 0;
  int evaluations_ = 0;
};

bool Search::linearise(const FitPoint& point, Normal& normal) {
  double nudge = nudge_;
  FitPoint other = evaluate(point.ratio * (1.0 + nudge), point.clock);
  if (other.cost == infinity) {
    nudge = -nudge;
    other = evaluate(point.ratio * (1.0 + nudge), point.clock);
    if (other.cost == infinity) return false;
  }
  const Rates rates = problem_.rates(point.ratio, point.clock);
  normal = {};
  for (std::size_t i = 0; i < problem_.times.size(); ++i) {
    const State& state = point.states[i];
    const State& measured = problem_.states[i];
    // A faster clock moves every row along the curve.
    const double time = problem_.times[i];
    State by_clock = derivative(problem_.system, problem_.constants, rates, state);
    if (!(state.h > 0.0)) by_clock = {};  // the moment two points pass through each other
    const auto add = [&](double residual, double by_r, double by_c) {
      normal.rr += by_r * by_r;
      normal.rc += by_r * by_c;
      normal.cc += by_c * by_c;
      normal.r += by_r * residual;
      normal.c += by_c * residual;
    };
    add(state.h - measured.h, (other.states[i].h - state.h) / nudge, time * by_clock.h);
    add(state.y - measured.y, (other.states[i].y - state.y) / nudge, time * by_clock.y);
    add(state.w - measured.w, (other.states[i].w - state.w) / nudge, time * by_clock.w);
  }
  return std::isfinite(normal.rr + normal.rc + normal.cc + normal.r + normal.c);
}

// Levenberg-Marquardt with the diagonal as its scale. Its two equations are solved by Cramer's rule,
// whose determinant also says how well the two unknowns can be told apart.
SearchOutcome Search::minimise(FitPoint point) {
  SearchOutcome outcome;
  outcome.relative_error = {infinity, infinity};
  double damping = 1e-3;
  Normal normal;
  bool current = false;  // whether `normal` belongs to `point`
  for (int iteration = 0; iteration < iterations_ && !outcome.settled; ++iteration) {
    if (!current && !linearise(point, normal)) break;
    current = true;
    const double rr = normal.rr * (1.0 + damping);
    const double cc = normal.cc * (1.0 + damping);
    const double determinant = rr * cc - normal.rc * normal.rc;
    if (!(determinant > 0.0)) break;
    const double by_r = std::clamp((normal.rc * normal.c - cc * normal.r) / determinant, -1.0, 1.0);
    const double by_c = std::clamp((normal.rc * normal.r - rr * normal.c) / determinant, -1.0, 1.0);
    // What the linear model promises to gain.
    const double gain = -(2.0 * (by_r * normal.r + by_c * normal.c) + by_r * by_r * normal.rr +
                          2.0 * by_r * by_c * normal.rc + by_c * by_c * normal.cc);

    FitPoint next = evaluate(point.ratio * growth(by_r), point.clock * growth(by_c));
    const bool small = std::max(std::fabs(by_r), std::fabs(by_c)) < 1e-8;
    if (next.cost < point.cost) {
      outcome.settled = small || gain < 1e-10 * point.cost;
      point = std::move(next);
      current = false;
      damping = std::max(0.1 * damping, 1e-12);
    } else {
      // Near the minimum round-off hides what is left to gain.
      outcome.settled = small || gain < 1e-8 * point.cost;
      damping *= 10.0;
      if (damping > 1e12) break;
    }
  }

  if (!current && !linearise(point, normal)) outcome.settled = false;
  const double determinant = normal.rr * normal.cc - normal.rc * normal.rc;
  if (determinant > 1e-14 * normal.rr * normal.cc) {
    const double unknowns = 2.0;
    const double values = 3.0 * static_cast<double>(problem_.times.size() - 1);
    // Deviations below the integration's own error say nothing about the rates.
    double size = 0.0;
    for (const State& state : problem_.states) size = std::max(size, squared_distance(state, {}));
    const double own_error = 10.0 * options_.relative;
    const double variance =
        std::max(point.cost / std::max(values - unknowns, 1.0), own_error * own_error * size);
    // log eta_h = log clock + log ratio / 2 and log eta_y = log clock - log ratio / 2, plus
    // constants.
    const double r = normal.cc / determinant;
    const double c = normal.rr / determinant;
    const double rc = -normal.rc / determinant;
    outcome.relative_error = {std::sqrt(variance * std::max(c + rc + 0.25 * r, 0.0)),
                              std::sqrt(variance * std::max(c - rc + 0.25 * r, 0.0))};
  }
  outcome.best = std::move(point);
  return outcome;
}

}  // namespace

Rates FitProblem::rates(double ratio, double clock) const {
  const double eta_y = clock / Units::natural(constants, ratio, start).hidden;
  return {ratio * eta_y, eta_y};
}

SearchOutcome search_rates(const FitProblem& problem) {
  Search search(problem);
  std::vector<double> ratios = candidate_ratios(problem);
  std::vector<FitPoint> starts;
  if (const auto rough = rough_rates(problem)) {
    const double ratio = rough->ratio();
    const double clock =
        Units::natural(problem.constants, ratio, problem.start).clock(rough->eta_y);
    starts.push_back({ratio, clock, 0.0, {}});
    ratios.push_back(ratio);
  }
  std::vector<FitPoint> scanned;
  for (const double ratio : ratios) {
    FitPoint point = search.scan(ratio);
    if (point.cost < infinity) scanned.push_back(std::move(point));
  }
  // A second valley is worth a look if the scan could not tell it from the first.
  for (std::size_t i = 0; i < std::min<std::size_t>(scanned.size(), 3); ++i) {
    const auto next = scanned.begin() + static_cast<std::ptrdiff_t>(i);
    std::iter_swap(next, std::min_element(next, scanned.end(), [](const auto& a, const auto& b) {
                     return a.cost < b.cost;
                   }));
    if (next->cost <= 3.0 * scanned[0].cost) starts.push_back(*next);
  }

  FitPoint chosen;
  chosen.cost = infinity;
  for (const FitPoint& start : starts) {
    FitPoint point = search.evaluate(start.ratio, start.clock);
    if (point.cost == infinity) continue;
    point = search.minimise(std::move(point)).best;
    if (point.cost < chosen.cost) chosen = std::move(point);
  }

  SearchOutcome outcome;
  outcome.best.cost = infinity;
  search.work_exactly(true);
  // A fit that ends just before its system diverges may, more exactly, end just after.
  constexpr int retreats = 20;
  const bool found = chosen.cost < infinity;
  for (int i = 0; found && i < retreats && outcome.best.cost == infinity; ++i) {
    outcome.best = search.evaluate(chosen.ratio, chosen.clock);
    chosen.clock *= 0.98;
  }
  if (outcome.best.cost < infinity) outcome = search.minimise(std::move(outcome.best));
  outcome.evaluations = search.evaluations();
  return outcome;
}

}  // namespace reprise
