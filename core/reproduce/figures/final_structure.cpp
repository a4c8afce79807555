// Figure "final-structure": where two points end, measured and predicted, over a grid of their
// separations, in each of the paper's settings.

#include <algorithm>
#include <cmath>

#include "reproduce/drawing/charts.hpp"
#include "reproduce/report/numbers.hpp"
#include "reproduce/report/tables.hpp"

namespace reprise::reproduce {
namespace {

constexpr const char* kDefault = "two-points/default";
constexpr double kLearntLoss = 1e-4;
// A setting's ratio of rates comes from the networks whose curves are drawn, at half the preset's
// rate; the authors took up to 50.
constexpr int kFits = 5;
// The default's grid is 5 x 5; the other settings have every second of its rows and columns, and no
// more seeds than this.
constexpr int kGrid = 5, kSeedsOfOthers = 3;
// The authors trained at a fifth of the preset's rate for at most 40,000 epochs. Half the rate, as
// of the curves, for as much time takes two fifths of the steps; a quick run has the preset's own
// rate and epochs.
constexpr int kTheirEpochs = 40000, kTheirPart = 5;

double dx(int i) { return 0.5 + 1.0 * i / (kGrid - 1); }
double dy(int j) { return 1.0 * j / (kGrid - 1); }

std::string short_name(const std::string& preset) {
  return preset.substr(std::string("two-points/").size());
}

void add_grid(const RunRequest& base, bool quick, std::vector<RunRequest>& requests) {
  const int step = base.preset == kDefault ? 1 : 2;
  for (int i = 0; i < kGrid; i += step) {
    for (int j = 0; j < kGrid; j += step) {
      RunRequest request = base;
      request.name = "final-structure-" + short_name(base.preset) + "-dx-" + std::to_string(i) +
                     "-dy-" + std::to_string(j) + "-seed-" + std::to_string(base.spec.seed);
      request.spec.task = TwoPointsTask{dx(i) * dx(i), dy(j) * dy(j)};
      if (!quick) {
        request.spec.training.learning_rate /= 2;
        request.spec.training.epochs = kTheirEpochs / kTheirPart * 2;
        request.spec.observe.every *= 2;
      }
      request.until_loss = kLearntLoss;
      request.fit_layers = false;
      requests.push_back(std::move(request));
    }
  }
}

// Setting by setting: the runs that give its ratio of rates, then its grid, seed after seed.
std::vector<RunRequest> runs(const Scale& scale) {
  Scale for_fits = scale, for_others = scale;
  if (!scale.quick) for_fits.seeds = kFits;
  for_others.seeds = std::min(scale.seeds, kSeedsOfOthers);
  std::vector<RunRequest> requests;
  for (const std::string& preset : paper_settings()) {
    const std::vector<RunRequest> bases =
        preset_runs(preset, preset == kDefault ? scale : for_others);
    // Convolutions are as slow in a quick figure as in a whole one.
    if (scale.quick && bases[0].spec.network.kind == NetworkKind::kConvolutional) continue;
    for (RunRequest& request : curve_runs(preset, for_fits)) requests.push_back(std::move(request));
    for (const RunRequest& base : bases) add_grid(base, scale.quick, requests);
  }
  return requests;
}

// One setting's grids, one a seed, against the closed form with its one ratio.
struct Setting {
  std::string name;
  double ratio = NAN;
  std::size_t fits = 0, runs = 0, learnt = 0;
  std::vector<double> correlations;  // One a seed.
  // One a run, over all seeds; a quotient only where the targets differ.
  std::vector<double> separations, measured, predicted, quotients;
  std::size_t first_grid = 0;  // Runs of the first seed.

