#pragma once

#include <optional>
#include <vector>

#include "experiment/structure.hpp"
#include "reproduce/runs/run.hpp"
#include "theory/pairs.hpp"

namespace reprise::reproduce {

/// Makes a run keep, under "structure" of its look, how its observed layer arranges `points`
/// training points and what the theory predicts.
void look_at_structure(RunRequest& request, int points);

/// The same for use within another look; {"error"} if there is none.
nlohmann::json structure_json(const Experiment& experiment, int points);

/// What a run kept of it: points, labels, ratio and matrices. None if it kept nothing.
std::optional<Structure> structure_of(const FinishedRun& run);

/// Matrices of several networks, averaged.
struct AverageStructure {
  Structure mean;                      ///< Labels and points of the first; no ratio.
  std::vector<double> measured_alike;  ///< Measured, each network's scaled to mean 1 first, so that
                                       ///< none outweighs others.
};
AverageStructure average_structure(const std::vector<std::optional<Structure>>& structures);

/// Pearson correlation of two matrices over pairs of different points; NaN if it does not exist.
double pair_correlation(const std::vector<double>& a, const std::vector<double>& b,
                        const std::vector<int>& labels, PairChoice choice = PairChoice::kAll);

}  // namespace reprise::reproduce
