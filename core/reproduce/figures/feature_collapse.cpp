// Figure "feature-collapse": what a hidden layer keeps of a feature that nobody asks for, from rich
// to lazy.

#include <algorithm>
#include <cmath>

#include "reproduce/drawing/charts.hpp"
#include "reproduce/figures/structure.hpp"
#include "reproduce/report/numbers.hpp"
#include "reproduce/report/tables.hpp"

namespace reprise::reproduce {
namespace {

using nlohmann::json;

// The paper's three settings by gain; between them rates and epochs are interpolated in the
// logarithm.
struct Setting {
  const char* name;
  double gain, learning_rate, epochs;
};
constexpr Setting kSettings[] = {
    {"rich", 0.275, 0.05, 2000}, {"intermediate", 0.5, 0.015, 1500}, {"lazy", 2.0, 0.0015, 750}};
constexpr double kBetween[] = {1.0, 0.37, 0.7, 1.4};  // A quick figure has the first of them.
constexpr int kQuickSide = 10;
// Of a side of 30, every third centre in both contexts is drawn; 7 x 7 in both go into the
// matrices.
constexpr int kDrawnStep = 3, kMatrixPoints = 98;

double between(double gain, double Setting::*field) {
  const Setting* low = &kSettings[0];
  while (low + 2 < std::end(kSettings) && gain > (low + 1)->gain) ++low;
  const Setting* high = low + 1;
  const double share = std::log(gain / low->gain) / std::log(high->gain / low->gain);
  return low->*field * std::pow(high->*field / low->*field, share);
}

// Every third of the points, in three dimensions, with the features that they were made from.
json drawn_points(Experiment& experiment) {
  const auto placed = experiment.embedding(experiment.spec().observe.layer, 3);
  if (!placed) return {{"error", placed.error().message()}};
  const int side = std::get<FeatureCollapseTask>(experiment.spec().task).side;
  const int step = side > kQuickSide ? kDrawnStep : 1;
  json points = json::array(), context = json::array(), relevant = json::array(),
       irrelevant = json::array();
  for (int c = 0; c < 2; ++c) {
    for (int row = 0; row < side; row += step) {
      for (int column = 0; column < side; column += step) {
        const int point = (c * side + row) * side + column;
        for (int k = 0; k < 3; ++k) points.push_back(placed.value().coordinates(point, k));
        const double x = 2.0 * column / (side - 1) - 1, y = 2.0 * row / (side - 1) - 1;
        context.push_back(c + 1);
        relevant.push_back(c == 0 ? x : y);
        irrelevant.push_back(c == 0 ? y : x);
      }
    }
  }
  return {{"points", points},
          {"context", context},
          {"relevant", relevant},
          {"irrelevant", irrelevant},
          {"explained", placed.value().shares}};
}

void add_look(RunRequest& request, bool drawn) {
  request.look_name = drawn ? "points and structure" : "structure";
  request.look = [drawn](Experiment& experiment) {
    json seen = {{"structure", structure_json(experiment, kMatrixPoints)}};
    if (drawn) seen["drawn"] = drawn_points(experiment);
    return seen;
  };
}

void adjust(RunRequest& request, const Scale& scale) {
  Spec& spec = request.spec;
  if (scale.quick) {
    std::get<FeatureCollapseTask>(spec.task).side = kQuickSide;
    // A ninth of the points in smaller batches, for twice the epochs: nearly as many steps as the
    // whole task.
    spec.training.batch = 16;
    spec.training.epochs *= 2;
  }
  spec.observe.every = std::max(1, spec.training.epochs / 20);
}

// First the paper's three settings, then the gains between them, then the three with tanh; seeds
// within each.
std::vector<RunRequest> runs(const Scale& scale) {
  std::vector<RunRequest> requests;
  for (const Setting& setting : kSettings) {
    for (RunRequest& request :
         preset_runs(std::string("feature-collapse/") + setting.name, scale)) {
      adjust(request, scale);
      add_look(request, true);
      requests.push_back(std::move(request));
    }
  }
  for (const double gain : kBetween) {
    for (RunRequest& request : preset_runs("feature-collapse/intermediate", scale)) {
      Spec& spec = request.spec;
      spec.network.gain = gain;
      spec.training.learning_rate = between(gain, &Setting::learning_rate);
      spec.training.epochs = static_cast<int>(between(gain, &Setting::epochs));
      request.name =
          "feature-collapse-gain-" + short_number(gain) + "-seed-" + std::to_string(spec.seed);
      adjust(request, scale);
      add_look(request, false);
      requests.push_back(std::move(request));
    }
    if (scale.quick) break;
  }
  for (const Setting& setting : kSettings) {
    for (RunRequest& request :
         preset_runs(std::string("feature-collapse/") + setting.name + "-tanh", scale)) {
      adjust(request, scale);
      requests.push_back(std::move(request));
    }
  }
  return requests;
}

// The collapse index of a matrix: mean squared distance of points of one context that differ in the
// irrelevant feature alone, over that of those that differ in the relevant one alone.
double index_of(const Matrix& matrix, const std::vector<int>& points, int side) {
  double sums[2] = {0, 0}, counts[2] = {0, 0};
  for (Eigen::Index i = 0; i < matrix.rows(); ++i) {
    for (Eigen::Index j = i + 1; j < matrix.cols(); ++j) {
      const int a = points[i], b = points[j];
      const int context = a / (side * side);
      if (context != b / (side * side)) continue;
      const bool same_column = a % side == b % side, same_row = a / side == b / side;
      if (same_column == same_row) continue;
      // Context 0 asks for the column, context 1 for the row.
      const bool irrelevant = context == 0 ? same_column : same_row;
      sums[irrelevant] += matrix(i, j);
      counts[irrelevant] += 1;
    }
  }
  return (sums[1] / counts[1]) / (sums[0] / counts[0]);
}

Panel space(const FinishedRun& run, const std::string& setting) {
  Panel panel;
  panel.id = "points";
  panel.group = setting;
  panel.layer = run.observed_layer();
  panel.heading = "principal components";
  panel.x_title = "colour: irrelevant feature";
  const json& drawn = run.look["drawn"];
  panel.points = drawn["points"].get<std::vector<double>>();
  panel.explained = drawn["explained"].get<std::vector<double>>();
  panel.colourings = {{"irrelevant feature", "position in the picture", drawn["irrelevant"]},
                      {"relevant feature", "position in the picture", drawn["relevant"]},
                      {"context", "", drawn["context"]}};
  return panel;
}

Outcome finish(const std::vector<FinishedRun>& all, const Statement&) {
  const int first_seed = all[0].seed();
  const auto settings_tried = static_cast<std::size_t>(std::count_if(
      all.begin(), all.end(), [&](const FinishedRun& run) { return run.seed() == first_seed; }));
  const std::size_t seeds = all.size() / settings_tried;
  const std::size_t gains_tried = settings_tried - std::size(kSettings);
  const Spec& spec = all[0].spec();
  const int side = std::get<FeatureCollapseTask>(spec.task).side;
  const Column index = Column::collapse(spec.observe.layer);
  std::vector<std::size_t> order;
  for (std::size_t g = 0; g < gains_tried; ++g) order.push_back(g);
  const auto gain_of = [&](std::size_t g) { return all[g * seeds].spec().network.gain; };
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return gain_of(a) < gain_of(b); });

