// Figure "final-structure": where two points end, measured and predicted, over a grid of their
// separations.

#include <algorithm>
#include <cmath>

#include "reproduce/drawing/charts.hpp"
#include "reproduce/report/numbers.hpp"
#include "reproduce/report/tables.hpp"

namespace reprise::reproduce {
namespace {

constexpr int kGrid = 5;
constexpr double kLearntLoss = 1e-4;
const char* const kPreset = "two-points/default";

double dx(int i) { return 0.5 + 1.0 * i / (kGrid - 1); }
double dy(int j) { return 1.0 * j / (kGrid - 1); }

// Networks whose fits give the ratio of the rates; the paper took 50. A quick figure takes one a
// seed.
constexpr int kRatioRuns = 20;

// First the runs that give the ratio of the rates, then the grid, seed after seed.
std::vector<RunRequest> runs(const Scale& scale) {
  Scale for_ratio = scale;
  if (!scale.quick) for_ratio.seeds = kRatioRuns;
  std::vector<RunRequest> requests = preset_runs(kPreset, for_ratio);
  for (const RunRequest& base : preset_runs(kPreset, scale)) {
    for (int i = 0; i < kGrid; ++i) {
      for (int j = 0; j < kGrid; ++j) {
        RunRequest request = base;
        request.name = "final-structure-dx-" + std::to_string(i) + "-dy-" + std::to_string(j) +
                       "-seed-" + std::to_string(base.spec.seed);
        request.spec.task = TwoPointsTask{dx(i) * dx(i), dy(j) * dy(j)};
        // A quick run takes the preset's whole steps.
        if (!scale.quick) request.spec.training.learning_rate /= 5;
        request.spec.training.epochs = 40000;
        request.spec.observe.every = 50;
        request.until_loss = kLearntLoss;
        request.fit_layers = false;
        requests.push_back(std::move(request));
      }
    }
  }
  return requests;
}

Outcome finish(const std::vector<FinishedRun>& all, const Statement&) {
  constexpr std::size_t kRuns = kGrid * kGrid;
  const auto first_of_grid = static_cast<std::size_t>(
      std::find_if(all.begin(), all.end(),
                   [](const FinishedRun& run) { return run.request.until_loss > 0; }) -
      all.begin());
  const std::size_t seeds = (all.size() - first_of_grid) / kRuns;
  const int layer = all[0].observed_layer();
  std::vector<double> ratios;
  for (std::size_t i = 0; i < first_of_grid; ++i)
    ratios.push_back(value_of(all[i].fit(layer), kRatio));
  const double ratio = median(ratios);

  Outcome outcome;
  std::string table = "seed,dx,dy,status,h0,y0,h_final,h_predicted\n";
  std::vector<double> correlations, deviations, measured_all, predicted_all;
  std::size_t learnt = 0;
  for (std::size_t seed = 0; seed < seeds; ++seed) {
    std::vector<double> measured, predicted;
    for (std::size_t k = 0; k < kRuns; ++k) {
      const FinishedRun& run = all[first_of_grid + seed * kRuns + k];
      const Column h = run.h(layer);
      const double h0 = run.records.first(h), y0 = run.records.first(run.y());
      measured.push_back(run.records.last(h));
      predicted.push_back(predict_final(h0, y0, run.pair->constants, ratio));
      deviations.push_back(std::abs(predicted.back() - measured.back()));
      learnt += run.status == "learnt";
      table += csv_row({std::to_string(run.seed()), exact(dx(static_cast<int>(k) / kGrid)),
                        exact(dy(static_cast<int>(k) % kGrid)), run.status, exact(h0), exact(y0),
                        exact(measured.back()), exact(predicted.back())});
    }
    correlations.push_back(correlation(predicted, measured));
    measured_all.insert(measured_all.end(), measured.begin(), measured.end());
    predicted_all.insert(predicted_all.end(), predicted.begin(), predicted.end());
  }
  outcome.measures["correlation"] = {{"", median(correlations)}};
  outcome.verdict = "correlation over the grid " + with_spread(correlations);
  std::vector<double> quotients;
  for (std::size_t k = 0; k < measured_all.size(); ++k) {
    // Points with one target merge; a quotient of two such distances says nothing.
    if (k % kGrid != 0) quotients.push_back(measured_all[k] / predicted_all[k]);
  }
  outcome.note = "Measured over predicted squared distances, where the targets differ: " +
                 with_spread(quotients) + ". The ratio of rates, " + with_spread(ratios) +
                 ", is the median of " + std::to_string(ratios.size()) +
                 " fits at |dx|^2 = 1, |dy*|^2 = 0.5 and holds for the whole grid.";
  outcome.ours =
      markdown_head({"quantity", "value"}) +
      markdown_row({"ratio of rates, " + std::to_string(ratios.size()) + " fits at layer " +
                        std::to_string(layer),
                    with_spread(ratios)}) +
      markdown_row({"correlation of predicted and measured", with_spread(correlations)}) +
      markdown_row({"distance between predicted and measured", with_spread(deviations)}) +
      markdown_row({"measured", with_spread(measured_all)}) +
      markdown_row({"runs that reached a loss of " + short_number(kLearntLoss),
                    std::to_string(learnt) + " of " + std::to_string(seeds * kRuns)});
  outcome.summary = {{"ratio", ratio}, {"correlation", median(correlations)}, {"learnt", learnt}};
  outcome.tables = {{"grid.csv", table}};

  double greatest = 0;
  for (const std::vector<double>& values : {measured_all, predicted_all}) {
    for (const double value : values)
      greatest = std::max(greatest, std::isfinite(value) ? value : 0.0);
  }
  Panel scatter;
  scatter.id = "scatter";
  scatter.heading = "Final squared distance";
  scatter.x_title = "predicted squared distance";
  scatter.y_title = "measured squared distance";
  scatter.series = {line("diagonal", "", "predicted = measured", Role::kTheory, "ink-muted",
                         {0, greatest}, {0, greatest}),
                    dots("runs", "", "runs", "h", predicted_all, measured_all)};
  Panel product;
  product.id = "separation";
  product.heading = "By separation (first seed)";
  product.x_title = "|dx| |dy*|";
  product.y_title = "final squared distance";
  std::vector<double> separations, ours, theirs;
  for (std::size_t k = 0; k < kRuns; ++k) {
    separations.push_back(dx(static_cast<int>(k) / kGrid) * dy(static_cast<int>(k) % kGrid));
    ours.push_back(measured_all[k]);
    theirs.push_back(predicted_all[k]);
  }
  product.series = {dots("measured", "measured", "measured", "h", separations, ours),
                    dots("predicted", "predicted", "predicted", "ink-muted", separations, theirs)};
  product.series[1].label_first = true;
  outcome.panels = {scatter, product};
  outcome.numbers = {{"correlation of predicted and measured over the grid", "", correlations}};
  return outcome;
}

}  // namespace

const Figure kFinalStructure = {"final-structure", runs, finish};

}  // namespace reprise::reproduce
