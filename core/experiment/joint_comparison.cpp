#include "experiment/joint_comparison.hpp"

#include <cmath>

#include "theory/pairs.hpp"

namespace reprise {
namespace {

std::optional<double> found(const Result<double>& number) {
  return number ? std::optional(number.value()) : std::nullopt;
}

}  // namespace

Agreement agreement(const Matrix& predicted, const Matrix& measured,
                    const std::vector<int>& labels) {
  const Eigen::Index n = measured.rows();
  const double pairs = static_cast<double>(n * (n - 1) / 2);
  double mean = 0, error = 0, spread = 0;
  for (Eigen::Index i = 0; i < n; ++i) {
    for (Eigen::Index j = i + 1; j < n; ++j) mean += measured(i, j) / pairs;
  }
  for (Eigen::Index i = 0; i < n; ++i) {
    for (Eigen::Index j = i + 1; j < n; ++j) {
      const double off = measured(i, j) - predicted(i, j), from_mean = measured(i, j) - mean;
      error += off * off;
      spread += from_mean * from_mean;
    }
  }
  Agreement result;
  result.correlation = found(pair_correlation(predicted, measured, labels));
  result.across_labels =
      found(pair_correlation(predicted, measured, labels, PairChoice::kDifferentClasses));
  if (spread > 0) result.r2 = 1 - error / spread;
  result.root_mean_square_error = std::sqrt(error / pairs);
  return result;
}

Result<JointPrediction> predict_pairs(const Experiment& experiment, const std::vector<int>& points,
                                      int layer, std::optional<double> ratio) {
  const auto start = experiment.pair_distances(points, layer, Moment::kStart);
  if (!start) return start.error();
  const PairDistances& before = start.value();
  const PairStarts starts{before.h, before.y, before.dx2, before.dy2};
  if (!ratio) {
    const auto now = experiment.pair_distances(points, layer, Moment::kNow);
    if (!now) return now.error();
    const auto fitted = fit_shared_ratio(starts, now.value().h);
    if (!fitted) return fitted.error();
    ratio = fitted.value();
  }
  const auto ends = predict_final_distances(starts, *ratio);
  if (!ends) return ends.error();
  return JointPrediction{*ratio, to_distance_matrix(ends.value(), points.size()), 0};
}

}  // namespace reprise
