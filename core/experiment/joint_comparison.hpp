#pragma once

#include <optional>
#include <vector>

#include "experiment/joint.hpp"

namespace reprise {

/// How well predicted squared distances explain measured ones, over pairs of different points.
struct Agreement {
  /// Pearson correlation over all pairs, and over those of different labels; empty where there is
  /// none.
  std::optional<double> correlation, across_labels;
  /// 1 minus the squared error over the squares about the measured mean; empty for one pair or
  /// equal distances.
  std::optional<double> r2;
  double root_mean_square_error = 0;
};

/// Both n x n, with a label for each point.
Agreement agreement(const Matrix& predicted, const Matrix& measured,
                    const std::vector<int>& labels);

/// The closed form of every pair as if it were alone, beside the theory of all points at once; with
/// `ratio` empty, the one that comes closest to the distances now. Errors: those of
/// `Experiment::pair_distances`, `fit_shared_ratio` and `predict_final_distances`.
Result<JointPrediction> predict_pairs(const Experiment& experiment, const std::vector<int>& points,
                                      int layer, std::optional<double> ratio);

}  // namespace reprise
