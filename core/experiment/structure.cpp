#include "experiment/structure.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

#include "experiment/pair_fit.hpp"
#include "experiment/point_choice.hpp"
#include "theory/pairs.hpp"

namespace reprise {
namespace {

// 0 for two points of one label, else 1.
Matrix different_labels(const std::vector<int>& labels) {
  const auto points = static_cast<Eigen::Index>(labels.size());
  Matrix result(points, points);
  for (Eigen::Index i = 0; i < points; ++i) {
    for (Eigen::Index j = 0; j < points; ++j) result(i, j) = labels[i] == labels[j] ? 0.0 : 1.0;
  }
  return result;
}

StructureCorrelation correlate(const Structure& found, const Matrix& separations,
                               PairChoice choice, bool chance) {
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  const auto with_measured = [&](const Matrix& matrix) {
    return pair_correlation(matrix, found.measured, found.labels, choice).value_or(none);
  };
  return {with_measured(found.initial),
          with_measured(found.predicted),
          with_measured(found.smoothed),
          with_measured(separations),
          with_measured(different_labels(found.labels)),
          chance ? chance_correlation(found.measured, found.labels, choice).value_or(none) : none};
}

}  // namespace

Result<Structure> structure(const Experiment& experiment, const StructureOptions& options) {
  const int layers = experiment.spec().network.hidden_layers;
  if (options.layer < 0 || options.layer >= layers) {
    return Error{"layer", std::to_string(options.layer),
                 "an integer from 0 to " + std::to_string(layers - 1)};
  }
  if (auto error = check_theory(experiment.spec().training)) return *error;
  auto choice = choose_points(experiment, options.points);
  if (!choice) return choice.error();
  Structure found;
  found.points = std::move(choice.value().points);
  found.labels = std::move(choice.value().labels);
  const std::size_t points = found.points.size();

  const Result<PairDistances> at_start =
      experiment.pair_distances(found.points, options.layer, Moment::kStart);
  if (!at_start) return at_start.error();
  const Result<PairDistances> at_present =
      experiment.pair_distances(found.points, options.layer, Moment::kNow);
  if (!at_present) return at_present.error();
  const PairDistances &start = at_start.value(), &now = at_present.value();
  const PairStarts starts = {start.h, start.y, start.dx2, start.dy2};
  found.ratio_fitted = !options.ratio.has_value();
  const Result<double> ratio =
      options.ratio ? Result<double>(*options.ratio) : fit_shared_ratio(starts, now.h);
  if (!ratio) return ratio.error();
  found.ratio = ratio.value();
  const auto predicted = predict_final_distances(starts, found.ratio);
  if (!predicted) return predicted.error();

  found.initial = to_distance_matrix(start.h, points);
  found.measured = to_distance_matrix(now.h, points);
  found.predicted = to_distance_matrix(predicted.value(), points);
  const Matrix separations = to_distance_matrix(pair_separations(start.dx2, start.dy2), points);
  found.smoothed = smooth_over_neighbours(separations, separations);
  found.correlation = correlate(found, separations, PairChoice::kAll, options.chance);
  found.across_classes =
      correlate(found, separations, PairChoice::kDifferentClasses, options.chance);
  return found;
}

}  // namespace reprise
