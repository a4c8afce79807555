#pragma once

#include <string>
#include <vector>

#include "reproduce/figure.hpp"

namespace reprise::reproduce {

/// Makes a run keep, under "structure" of its look, how its observed layer arranges `points`
/// training points and what the theory predicts: labels, points, ratio, and matrices initial,
/// measured, predicted and smoothed (see experiment/structure.hpp).
void look_at_structure(RunRequest& request, int points);

/// The same for use within another look; {"error"} if there is none.
nlohmann::json structure_json(const Experiment& experiment, int points);

/// Matrices of several networks, averaged, and their correlations.
struct AverageStructure {
  std::vector<int> labels, points;
  std::vector<double> initial, measured, predicted, smoothed;  ///< n x n, row by row.
  std::vector<double> measured_alike;  ///< Measured, each network's scaled to mean 1 first, so that
                                       ///< none outweighs others.
};
AverageStructure average_structure(const std::vector<const FinishedRun*>& runs);

/// Pearson correlation of two n x n matrices over pairs of different points; without pairs of one
/// label if `across`.
double pair_correlation(const std::vector<double>& a, const std::vector<double>& b,
                        const std::vector<int>& labels, bool across);

/// A field of a run's structure as numbers.
std::vector<double> structure_field(const FinishedRun& run, const std::string& field);
std::vector<int> structure_labels(const FinishedRun& run);

}  // namespace reprise::reproduce
