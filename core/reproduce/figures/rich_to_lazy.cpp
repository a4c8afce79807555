// Figure "rich-to-lazy": where two points end against where they began, as the initial weights
// grow.

#include <algorithm>
#include <cmath>

#include "reproduce/drawing/charts.hpp"
#include "reproduce/report/numbers.hpp"
#include "reproduce/report/tables.hpp"

namespace reprise::reproduce {
namespace {

// The paper's settings by gain; the default has gain 1.0, and the ratio of the rates comes from it.
const char* const kPresets[] = {"gain-0.9", "default",  "gain-1.1", "gain-1.2",
                                "gain-1.3", "gain-1.4", "gain-1.6"};
constexpr std::size_t kDefault = 1;

std::vector<RunRequest> runs(const Scale& scale) {
  std::vector<RunRequest> requests;
  for (const std::string preset : kPresets) {
    for (RunRequest& request : curve_runs("two-points/" + preset, scale))
      requests.push_back(std::move(request));
  }
  return requests;
}

Outcome finish(const std::vector<FinishedRun>& all, const Statement& stated) {
  const std::size_t seeds = all.size() / std::size(kPresets);
  const int layer = all[0].observed_layer();
  const Column h = all[0].h(layer), y = all[0].y();
  const Constants constants = all[0].pair->constants;
  std::vector<double> ratios;
  for (std::size_t i = 0; i < seeds; ++i)
    ratios.push_back(value_of(all[kDefault * seeds + i].fit(layer), kRatio));
  const double ratio = median(ratios);

  Outcome outcome;
  outcome.ours = markdown_head(
      {"gain", "initial", "final", "closed form", "final / closed form", "final loss"});
  std::string table = "gain,seed,status,h_initial,y_initial,h_final,h_predicted,loss_final\n";
  Series measured = dots("measured", "measured", "measured", "h", {}, {});
  Series predicted =
      dots("predicted", "", "closed form from each run's start", "ink-muted", {}, {});
  double worst = 1, worst_gain = 0;
  std::size_t good = 0;
  for (std::size_t p = 0; p < std::size(kPresets); ++p) {
    std::vector<double> initial, final, closed, quotient, loss;
    const double gain = all[p * seeds].spec().network.gain;
    for (std::size_t i = 0; i < seeds; ++i) {
      const FinishedRun& run = all[p * seeds + i];
      const double y0 = run.records.first(y);
      initial.push_back(run.records.first(h));
      final.push_back(run.records.last(h));
      closed.push_back(predict_final(initial.back(), y0, constants, ratio));
      quotient.push_back(final.back() / closed.back());
      loss.push_back(run.records.last(Quantity::kLoss));
      table += csv_row({exact(gain), std::to_string(run.seed()), run.status, exact(initial.back()),
                        exact(y0), exact(final.back()), exact(closed.back()), exact(loss.back())});
    }
    outcome.ours += markdown_row({short_number(gain), with_spread(initial), with_spread(final),
                                  with_spread(closed), with_spread(quotient), with_spread(loss)});
    measured.x.insert(measured.x.end(), initial.begin(), initial.end());
    measured.y.insert(measured.y.end(), final.begin(), final.end());
    predicted.y.insert(predicted.y.end(), closed.begin(), closed.end());
    const double middle = median(quotient);
    outcome.numbers.push_back(
        {"gain " + short_number(gain) + ": final / closed form", "", quotient});
    const double off = std::isfinite(middle) ? std::max(middle, 1 / middle) : INFINITY;
    outcome.measures["quotient"].emplace_back(short_number(gain), middle);
    good += stated.keeps("quotient", middle);
    if (off > worst) worst = off, worst_gain = gain;
    outcome.summary["gains"].push_back({{"gain", gain},
                                        {"initial", median(initial)},
                                        {"final", median(final)},
                                        {"closed_form", median(closed)},
                                        {"quotient", middle}});
  }
  predicted.x = measured.x;
  outcome.summary["ratio"] = ratio;
  outcome.verdict = std::to_string(good) + " of " + std::to_string(std::size(kPresets)) +
                    " gains are within the factor; the worst, gain " + short_number(worst_gain) +
                    ", is off by " + short_number(worst);
  outcome.ours +=
      "\nRatio of rates for all gains, from fits of the default network (gain 1) at layer " +
      std::to_string(layer) + ": " + with_spread(ratios) +
      ". The closed form takes each run's own start. A run that has not learnt yet, which its "
      "final loss "
      "shows, is not where the closed form applies.\n";
  outcome.tables = {{"gains.csv", table}};

  Panel panel;
  panel.id = "gains";
  panel.heading = "Hidden squared distance";
  panel.x_title = "initial squared distance";
  panel.y_title = "final squared distance";
  panel.log_x = panel.log_y = true;
  // The closed form from outputs that start equal: the two limits and the way between them.
  Series curve = line("closed_form", "closed form", "closed form, outputs starting equal",
                      Role::kTheory, "accent", {}, {});
  Series rich = line("rich_limit", "rich limit", "rich limit: set by the data", Role::kTheory,
                     "ink-muted", {}, {});
  Series lazy = line("lazy_limit", "lazy limit", "lazy limit: the initial distance", Role::kTheory,
                     "ink-muted", {}, {});
  const double low = *std::min_element(measured.x.begin(), measured.x.end());
  const double high = *std::max_element(measured.x.begin(), measured.x.end());
  for (int i = 0; i <= 100 && low > 0; ++i) {
    const double h0 = low * std::pow(high / low, i / 100.0);
    const double end = predict_final(h0, 0, constants, ratio);
    curve.x.push_back(h0);
    curve.y.push_back(end);
    rich.y.push_back(std::sqrt(ratio * constants.dx2 * constants.dy2));
    lazy.y.push_back(h0);
  }
  rich.x = lazy.x = curve.x;
  measured.label_first = true;
  panel.series = {curve, rich, lazy, measured, predicted};
  outcome.panels = {panel};
  outcome.columns = 1;
  return outcome;
}

}  // namespace

const Figure kRichToLazy = {"rich-to-lazy", runs, finish};

}  // namespace reprise::reproduce
