#include "experiment/structure.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

#include "theory/pairs.hpp"

namespace reprise {
namespace {

constexpr int kMostPoints = 200;
constexpr int kUsualPoints = 100;

// Point numbers and labels, in the order of the rows.
struct Choice {
  std::vector<int> points, labels;
};

Error wrong_points(int points, const std::string& allowed) {
  return {"points", std::to_string(points), allowed};
}

// Row or column number `i` of `m` that are spread evenly over `side`.
int spread(int i, int m, int side) { return (2 * i * (side - 1) + m - 1) / (2 * (m - 1)); }

Result<Choice> choose_grid(int side, std::optional<int> asked) {
  const int most = std::min(10, side);
  int m = std::min(7, most);
  if (asked) {
    m = 2;
    while (m < most && 2 * m * m < *asked) ++m;
    if (2 * m * m != *asked) {
      return wrong_points(*asked, "2 m^2 for a whole m from 2 to " + std::to_string(most));
    }
  }
  Choice choice;
  for (int context = 0; context < 2; ++context) {
    for (int relevant = 0; relevant < m; ++relevant) {
      for (int irrelevant = 0; irrelevant < m; ++irrelevant) {
        const int column = spread(context == 0 ? relevant : irrelevant, m, side);
        const int row = spread(context == 0 ? irrelevant : relevant, m, side);
        choice.points.push_back((context * side + row) * side + column);
        choice.labels.push_back(context);
      }
    }
  }
  return choice;
}

Result<Choice> choose(const Experiment& experiment, std::optional<int> asked) {
  const Task& task = experiment.spec().task;
  if (const auto* collapse = std::get_if<FeatureCollapseTask>(&task)) {
    return choose_grid(collapse->side, asked);
  }
  const std::vector<int>& labels = experiment.train_labels();
  const int most = std::min(kMostPoints, static_cast<int>(labels.size()));
  const int count = asked.value_or(std::min(kUsualPoints, most));
  if (count < 2 || count > most) {
    return wrong_points(count, "an integer from 2 to " + std::to_string(most));
  }
  Choice choice;
  for (int point = 0; point < count; ++point) {
    const auto after = [&](int a, int b) { return labels[a] < labels[b]; };
    choice.points.insert(
        std::upper_bound(choice.points.begin(), choice.points.end(), point, after), point);
  }
  for (const int point : choice.points) choice.labels.push_back(labels[point]);
  return choice;
}

StructureCorrelation correlate(const Structure& found, PairChoice choice) {
  const auto with_measured = [&](const std::vector<double>& matrix) {
    const auto value =
        pair_correlation(matrix, found.measured, found.points.size(), found.labels, choice);
    return value ? value.value() : std::numeric_limits<double>::quiet_NaN();
  };
  return {with_measured(found.initial), with_measured(found.predicted),
          with_measured(found.smoothed)};
}

}  // namespace

Result<Structure> structure(const Experiment& experiment, const StructureOptions& options) {
  const int layers = experiment.spec().network.hidden_layers;
  if (options.layer < 0 || options.layer >= layers) {
    return Error{"layer", std::to_string(options.layer),
                 "an integer from 0 to " + std::to_string(layers - 1)};
  }
  auto choice = choose(experiment, options.points);
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
  const auto separations = to_distance_matrix(pair_separations(start.dx2, start.dy2), points);
  found.smoothed = smooth_over_neighbours(separations, separations, points);
  found.correlation = correlate(found, PairChoice::kAll);
  found.across_classes = correlate(found, PairChoice::kDifferentClasses);
  return found;
}

}  // namespace reprise
