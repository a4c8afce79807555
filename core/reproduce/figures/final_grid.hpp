#pragma once

#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "reproduce/runs/run.hpp"

namespace reprise::reproduce {

/// One setting's grids, one a seed, against the closed form with its one ratio.
struct FinalGrid {
  std::string name;
  double ratio = NAN;
  std::size_t fits = 0, runs = 0, learnt = 0;
  std::vector<double> correlations;  ///< One a seed.
  /// One a run, over all seeds; a quotient only where the targets differ.
  std::vector<double> separations, measured, predicted, quotients;
  std::size_t first_grid = 0;  ///< Runs of the first seed.
  /// What the prediction is held against, one correlation a seed each: the prediction with the
  /// ratio that comes closest to this very grid, and what needs no theory of learning.
  std::vector<double> closest, by_start, by_separation;
  /// The ratio that a network's own end implies, by |dx|, where it has learnt different targets;
  /// and how many ended where no ratio leads.
  std::map<double, std::vector<double>> implied;
  std::size_t without_ratio = 0;

  /// The greatest over the least of the medians of `implied`; NaN where there are fewer than two.
  double drift() const;
};

/// Compares the runs from `first` to `end`, which are one setting's under `name`: those with
/// `until_loss` are its grids, the others give its ratio of rates. Adds one row a grid's run to
/// `table`.
FinalGrid compare_grid(const std::string& name, const FinishedRun* first, const FinishedRun* end,
                       std::string& table);

}  // namespace reprise::reproduce
