// Figure "depth": the theory fitted to every layer of the default network; misfit and rates against
// the layer.

#include <algorithm>
#include <cmath>

#include "reproduce/drawing/charts.hpp"
#include "reproduce/figures/layer_fits.hpp"
#include "reproduce/report/tables.hpp"

namespace reprise::reproduce {
namespace {

std::vector<RunRequest> runs(const Scale& scale) {
  return preset_runs("two-points/default", scale);
}

// One number a layer, for every seed, and its medians.
struct ByLayer {
  std::vector<std::vector<double>> seeds;  // Layer by layer.
  std::vector<double> medians, least, greatest;
};

ByLayer by_layer(const LayerFits& fits, const FitNumber& number, double factor) {
  ByLayer result;
  for (int layer = 0; layer < fits.layers(); ++layer) {
    std::vector<double> values = fits.over_seeds(layer, number);
    for (double& value : values) value *= factor;
    std::vector<double> sorted = values;
    std::erase_if(sorted, [](double value) { return !std::isfinite(value); });
    std::sort(sorted.begin(), sorted.end());
    result.medians.push_back(median(values));
    result.least.push_back(sorted.empty() ? NAN : sorted.front());
    result.greatest.push_back(sorted.empty() ? NAN : sorted.back());
    result.seeds.push_back(std::move(values));
  }
  return result;
}

// The median as a line, and the range over seeds as dots.
void add_band(Panel& panel, const std::vector<double>& layers, const ByLayer& values,
              const std::string& id, const std::string& name, const std::string& colour,
              bool range) {
  panel.series.push_back(line(id, id == "misfit" ? "ours" : id, name, Role::kMeasured, colour,
                              layers, values.medians));
  if (!range) return;
  const std::string prefix = id == "misfit" ? "" : id + "_";
  panel.series.push_back(
      dots(prefix + "least", "", name + ", least", colour, layers, values.least));
  panel.series.push_back(
      dots(prefix + "greatest", "", name + ", greatest", colour, layers, values.greatest));
}

Outcome finish(const std::vector<FinishedRun>& all, const Statement& stated) {
  // The paper sums over all epochs and a run records one in `every`, so its sum is that much
  // smaller.
  const double every = all[0].spec().observe.every;
  const LayerFits fitted(all.data(), all.size());
  const ByLayer misfit = by_layer(fitted, kMisfit, every);
  const ByLayer eta_h = by_layer(fitted, kEtaH, 1), eta_y = by_layer(fitted, kEtaY, 1);
  const std::vector<double>& paper = stated.published.at("misfit");
  Outcome outcome;
  outcome.ours = markdown_head(
      {"layer", "misfit, paper", "misfit, ours", "eta_h (1/epoch)", "eta_y (1/epoch)"});
  std::string table = "layer,seed,misfit,eta_h,eta_y,r2_h,r2_y,r2_w\n";
  std::vector<double> layers;
  std::size_t best = 0;
  for (std::size_t layer = 0; layer < misfit.medians.size(); ++layer) {
    layers.push_back(static_cast<double>(layer));
    if (misfit.medians[layer] < misfit.medians[best]) best = layer;
    outcome.ours += markdown_row({std::to_string(layer),
                                  layer < paper.size() ? short_number(paper[layer]) : "-",
                                  with_spread(misfit.seeds[layer]), with_spread(eta_h.seeds[layer]),
                                  with_spread(eta_y.seeds[layer])});
    for (std::size_t run = 0; run < all.size(); ++run) {
      table += csv_row(together(
          {std::to_string(layer), std::to_string(all[run].seed()), exact(misfit.seeds[layer][run])},
          fit_cells(all[run].fit(static_cast<int>(layer)),
                    {kEtaH, kEtaY, kR2OfH, kR2OfY, kR2OfW})));
    }
  }
  const auto early = static_cast<std::ptrdiff_t>(stated.limit("early_layers"));
  const double early_least =
      *std::min_element(misfit.medians.begin(), misfit.medians.begin() + early);
  const double factor = early_least / misfit.medians[best];
  outcome.measures = {{"best_layer", {{"", static_cast<double>(best)}}},
                      {"early_misfit", {{"", factor}}}};
  outcome.verdict = "least misfit " + with_spread(misfit.seeds[best]) + " at layer " +
                    std::to_string(best) + "; the first " + std::to_string(early) +
                    " layers have at least " + short_number(factor) + " times that";
  outcome.ours += "\nMisfit: plain sum of squares over h, y and w, times " + short_number(every) +
                  " because a run records one epoch in " + short_number(every) +
                  " and the paper sums over all.\n";
  for (const std::size_t layer : {std::size_t{0}, best}) {
    std::optional<double> published;
    if (layer < paper.size()) published = paper[layer];
    outcome.numbers.push_back({"misfit at layer " + std::to_string(layer), "sum of squares",
                               misfit.seeds[layer], published});
  }
  outcome.summary["best_layer"] = best;
  outcome.summary["misfit"] = misfit.medians;
  outcome.summary["eta_h"] = eta_h.medians;
  outcome.summary["eta_y"] = eta_y.medians;
  outcome.summary["early_factor"] = factor;
  outcome.tables = {{"layers.csv", table}};

  std::vector<double> paper_layers;
  for (std::size_t i = 0; i < paper.size(); ++i) paper_layers.push_back(static_cast<double>(i));
  Panel fits;
  fits.id = "misfit";
  fits.heading = "Misfit (dots: range over seeds)";
  fits.x_title = "hidden layer";
  fits.y_title = "sum of squares";
  fits.log_y = true;
  add_band(fits, layers, misfit, "misfit", "misfit of ours, median", "accent", all.size() > 1);
  fits.series.push_back(line("paper", "paper", "misfit of the paper, one seed", Role::kPaper,
                             "ink-muted", paper_layers, paper));
  Panel rates = fits;
  rates.id = "rates";
  rates.heading = "Effective rates";
  rates.y_title = "rate (1/epoch)";
  rates.series.clear();
  add_band(rates, layers, eta_h, "eta_h", "rate eta_h, median", "h", all.size() > 1);
  add_band(rates, layers, eta_y, "eta_y", "rate eta_y, median", "y", all.size() > 1);
  for (Series& series : rates.series) series.label_first = true;  // The two meet at the last layer.
  outcome.panels = {fits, rates};
  return outcome;
}

}  // namespace

const Figure kDepth = {"depth", runs, finish};

}  // namespace reprise::reproduce
