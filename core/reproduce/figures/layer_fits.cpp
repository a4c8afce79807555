#include "reproduce/figures/layer_fits.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace reprise::reproduce {
namespace {

std::vector<const FinishedRun*> pointers(const FinishedRun* runs, std::size_t count) {
  std::vector<const FinishedRun*> list;
  for (std::size_t i = 0; i < count; ++i) list.push_back(runs + i);
  return list;
}

}  // namespace

LayerFits::LayerFits(std::vector<const FinishedRun*> runs) : runs_(std::move(runs)) {
  for (int layer = 1; layer < layers(); ++layer) {
    if (score(layer) > score(best_)) best_ = layer;
  }
}

LayerFits::LayerFits(const FinishedRun* runs, std::size_t seeds)
    : LayerFits(pointers(runs, seeds)) {}

double LayerFits::score(int layer) const {
  const double h = median(over_seeds(layer, kR2OfH)), y = median(over_seeds(layer, kR2OfY));
  return std::isfinite(h) && std::isfinite(y) ? std::min(h, y) : -INFINITY;
}

std::vector<double> LayerFits::over_seeds(int layer, const FitNumber& number) const {
  std::vector<double> values;
  for (const FinishedRun* run : runs_) values.push_back(value_of(run->fit(layer), number));
  return values;
}

std::vector<std::string> LayerFits::spreads(int layer,
                                            const std::vector<FitNumber>& numbers) const {
  std::vector<std::string> cells;
  for (const FitNumber& number : numbers) cells.push_back(with_spread(over_seeds(layer, number)));
  return cells;
}

void LayerFits::add_r2(const std::string& setting, const std::string& place,
                       Outcome& outcome) const {
  for (const auto& [quantity, number] : kR2) {
    outcome.numbers.push_back(
        {setting + "r2 of " + quantity + ", " + place + " " + std::to_string(best_), "",
         over_seeds(best_, number)});
  }
}

std::size_t LayerFits::dead(double stays) const {
  return static_cast<std::size_t>(
      std::count_if(runs_.begin(), runs_.end(), [&](const FinishedRun* run) {
        // Half the squared error of two points that get one answer is an eighth of the targets'
        // squared distance.
        const double one_answer = run->pair->constants.dy2 / 8;
        return run->records.last(Quantity::kLoss) > stays * one_answer;
      }));
}

std::string LayerFits::scores() const {
  return "h " + short_number(median(over_seeds(best_, kR2OfH))) + ", y " +
         short_number(median(over_seeds(best_, kR2OfY)));
}

std::vector<std::string> fit_cells(const Fit* fit, const std::vector<FitNumber>& numbers) {
  std::vector<std::string> cells;
  for (const FitNumber& number : numbers) cells.push_back(exact(value_of(fit, number)));
  return cells;
}

}  // namespace reprise::reproduce
