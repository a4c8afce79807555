// A setting's grid of separations: where its networks end, where the closed form has them end, and
// which ratio of rates the ends themselves imply.

#include "reproduce/figures/final_grid.hpp"

#include <algorithm>

#include "reproduce/report/numbers.hpp"
#include "reproduce/report/tables.hpp"
#include "theory/closed_form.hpp"
#include "theory/pairs.hpp"

namespace reprise::reproduce {
namespace {

double mean_of_fits(const std::vector<const FinishedRun*>& runs, const FitNumber& number) {
  double sum = 0, count = 0;
  for (const FinishedRun* run : runs) {
    const double value = value_of(run->fit(run->observed_layer()), number);
    if (std::isfinite(value)) sum += value, count += 1;
  }
  return sum / count;
}

// Correlations of one seed's grid with what the prediction is held against.
void hold_against(const PairStarts& starts, const std::vector<double>& measured,
                  FinalGrid& setting) {
  const auto ratio = fit_shared_ratio(starts, measured);
  const auto closest = ratio ? predict_final_distances(starts, ratio.value()) : ratio.error();
  setting.closest.push_back(closest ? correlation(closest.value(), measured) : NAN);
  setting.by_start.push_back(correlation(starts.h0, measured));
  setting.by_separation.push_back(correlation(pair_separations(starts.dx2, starts.dy2), measured));
}

}  // namespace

FinalGrid compare_grid(const std::string& name, const FinishedRun* first, const FinishedRun* end,
                       std::string& table) {
  FinalGrid setting;
  setting.name = name;
  std::vector<const FinishedRun*> fitted, grid;
  for (const FinishedRun* run = first; run != end; ++run)
    (run->request.until_loss > 0 ? grid : fitted).push_back(run);
  setting.fits = fitted.size();
  setting.runs = grid.size();
  setting.ratio = mean_of_fits(fitted, kEtaH) / mean_of_fits(fitted, kEtaY);
  std::vector<double> measured, predicted;
  PairStarts starts;
  for (std::size_t k = 0; k < grid.size(); ++k) {
    const FinishedRun& run = *grid[k];
    const Column h = run.h(run.observed_layer());
    const double h0 = run.records.first(h), y0 = run.records.first(run.y());
    const Constants constants = run.pair->constants;
    measured.push_back(run.records.last(h));
    predicted.push_back(predict_final(h0, y0, constants, setting.ratio));
    setting.separations.push_back(std::sqrt(constants.dx2 * constants.dy2));
    // Points with one target merge; a quotient of two such distances says nothing.
    if (constants.dy2 > 0) setting.quotients.push_back(measured.back() / predicted.back());
    const bool learnt = run.status == "learnt";
    setting.learnt += learnt;
    starts.h0.push_back(h0), starts.y0.push_back(y0);
    starts.dx2.push_back(constants.dx2), starts.dy2.push_back(constants.dy2);
    if (learnt && constants.dy2 > 0) {
      const auto implied = ratio_from_final(h0, y0, measured.back(), constants);
      std::vector<double>& ratios = setting.implied[std::sqrt(constants.dx2)];
      if (implied) ratios.push_back(implied.value());
      setting.without_ratio += !implied;
    }
    table += csv_row({setting.name, std::to_string(run.seed()), exact(std::sqrt(constants.dx2)),
                      exact(std::sqrt(constants.dy2)), run.status, exact(h0), exact(y0),
                      exact(measured.back()), exact(predicted.back())});
    if (k + 1 < grid.size() && grid[k + 1]->seed() == run.seed()) continue;
    setting.correlations.push_back(correlation(predicted, measured));
    if (setting.first_grid == 0) setting.first_grid = measured.size();
    setting.measured.insert(setting.measured.end(), measured.begin(), measured.end());
    setting.predicted.insert(setting.predicted.end(), predicted.begin(), predicted.end());
    hold_against(starts, measured, setting);
    measured.clear(), predicted.clear();
    starts = {};
  }
  return setting;
}

double FinalGrid::drift() const {
  std::vector<double> medians;
  for (const auto& [separation, ratios] : implied)
    if (!ratios.empty()) medians.push_back(median(ratios));
  if (medians.size() < 2) return NAN;
  const auto [least, greatest] = std::minmax_element(medians.begin(), medians.end());
  return *greatest / *least;
}

}  // namespace reprise::reproduce
