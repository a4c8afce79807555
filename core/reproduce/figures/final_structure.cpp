// Figure "final-structure": where two points end, measured and predicted, over a grid of their
// separations, in each of the paper's settings.

#include <algorithm>
#include <cmath>

#include "reproduce/drawing/charts.hpp"
#include "reproduce/figures/final_grid.hpp"
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
// Ratios that the ends imply are told as constant while their medians by |dx| stay within this
// factor.
constexpr double kConstant = 2;

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
    // Convolutions are slow in a quick figure too.
    if (scale.quick && bases[0].spec.network.kind == NetworkKind::kConvolutional) continue;
    for (RunRequest& request : curve_runs(preset, for_fits)) requests.push_back(std::move(request));
    for (const RunRequest& base : bases) add_grid(base, scale.quick, requests);
  }
  return requests;
}

// Whether one ratio of rates can hold for a whole grid: the ratios that its ends imply.
std::vector<std::string> implied_row(const FinalGrid& setting) {
  std::vector<std::string> cells = {setting.name};
  for (int i = 0; i < kGrid; i += 2) {
    const auto ratios = setting.implied.find(dx(i));
    cells.push_back(ratios == setting.implied.end() ? "-" : with_spread(ratios->second));
  }
  cells.push_back(std::to_string(setting.without_ratio));
  return cells;
}

Panel scatter(const FinalGrid& setting) {
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
Panel by_separation(const FinalGrid& setting) {
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

std::string list(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

// What the implied ratios say of the settings that are missed.
std::string why(const std::vector<std::string>& constant, const std::vector<std::string>& drifting,
                const std::vector<std::string>& without) {
  std::string text =
      "The theory has one ratio of rates for all separations. Taken from each network's own end, "
      "the ratio keeps within a factor of " +
      short_number(kConstant) + " from one |dx| to another in " +
      (constant.empty() ? "no setting" : list(constant));
  if (!drifting.empty()) {
    text += "; it changes by more in " + list(drifting) +
            ", where no one ratio can give the whole grid";
  }
  text += ".";
  text +=
      " Where the start is small the prediction is |dx| |dy*| times a constant, so |dx| |dy*| "
      "alone "
      "correlates as well.";
  if (!without.empty()) {
    text += " In " + list(without) +
            " some networks end where no ratio leads, nearer than they began or beyond what the "
            "decoder of the start would need.";
  }
  return text;
}

Outcome finish(const std::vector<FinishedRun>& all, const Statement& stated) {
  Outcome outcome;
  std::string table = "setting,seed,dx,dy,status,h0,y0,h_final,h_predicted\n", missed;
  std::vector<std::string> constant, drifting, without;
  Panel settings;
  settings.id = "settings";
  settings.heading = "Predicted and measured final squared distances, median [least, greatest]";
  settings.columns = {"setting",
                      "grid",
                      "seeds",
                      "ratio of rates",
                      "correlation",
                      "closest ratio",
                      "initial distance",
                      "|dx| |dy*| alone",
                      "measured / predicted",
                      "learnt, of runs"};
  Panel implied;
  implied.id = "implied";
  implied.heading =
      "Ratio of rates that the networks' own ends imply, where they learnt different targets, "
      "median [least, greatest]";
  implied.columns = {"setting"};
  for (int i = 0; i < kGrid; i += 2) implied.columns.push_back("|dx| = " + short_number(dx(i)));
  implied.columns.push_back("ends that no ratio gives");
  std::size_t correlated = 0, sized = 0, count = 0;
  for (auto first = all.begin(); first != all.end();) {
    const auto end = std::find_if(first, all.end(), [&](const FinishedRun& run) {
      return run.request.preset != first->request.preset;
    });
    const FinalGrid setting =
        compare_grid(short_name(first->request.preset), &*first, &*first + (end - first), table);
    first = end;
    const double agreement = median(setting.correlations), quotient = median(setting.quotients);
    outcome.measures["correlation"].emplace_back(setting.name, agreement);
    outcome.measures["quotient"].emplace_back(setting.name, quotient);
    const bool good = stated.keeps("correlation", agreement);
    const bool size = stated.keeps("quotient", quotient);
    correlated += good, sized += size, count += 1;
    if (!good || !size) {
      missed += (missed.empty() ? "" : "; ") + setting.name + " (correlation " +
                short_number(agreement) + "; with the ratio that comes closest " +
                short_number(median(setting.closest)) + ", the initial distance alone " +
                short_number(median(setting.by_start)) + ", |dx| |dy*| alone " +
                short_number(median(setting.by_separation)) + "; measured over predicted " +
                short_number(quotient) + ", learnt " + std::to_string(setting.learnt) + " of " +
                std::to_string(setting.runs) + ")";
    }
    settings.rows.push_back(
        {setting.name, (setting.first_grid == kGrid * kGrid ? "5 x 5" : "3 x 3"),
         std::to_string(setting.correlations.size()), short_number(setting.ratio),
         with_spread(setting.correlations), short_number(median(setting.closest)),
         short_number(median(setting.by_start)), short_number(median(setting.by_separation)),
         with_spread(setting.quotients),
         std::to_string(setting.learnt) + " of " + std::to_string(setting.runs)});
    outcome.summary["settings"][setting.name] = {{"ratio", setting.ratio},
                                                 {"correlation", agreement},
                                                 {"quotient", quotient},
                                                 {"learnt", setting.learnt},
                                                 {"fits", setting.fits},
                                                 {"closest", median(setting.closest)},
                                                 {"by_start", median(setting.by_start)},
                                                 {"by_separation", median(setting.by_separation)},
                                                 {"implied_drift", setting.drift()},
                                                 {"without_ratio", setting.without_ratio}};
    implied.rows.push_back(implied_row(setting));
    if (const double factor = setting.drift(); std::isfinite(factor))
      (factor > kConstant ? drifting : constant).push_back(setting.name);
    if (setting.without_ratio > 0) without.push_back(setting.name);
    outcome.panels.push_back(scatter(setting));
    if (short_name(kDefault) != setting.name) continue;
    // Of a finer grid than the others', which all together would be more than the site stores.
    outcome.panels.push_back(by_separation(setting));
    outcome.measures["default_correlation"] = {{"", agreement}};
    outcome.measures["default_quotient"] = {{"", quotient}};
    outcome.numbers = {
        {"default: correlation of predicted and measured over the grid", "", setting.correlations}};
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
  outcome.other = why(constant, drifting, without);
  outcome.panels.insert(outcome.panels.begin(), settings);
  outcome.panels.insert(outcome.panels.begin() + 1, implied);
  outcome.ours = markdown_head(settings.columns);
  for (const std::vector<std::string>& cells : settings.rows) outcome.ours += markdown_row(cells);
  outcome.tables = {{"grid.csv", table}};
  return outcome;
}

}  // namespace

const Figure kFinalStructure = {"final-structure", runs, finish};

}  // namespace reprise::reproduce
