#pragma once

#include <optional>
#include <vector>

#include "experiment/experiment.hpp"

namespace reprise {

/// What to look at.
struct StructureOptions {
  int layer = 0;
  /// How many training points; see `choose_points`.
  std::optional<int> points;
  /// eta_h / eta_y, shared by all pairs. Empty: the one whose predictions come closest to the
  /// measured distances (`fit_shared_ratio`).
  std::optional<double> ratio;
  /// Whether to ask what chance gives, which takes as long as 400 correlations.
  bool chance = false;
};

/// Pearson correlations with the measured squared distances, over pairs of different points; NaN
/// where none exists (fewer than two pairs, or no variation).
struct StructureCorrelation {
  double initial = 0;     ///< Of the distances that the layer had before learning.
  double predicted = 0;   ///< Of the closed form, pair by pair.
  double smoothed = 0;    ///< Of the prediction smoothed over neighbours.
  double pairs = 0;       ///< Of |x_i - x_j| |y_i - y_j| alone.
  double same_class = 0;  ///< Of 0 for pairs of one label and 1 for others, which needs no theory.
  double chance = 0;      ///< What 95 of 100 random orders stay below (`chance_correlation`); NaN
                      ///< unless asked for.
};

/// How a hidden layer arranges many points, and how theory says it should. Matrices are n x n for n
/// points, and symmetric.
struct Structure {
  std::vector<int> points;  ///< Which training points, in the order of the rows: pictures by label;
                            ///< feature collapse by context, then by relevant coordinate.
  std::vector<int> labels;  ///< One a point: a picture's label; for feature collapse the context.
  double ratio = 0;
  bool ratio_fitted = false;
  Matrix initial;    ///< Squared hidden distances before learning.
  Matrix measured;   ///< Squared hidden distances now.
  Matrix predicted;  ///< Closed form of every pair as if alone, from initial distances.
  /// K P K with P_ij = |x_i - x_j| |y_i - y_j| and K = exp(-P), van Rossem and Saxe's prediction
  /// for large data sets. Its scale means nothing, and its diagonal is not zero.
  Matrix smoothed;
  StructureCorrelation correlation;
  StructureCorrelation across_classes;  ///< Without pairs of one label, whose blocks alone make a
                                        ///< correlation high.
};

/// Looks at the experiment as it stands. Errors: "layer", "points", "ratio", "measured" when the
/// run has diverged, and those of `Experiment::pair_distances`.
Result<Structure> structure(const Experiment& experiment, const StructureOptions& options);

}  // namespace reprise
