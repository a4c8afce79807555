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

/// Of pictures of a run's training set, points x points, row by row: what can be said of their
/// distances without any network.
struct PairBaselines {
  std::vector<double> pairs;       ///< |dx| |dy*|, the closed form of small weights up to a factor.
  std::vector<double> same_class;  ///< 0 where the classes are one, else 1.
  /// `pairs` smoothed by K = exp(-|dx| |dy*|) over the whole training set, K P K. K is 1 within a
  /// class; between classes it is next to nothing (|dx| |dy*| is in the tens) and left out, so that
  /// all pairs of two classes have one number, the sum of |dx| |dy*| over both.
  std::vector<double> neighbours;
};
PairBaselines pair_baselines(const FinishedRun& run, const std::vector<int>& points);

/// `reprise::chance_correlation`; NaN if it does not exist.
double chance_correlation(const std::vector<double>& distances, const std::vector<int>& labels,
                          PairChoice choice);

/// Pearson correlation of two matrices over pairs of different points; NaN if it does not exist.
double pair_correlation(const std::vector<double>& a, const std::vector<double>& b,
                        const std::vector<int>& labels, PairChoice choice = PairChoice::kAll);

}  // namespace reprise::reproduce
