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
  Structure mean;         ///< Labels and points of the first; no ratio.
  Matrix measured_alike;  ///< Measured, each network's scaled to mean 1 first, so that none
                          ///< outweighs others.
};
AverageStructure average_structure(const std::vector<std::optional<Structure>>& structures);

/// Of pictures of a run's training set, points x points: what can be said of their distances
/// without any network.
struct PairBaselines {
  Matrix pairs;       ///< |dx| |dy*|, the closed form of small weights up to a factor.
  Matrix same_class;  ///< 0 where the classes are one, else 1.
  /// `pairs` smoothed by K = exp(-|dx| |dy*|) over the whole training set, K P K. K is 1 within a
  /// class; between classes it is next to nothing (|dx| |dy*| is in the tens) and left out, so that
  /// all pairs of two classes have one number, the sum of |dx| |dy*| over both.
  Matrix neighbours;
};
PairBaselines pair_baselines(const FinishedRun& run, const std::vector<int>& points);

}  // namespace reprise::reproduce