  std::string cells() const { return first_grid == kGrid * kGrid ? "5 x 5" : "3 x 3"; }
};

double mean_of_fits(const std::vector<const FinishedRun*>& runs, const FitNumber& number) {
  double sum = 0, count = 0;
  for (const FinishedRun* run : runs) {
    const double value = value_of(run->fit(run->observed_layer()), number);
    if (std::isfinite(value)) sum += value, count += 1;
  }
  return sum / count;
}

// The runs from `first` to `end` are one setting's.
Setting compare(const FinishedRun* first, const FinishedRun* end, std::string& table) {
  Setting setting;
  setting.name = short_name(first->request.preset);
  std::vector<const FinishedRun*> fitted, grid;
  for (const FinishedRun* run = first; run != end; ++run)
    (run->request.until_loss > 0 ? grid : fitted).push_back(run);
  setting.fits = fitted.size();
  setting.runs = grid.size();
  setting.ratio = mean_of_fits(fitted, kEtaH) / mean_of_fits(fitted, kEtaY);
  std::vector<double> measured, predicted;
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
    setting.learnt += run.status == "learnt";
    table += csv_row({setting.name, std::to_string(run.seed()), exact(std::sqrt(constants.dx2)),
                      exact(std::sqrt(constants.dy2)), run.status, exact(h0), exact(y0),
                      exact(measured.back()), exact(predicted.back())});
    if (k + 1 < grid.size() && grid[k + 1]->seed() == run.seed()) continue;
    setting.correlations.push_back(correlation(predicted, measured));
    if (setting.first_grid == 0) setting.first_grid = measured.size();
    setting.measured.insert(setting.measured.end(), measured.begin(), measured.end());
    setting.predicted.insert(setting.predicted.end(), predicted.begin(), predicted.end());
    measured.clear(), predicted.clear();
  }
  return setting;
}

Panel scatter(const Setting& setting) {
  double greatest = 0;
  for (const std::vector<double>& values : {setting.measured, setting.predicted}) {
    for (const double value : values)
      greatest = std::max(greatest, std::isfinite(value) ? value : 0.0);
  }
  Panel panel;
  panel.id = "scatter";
  panel.group = setting.name;
  panel.heading = "Final squared distance";
  panel.x_title = "predicted squared distance";
  panel.y_title = "measured squared distance";
  panel.series = {line("diagonal", "", "predicted = measured", Role::kTheory, "ink-muted",
                       {0, greatest}, {0, greatest}),
                  dots("runs", "", "runs", "h", setting.predicted, setting.measured)};
  return panel;
}

// The first seed's.
Panel by_separation(const Setting& setting) {
  Panel panel;
  panel.id = "separation";
  panel.group = setting.name;
  panel.heading = "By separation (first seed)";
  panel.x_title = "|dx| |dy*|";
  panel.y_title = "final squared distance";
  const auto first_of = [&](const std::vector<double>& values) {
    return std::vector<double>(values.begin(),
                               values.begin() + static_cast<std::ptrdiff_t>(setting.first_grid));
  };
  const std::vector<double> separations = first_of(setting.separations);
  panel.series = {
      dots("measured", "measured", "measured", "h", separations, first_of(setting.measured)),
      dots("predicted", "predicted", "predicted", "ink-muted", separations,
           first_of(setting.predicted))};
  panel.series[1].label_first = true;
  return panel;
}

Outcome finish(const std::vector<FinishedRun>& all, const Statement& stated) {
  Outcome outcome;
  std::string table = "setting,seed,dx,dy,status,h0,y0,h_final,h_predicted\n", missed;
  Panel settings;
  settings.id = "settings";
  settings.heading = "Predicted and measured final squared distances, median [least, greatest]";
  settings.columns = {
      "setting",        "grid", "seeds", "ratio of rates", "correlation", "measured / predicted",
      "learnt, of runs"};
  std::size_t correlated = 0, sized = 0, count = 0;
  for (auto first = all.begin(); first != all.end();) {
    const auto end = std::find_if(first, all.end(), [&](const FinishedRun& run) {
      return run.request.preset != first->request.preset;
    });
    const Setting setting = compare(&*first, &*first + (end - first), table);
    first = end;
    const double agreement = median(setting.correlations), quotient = median(setting.quotients);
    outcome.measures["correlation"].emplace_back(setting.name, agreement);
    outcome.measures["quotient"].emplace_back(setting.name, quotient);
    const bool good = stated.keeps("correlation", agreement);
    const bool size = stated.keeps("quotient", quotient);
    correlated += good, sized += size, count += 1;
    if (!good || !size) {
      missed += (missed.empty() ? "" : "; ") + setting.name + " (correlation " +
                short_number(agreement) + ", measured over predicted " + short_number(quotient) +
                ", learnt " + std::to_string(setting.learnt) + " of " +
                std::to_string(setting.runs) + ")";
    }
    settings.rows.push_back(
        {setting.name, setting.cells(), std::to_string(setting.correlations.size()),
         short_number(setting.ratio), with_spread(setting.correlations),
         with_spread(setting.quotients),
         std::to_string(setting.learnt) + " of " + std::to_string(setting.runs)});
    outcome.summary["settings"][setting.name] = {{"ratio", setting.ratio},
                                                 {"correlation", agreement},
                                                 {"quotient", quotient},
                                                 {"learnt", setting.learnt},
                                                 {"fits", setting.fits}};
    outcome.panels.push_back(scatter(setting));
    if (short_name(kDefault) != setting.name) continue;
    // Of a finer grid than the others', which all together would be more than the site stores.
    outcome.panels.push_back(by_separation(setting));
    outcome.measures["default_correlation"] = {{"", agreement}};
    outcome.measures["default_quotient"] = {{"", quotient}};
    outcome.numbers = {{"default: correlation of predicted and measured over the grid", "",
                        setting.correlations}};
    outcome.verdict = "; the default network's grid correlates at " +
                      with_spread(setting.correlations) + ", measured over predicted " +
                      with_spread(setting.quotients);
  }
  const std::string of = " of " + std::to_string(count);
  outcome.verdict = std::to_string(correlated) + of + " settings correlate above " +
                    short_number(stated.limit("correlation")) + ", " + std::to_string(sized) + of +
                    " are within a factor of " + short_number(stated.limit("factor")) +
                    outcome.verdict;
  outcome.summary["correlated"] = correlated;
  outcome.summary["within_factor"] = sized;
  if (!missed.empty()) outcome.note = "Missed: " + missed + ". ";
  outcome.note +=
      "Half the preset's rate, for as much time at most as the authors' 40,000 epochs at a fifth "
      "of it; a run ends when its loss is below " +
      short_number(kLearntLoss) +
      ". Each setting's ratio of rates is the mean eta_h over the mean eta_y of the networks whose "
      "curves are shown, where the authors took up to 50 fits.";
  outcome.panels.insert(outcome.panels.begin(), settings);
  outcome.ours = markdown_head(settings.columns);
  for (const std::vector<std::string>& cells : settings.rows) outcome.ours += markdown_row(cells);
  outcome.tables = {{"grid.csv", table}};
  return outcome;
}

}  // namespace

const Figure kFinalStructure = {"final-structure", runs, finish};

}  // namespace reprise::reproduce
