// Figure "attention": self-attention, which the paper leaves open. Two points with one, two and
// four heads, layer by layer; and the four points of exclusive or, pair by pair.

#include <algorithm>
#include <cmath>

#include "reproduce/drawing/charts.hpp"
#include "reproduce/figures/structure.hpp"
#include "reproduce/report/report.hpp"

namespace reprise::reproduce {
namespace {

using nlohmann::json;

constexpr int kHeads[] = {1, 2, 4};
constexpr const char* kPreset = "two-points/attention";
const std::vector<std::string> kNames = {"00", "01", "10", "11"};

// For each number of heads, two points; then exclusive or with two heads.
std::vector<RunRequest> runs(const Scale& scale) {
  std::vector<RunRequest> requests;
  for (const int heads : kHeads) {
    for (RunRequest& request : curve_runs(kPreset, scale)) {
      request.spec.network.heads = heads;
      request.name =
          "attention-heads-" + std::to_string(heads) + "-seed-" + std::to_string(request.spec.seed);
      requests.push_back(std::move(request));
    }
  }
  for (RunRequest& request : curve_runs(kPreset, scale)) {
    Spec& spec = request.spec;
    spec.task = XorTask{};
    spec.training.loss = Loss::kMse;
    spec.observe.points = {0, 1, 2, 3};
    request.fit_layers = false;
    request.preset.clear();
    request.name = "attention-xor-seed-" + std::to_string(spec.seed);
    look_at_structure(request, 4);
    requests.push_back(std::move(request));
  }
  return requests;
}

std::vector<double> over(const FinishedRun* runs, std::size_t seeds, int layer,
                         const std::string& field) {
  std::vector<double> values;
  for (std::size_t i = 0; i < seeds; ++i) values.push_back(fit_value(runs[i].fit(layer), field));
  return values;
}

void add_matrices(const FinishedRun& run, Outcome& outcome) {
  const std::pair<const char*, const char*> matrices[] = {
      {"initial", "before training"}, {"measured", "after training"}, {"predicted", "predicted"}};
  double largest = 0;
  for (const auto& [field, heading] : matrices) {
    for (const double value : structure_field(run, field)) largest = std::max(largest, value);
  }
  for (const auto& [field, heading] : matrices) {
    const std::vector<double> values = structure_field(run, field);
    if (values.empty()) continue;
    Panel panel = matrix_panel(field, std::string("XOR, ") + heading, values, kNames);
    panel.group = "exclusive or";
    panel.cells_max = largest;
    outcome.panels.push_back(std::move(panel));
  }
}

Outcome finish(const std::vector<FinishedRun>& all, const json& entry) {
  const std::size_t seeds = all.size() / (std::size(kHeads) + 1);
  const int layers = all[0].request.spec.network.hidden_layers;
  const double bound = entry["limits"]["r2"];
  Outcome outcome;
  outcome.columns = 3;
  outcome.ours = markdown_row({"heads", "layer", "r2 of h", "r2 of y", "r2 of w", "misfit"}) +
                 markdown_row(std::vector<std::string>(6, "---"));
  std::string table = "heads,seed,status,layer,r2_h,r2_y,r2_w,sse\n";
  std::size_t good = 0;
  for (std::size_t g = 0; g < std::size(kHeads); ++g) {
    const FinishedRun* group = &all[g * seeds];
    const std::string heads = std::to_string(kHeads[g]);
    Panel panel;
    panel.id = "layers";
    panel.group = heads + (kHeads[g] == 1 ? " head" : " heads");
    panel.heading = "r2 of the fit by layer, median";
    panel.x_title = "block";
    panel.y_title = "r2";
    int best = 0;
    const auto lesser = [&](int layer) {
      const double value = std::min(median(over(group, seeds, layer, "r2_h")),
                                    median(over(group, seeds, layer, "r2_y")));
      return std::isfinite(value) ? value : -INFINITY;
    };
    std::vector<double> index;
    for (int layer = 0; layer < layers; ++layer) {
      index.push_back(layer);
      if (lesser(layer) > lesser(best)) best = layer;
      std::vector<std::string> cells = {heads, std::to_string(layer)};
      for (const char* field : {"r2_h", "r2_y", "r2_w", "sse"})
        cells.push_back(with_spread(over(group, seeds, layer, field)));
      outcome.ours += markdown_row(cells);
      for (std::size_t i = 0; i < seeds; ++i) {
        const json fit = group[i].fit(layer);
        table += csv_row({heads, std::to_string(i + 1), group[i].status, std::to_string(layer),
                          exact(fit_value(fit, "r2_h")), exact(fit_value(fit, "r2_y")),
                          exact(fit_value(fit, "r2_w")), exact(fit_value(fit, "sse"))});
      }
    }
    for (const char* quantity : {"h", "y", "w"}) {
      std::vector<double> medians;
      for (int layer = 0; layer < layers; ++layer)
        medians.push_back(median(over(group, seeds, layer, std::string("r2_") + quantity)));
      panel.series.push_back(line(quantity, quantity, std::string("r2 of ") + quantity,
                                  Role::kMeasured, quantity, index, medians));
      outcome.numbers.push_back(
          {panel.group + ": r2 of " + quantity + ", block " + std::to_string(best),
           "",
           over(group, seeds, best, std::string("r2_") + quantity),
           {}});
    }
    good += lesser(best) > bound;
    outcome.verdict += (g == 0 ? "" : "; ") + panel.group + ", block " + std::to_string(best) +
                       ": r2 of h " + short_number(median(over(group, seeds, best, "r2_h"))) +
                       ", of y " + short_number(median(over(group, seeds, best, "r2_y"))) +
                       ", of w " + short_number(median(over(group, seeds, best, "r2_w")));
    Panel curves = distance_panel(group[0], best, fit_layer(group[0], best, "paper", true));
    curves.group = panel.group;
    outcome.panels.push_back(std::move(curves));
    outcome.panels.push_back(std::move(panel));
  }
  const FinishedRun* four = &all[std::size(kHeads) * seeds];
  std::vector<double> agreement, by_start, loss;
  for (std::size_t i = 0; i < seeds; ++i) {
    const std::vector<int> labels = structure_labels(four[i]);
    const std::vector<double> measured = structure_field(four[i], "measured");
    agreement.push_back(
        pair_correlation(structure_field(four[i], "predicted"), measured, labels, false));
    by_start.push_back(
        pair_correlation(structure_field(four[i], "initial"), measured, labels, false));
    loss.push_back(four[i].last("loss"));
  }
  outcome.numbers.push_back(
      {"exclusive or: correlation of predicted and measured distances", "", agreement, {}});
  outcome.numbers.push_back(
      {"exclusive or: correlation of initial and final distances", "", by_start, {}});
  outcome.numbers.push_back({"exclusive or: final loss", "", loss, {}});
  add_matrices(four[0], outcome);
  outcome.within = good == std::size(kHeads);
  outcome.note = "Exclusive or with two heads: final loss " + with_spread(loss) +
                 ", predicted and measured distances of the "
                 "six pairs correlate at " +
                 with_spread(agreement) +
                 ", with the ratio of rates that comes closest. Layer "
                 "norm is steep near zero, so only small steps train this network.";
  outcome.ours += "\n" + outcome.note + "\n";
  outcome.tables = {{"layers.csv", table}};
  outcome.summary["good"] = good;
  return outcome;
}

}  // namespace

const Figure kAttention = {"attention", runs, finish};

}  // namespace reprise::reproduce