  Outcome outcome;
  outcome.ours = markdown_head({"gain", "index before", "index after", "predicted", "final loss",
                                "correlation of distances"});
  std::string table =
      "gain,seed,status,index_before,index_after,index_of_98_points,index_predicted,ratio,"
      "correlation,loss\n";
  std::string tanh_table = "gain,seed,status,index_before,index_after,loss\n";
  std::vector<double> gains, before_medians, after_medians, predicted_medians, dots_x, dots_y;
  double rich = NAN, lazy = NAN;
  for (const std::size_t g : order) {
    std::vector<double> before, after, predicted, loss, agreement;
    for (std::size_t i = 0; i < seeds; ++i) {
      const FinishedRun& run = all[g * seeds + i];
      const Structure seen = structure_of(run).value_or(Structure{});
      before.push_back(run.records.first(index));
      after.push_back(run.records.last(index));
      predicted.push_back(index_of(seen.predicted, seen.points, side));
      loss.push_back(run.records.last(Quantity::kLoss));
      agreement.push_back(pair_correlation(seen.predicted, seen.measured).value_or(NAN));
      dots_x.push_back(gain_of(g));
      dots_y.push_back(after.back());
      table += csv_row({exact(gain_of(g)), std::to_string(i + 1), run.status, exact(before.back()),
                        exact(after.back()), exact(index_of(seen.measured, seen.points, side)),
                        exact(predicted.back()), exact(seen.points.empty() ? NAN : seen.ratio),
                        exact(agreement.back()), exact(loss.back())});
    }
    gains.push_back(gain_of(g));
    before_medians.push_back(median(before));
    after_medians.push_back(median(after));
    predicted_medians.push_back(median(predicted));
    if (g == 0) rich = median(after);
    if (g == std::size(kSettings) - 1) lazy = median(after);
    const std::string name = "gain " + short_number(gain_of(g));
    outcome.numbers.push_back({name + ": collapse index", "", after});
    outcome.numbers.push_back({name + ": collapse index, predicted pair by pair", "", predicted});
    outcome.numbers.push_back(
        {name + ": correlation of predicted and measured distances", "", agreement});
    outcome.ours +=
        markdown_row({short_number(gain_of(g)), with_spread(before), with_spread(after),
                      with_spread(predicted), with_spread(loss), with_spread(agreement)});
  }
  outcome.measures = {{"rich", {{"", rich}}}, {"lazy", {{"", lazy}}}};
  outcome.verdict = "collapse index " + short_number(rich) + " at gain " +
                    short_number(gain_of(0)) + " and " + short_number(lazy) + " at gain " +
                    short_number(gain_of(std::size(kSettings) - 1)) + " (medians, layer " +
                    std::to_string(spec.observe.layer) + ")";
  outcome.note = "The prediction takes every pair of " +
                 std::to_string(structure_of(all[0]).value_or(Structure{}).points.size()) +
                 " points as if it were alone, with one ratio of rates a network, the one whose "
                 "predictions come closest to "
                 "its distances. Gains between the paper's three have rates and epochs "
                 "interpolated in the logarithm.";
  for (std::size_t s = 0; s < std::size(kSettings); ++s) {
    std::vector<double> after;
    const std::string gain = short_number(kSettings[s].gain);
    for (std::size_t i = 0; i < seeds; ++i) {
      const FinishedRun& run = all[(gains_tried + s) * seeds + i];
      after.push_back(run.records.last(index));
      tanh_table += csv_row({exact(kSettings[s].gain), std::to_string(i + 1), run.status,
                             exact(run.records.first(index)), exact(after.back()),
                             exact(run.records.last(Quantity::kLoss))});
    }
    outcome.numbers.push_back({"tanh, gain " + gain + ": collapse index", "", after});
    outcome.other +=
        (s == 0 ? "With tanh, which the authors' table names, the collapse index ends at "
                : ", at ") +
        with_spread(after) + " (gain " + gain + ")";
  }
  outcome.other += ".";
  outcome.ours += "\n" + outcome.other + "\n";
  outcome.ours +=
      "\nThe collapse index is the mean squared distance of points that differ only in the "
      "irrelevant feature over "
      "that of points that differ only in the relevant one. " +
      outcome.note + "\n";
  outcome.summary = {{"gains", gains},
                     {"before", before_medians},
                     {"after", after_medians},
                     {"predicted", predicted_medians}};
  outcome.tables = {{"indices.csv", table}, {"tanh.csv", tanh_table}};

  Panel sweep;
  sweep.id = "index";
  sweep.heading = "Collapse index against gain";
  sweep.layer = spec.observe.layer;
  sweep.x_title = "gain of the initial weights";
  sweep.y_title = "collapse index";
  sweep.log_x = sweep.log_y = true;
  sweep.series = {
      line("before", "before", "before training, median", Role::kPaper, "ink-muted", gains,
           before_medians),
      line("after", "after", "after training, median", Role::kMeasured, "h", gains, after_medians),
      dots("seeds", "", "after training, each seed", "h", dots_x, dots_y),
      line("predicted", "predicted", "predicted pair by pair, median", Role::kTheory, "accent",
           gains, predicted_medians)};
  outcome.panels.push_back(sweep);
  for (std::size_t s = 0; s < std::size(kSettings); ++s) {
    const FinishedRun& run = all[s * seeds];
    if (run.look.is_object() && run.look["drawn"].contains("points"))
      outcome.panels.push_back(space(run, kSettings[s].name));
  }
  return outcome;
}

}  // namespace

const Figure kFeatureCollapse = {"feature-collapse", runs, finish};

}  // namespace reprise::reproduce
