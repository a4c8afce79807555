#include "theory/fit.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "theory/closed_form.hpp"
#include "theory/loss_fit.hpp"
#include "theory/search.hpp"
#include "theory/validate.hpp"

namespace reprise {
namespace {

constexpr std::size_t fewest_rows = 3;

std::optional<Error> check_rows(const Measurement& data, const Constants& constants) {
  const std::size_t rows = data.t.size();
  if (data.h.size() != rows || data.y.size() != rows || data.w.size() != rows ||
      (!data.loss.empty() && data.loss.size() != rows)) {
    return Error{"rows", "columns of unequal lengths", "columns of one length"};
  }
  if (rows < fewest_rows) {
    return Error{"rows", std::to_string(rows) + " long",
                 "at least " + std::to_string(fewest_rows) + " rows, the first the initial state"};
  }
  for (std::size_t i = 0; i < rows; ++i) {
    const std::string row = "rows[" + std::to_string(i) + "].";
    if (auto error = check_finite(row + "t", data.t[i])) return error;
    if (auto error = check_finite(row + "h", data.h[i])) return error;
    if (auto error = check_finite(row + "y", data.y[i])) return error;
    if (auto error = check_finite(row + "w", data.w[i])) return error;
    if (!data.loss.empty()) {
      if (auto error = check_finite(row + "loss", data.loss[i])) return error;
    }
    if (i > 0 && data.t[i] < data.t[i - 1]) {
      return Error{row + "t", to_text(data.t[i]), "a time not before the row above"};
    }
  }
  if (auto error = check_positive("rows[0].h", data.h[0])) return error;
  if (auto error = check_not_negative("rows[0].y", data.y[0])) return error;
  if (!(data.t.back() > data.t.front())) {
    return Error{"rows", "all at one time", "rows over a span of time"};
  }
  // Rates are of the size of 1 / span: beyond this some would be no numbers.
  const double span = data.t.back() - data.t.front();
  if (span < smallest_positive)
    return Error{"rows", to_text(span) + " long in time", "a span of time of at least 1e-50"};

  const auto changes = [](const std::vector<double>& values) {
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    return *high - *low > 1e-9 * std::max(std::fabs(*low), std::fabs(*high));
  };
  if (!changes(data.h) && !changes(data.y) && !changes(data.w)) {
    return Error{"rows", "constant", "a trajectory in which h, y or w changes"};
  }
  const double size = std::max(constants.dy2, data.y[0]);
  if (std::fabs(data.w[0]) <= 1e-12 * size &&
      std::fabs(constants.dy2 - data.y[0]) <= 1e-12 * size) {
    return Error{"rows[0]", "already learnt (w = 0, y = dy2)",
                 "a start from which the theory moves"};
  }
  return std::nullopt;
}

double final_of(const FitProblem& problem, double ratio) {
  if (problem.system == System{}) {
    const auto closed = final_distance(problem.start.h, problem.start.y, problem.constants, ratio);
    if (closed) return closed.value().h_final;
  }
  constexpr double long_time = 1e10;
  const Curve curve(problem.system, problem.constants, ratio, problem.start, long_time,
                    problem.integration);
  return curve.how_it_ended() == CurveEnd::kComplete ? curve.last().h
                                                     : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace

double r_squared(const std::vector<double>& measured, const std::vector<double>& fitted) {
  double mean = 0.0, largest = 0.0;
  for (const double value : measured) {
    mean += value;
    largest = std::max(largest, std::fabs(value));
  }
  mean /= static_cast<double>(measured.size());
  double sse = 0.0, sst = 0.0;
  for (std::size_t i = 0; i < measured.size(); ++i) {
    sse += (measured[i] - fitted[i]) * (measured[i] - fitted[i]);
    sst += (measured[i] - mean) * (measured[i] - mean);
  }
  // Round-off in the mean keeps the SST of a constant from being zero exactly.
  const double rows = static_cast<double>(measured.size());
  if (sst > 1e-28 * rows * largest * largest) return 1.0 - sse / sst;
  return sse <= 1e-12 * rows * std::max(largest * largest, 1e-12) ? 1.0 : 0.0;
}

Result<Fit> fit_rates(const Measurement& measurement, const Constants& constants,
                      const FitOptions& options) {
  if (auto error = check_constants(constants)) return *error;
  if (auto error = check_rows(measurement, constants)) return *error;
  if (auto error = check_positive("loss_scale", options.loss_scale)) return *error;
  if (measurement.initial_mean_error) {
    if (auto error = check_not_negative("initial_mean_error", *measurement.initial_mean_error)) {
      return *error;
    }
  }

  FitProblem problem{options.system, constants, {}, {}, {}, options.integration};
  for (std::size_t i = 0; i < measurement.t.size(); ++i) {
    problem.times.push_back(measurement.t[i] - measurement.t[0]);
    problem.states.push_back({measurement.h[i], measurement.y[i], measurement.w[i]});
  }
  problem.start = problem.states[0];

  SearchOutcome found = search_rates(problem);
  if (!std::isfinite(found.best.cost)) {
    return Error{"rows[0]", "a start from which the equations diverge", "a start they can follow"};
  }

  Fit fit;
  fit.ratio = found.best.ratio;
  fit.rates = problem.rates(found.best.ratio, found.best.clock);
  fit.relative_error = found.relative_error;
  fit.sse = found.best.cost;
  fit.evaluations = found.evaluations;
  fit.final_h = final_of(problem, fit.ratio);
  fit.converged = found.settled && fit.relative_error.eta_h < 0.5 && fit.relative_error.eta_y < 0.5;
  fit.curve = std::move(found.best.states);

  std::vector<double> h, y, w;
  for (const State& state : fit.curve) {
    h.push_back(state.h);
    y.push_back(state.y);
    w.push_back(state.w);
  }
  fit.r2_h = r_squared(measurement.h, h);
  fit.r2_y = r_squared(measurement.y, y);
  fit.r2_w = r_squared(measurement.w, w);
  if (!measurement.loss.empty()) {
    fit.loss = fit_loss(measurement, constants, fit.curve, options.loss_scale);
  }
  return fit;
}

}  // namespace reprise
