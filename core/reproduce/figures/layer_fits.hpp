#pragma once

#include <string>
#include <vector>

#include "reproduce/figure.hpp"
#include "reproduce/report/numbers.hpp"

namespace reprise::reproduce {

/// The fits of one setting's networks, one a seed, in every hidden layer.
class LayerFits {
 public:
  /// `runs`, of which there is at least one, have fitted layers and outlive this.
  explicit LayerFits(std::vector<const FinishedRun*> runs);
  LayerFits(const FinishedRun* runs, std::size_t seeds);

  const std::vector<const FinishedRun*>& runs() const { return runs_; }
  const FinishedRun& first() const { return *runs_[0]; }
  int layers() const { return first().spec().network.hidden_layers; }
  int observed() const { return first().observed_layer(); }
  /// The layer of the greatest `score`.
  int best() const { return best_; }
  /// The lesser of the medians of r2 of h and of y, which bands look at; minus infinity if there is
  /// none.
  double score(int layer) const;
  double score() const { return score(best_); }

  std::vector<double> over_seeds(int layer, const FitNumber& number) const;
  /// Median and spread of each number.
  std::vector<std::string> spreads(int layer, const std::vector<FitNumber>& numbers) const;
  /// r2 of h, y and w at the best layer, over seeds, which is called `place` there.
  void add_r2(const std::string& setting, const std::string& place, Outcome& outcome) const;
  /// Networks whose signal has died: they learnt the mean of the two targets and nothing of their
  /// difference, so that the loss ends above the share `stays` of |dy*|^2 / 8.
  std::size_t dead(double stays) const;
  /// "h 0.97, y 0.63": medians of r2 at the best layer.
  std::string scores() const;

 private:
  std::vector<const FinishedRun*> runs_;
  int best_ = 0;
};

/// Numbers of a fit as cells of CSV; empty ones where there is no fit.
std::vector<std::string> fit_cells(const Fit* fit, const std::vector<FitNumber>& numbers);

}  // namespace reprise::reproduce
