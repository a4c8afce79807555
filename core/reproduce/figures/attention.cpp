// Figure "attention": self-attention, which the paper leaves open. Two points with one, two and
// four heads, layer by layer; and the four points of exclusive or, pair by pair.

#include <algorithm>
#include <cmath>

#include "reproduce/drawing/charts.hpp"
#include "reproduce/figures/layer_fits.hpp"
#include "reproduce/figures/structure.hpp"
#include "reproduce/report/tables.hpp"

namespace reprise::reproduce {
namespace {

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

void add_xor_matrices(const Structure& seen, Outcome& outcome) {
  add_matrices({matrix_panel("initial", "XOR, before training", seen.initial, kNames),
                matrix_panel("measured", "XOR, after training", seen.measured, kNames),
                matrix_panel("predicted", "XOR, predicted", seen.predicted, kNames)},
               "exclusive or", outcome);
}

Outcome finish(const std::vector<FinishedRun>& all, const Statement& stated) {
  const std::size_t seeds = all.size() / (std::size(kHeads) + 1);
  Outcome outcome;
  outcome.columns = 3;
  outcome.ours = markdown_head({"heads", "layer", "r2 of h", "r2 of y", "r2 of w", "misfit"});
  std::string table = "heads,seed,status,layer,r2_h,r2_y,r2_w,sse\n";
  std::size_t good = 0;
  for (std::size_t g = 0; g < std::size(kHeads); ++g) {
    const LayerFits fits(&all[g * seeds], seeds);
    const std::string heads = std::to_string(kHeads[g]);
    const std::vector<FitNumber> numbers = {kR2OfH, kR2OfY, kR2OfW, kMisfit};
    Panel panel;
    panel.id = "layers";
    panel.group = heads + (kHeads[g] == 1 ? " head" : " heads");
    panel.heading = "r2 of the fit by layer, median";
    panel.x_title = "block";
    panel.y_title = "r2";
    std::vector<double> index;
    for (int layer = 0; layer < fits.layers(); ++layer) {
      index.push_back(layer);
      outcome.ours +=
          markdown_row(together({heads, std::to_string(layer)}, fits.spreads(layer, numbers)));
      for (const FinishedRun* run : fits.runs()) {
        table += csv_row(
            together({heads, std::to_string(run->seed()), run->status, std::to_string(layer)},
                     fit_cells(run->fit(layer), numbers)));
      }
    }
    const int best = fits.best();
    for (const auto& [quantity, number] : kR2) {
      std::vector<double> medians;
      for (int layer = 0; layer < fits.layers(); ++layer)
        medians.push_back(median(fits.over_seeds(layer, number)));
      panel.series.push_back(line(quantity, quantity, std::string("r2 of ") + quantity,
                                  Role::kMeasured, quantity, index, medians));
    }
    const auto middle = [&](const FitNumber& number) {
      return short_number(median(fits.over_seeds(best, number)));
    };
    outcome.verdict += (g == 0 ? "" : "; ") + panel.group + ", block " + std::to_string(best) +
                       ": r2 of h " + middle(kR2OfH) + ", of y " + middle(kR2OfY) + ", of w " +
                       middle(kR2OfW);
    fits.add_r2(panel.group + ": ", "block", outcome);
    outcome.measures["r2"].emplace_back(panel.group, fits.score());
    good += stated.keeps("r2", fits.score());
    const auto fit = refit(fits.first(), best);
    Panel curves = distance_panel(fits.first(), best, fit ? &fit.value() : nullptr);
    curves.group = panel.group;
    outcome.panels.push_back(std::move(curves));
    outcome.panels.push_back(std::move(panel));
  }
  const FinishedRun* four = &all[std::size(kHeads) * seeds];
  std::vector<double> agreement, by_start, loss;
  for (std::size_t i = 0; i < seeds; ++i) {
    const Structure seen = structure_of(four[i]).value_or(Structure{});
    agreement.push_back(pair_correlation(seen.predicted, seen.measured).value_or(NAN));
    by_start.push_back(pair_correlation(seen.initial, seen.measured).value_or(NAN));
    loss.push_back(four[i].records.last(Quantity::kLoss));
  }
  outcome.numbers.push_back(
      {"exclusive or: correlation of predicted and measured distances", "", agreement});
  outcome.numbers.push_back(
      {"exclusive or: correlation of initial and final distances", "", by_start});
  outcome.numbers.push_back({"exclusive or: final loss", "", loss});
  if (const auto seen = structure_of(four[0])) add_xor_matrices(*seen, outcome);
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
