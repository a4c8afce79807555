// Figure "trajectories": h, y, w and loss of two points in every setting, with the fitted theory.

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "reproduce/drawing/charts.hpp"
#include "reproduce/report/report.hpp"

#include "experiment/presets.hpp"

namespace reprise::reproduce {
namespace {

using nlohmann::json;

std::vector<RunRequest> runs(const Scale& scale) {
  std::vector<RunRequest> requests;
  const auto list = presets();
  for (const Preset& preset : list ? list.value() : std::vector<Preset>{}) {
    const bool from_paper = preset.source.rfind("van Rossem and Saxe", 0) == 0;
    if (preset.name.rfind("two-points/", 0) != 0 || !from_paper) continue;
    for (RunRequest& request : curve_runs(preset.name, scale))
      requests.push_back(std::move(request));
  }
  return requests;
}

// "tanh" of "two-points-tanh-curve-seed-3".
std::string setting_name(const std::string& run) {
  const std::size_t start = std::string("two-points-").size();
  return run.substr(start, std::min(run.rfind("-curve-seed-"), run.rfind("-seed-")) - start);
}

// All seeds of one setting.
struct Setting {
  std::string name;
  std::vector<const FinishedRun*> runs;
  int layer = 0, best = 0;

  std::vector<double> over_seeds(int at_layer, const std::string& field) const {
    std::vector<double> values;
    for (const FinishedRun* run : runs) values.push_back(fit_value(run->fit(at_layer), field));
    return values;
  }
  // The worse of the two medians that the band looks at.
  double score(int at_layer) const {
    const double h = median(over_seeds(at_layer, "r2_h")), y = median(over_seeds(at_layer, "r2_y"));
    return std::isfinite(h) && std::isfinite(y) ? std::min(h, y) : -INFINITY;
  }
};

std::vector<Setting> by_setting(const std::vector<FinishedRun>& all) {
  std::vector<Setting> settings;
  for (const FinishedRun& run : all) {
    const std::string name = setting_name(run.request.name);
    if (settings.empty() || settings.back().name != name) {
      settings.push_back({name, {}, run.request.spec.observe.layer, 0});
    }
    settings.back().runs.push_back(&run);
  }
  for (Setting& setting : settings) {
    for (int layer = 1; layer < setting.runs[0]->request.spec.network.hidden_layers; ++layer) {
      if (setting.score(layer) > setting.score(setting.best)) setting.best = layer;
    }
  }
  return settings;
}

// Measured and fitted curves of the first seed at the best layer: two panels, and rows of the table
// of curves.
void add_curves(const Setting& setting, std::vector<Panel>& panels, std::string& table) {
  const FinishedRun& run = *setting.runs[0];
  const json fit = fit_layer(run, setting.best, "paper", true);
  const std::size_t rows = run.records.rows();
  std::vector<std::vector<double>> columns = {run.column("t")};
  for (Panel panel : {distance_panel(run, setting.best, fit), loss_panel(run, fit)}) {
    panel.group = setting.name;
    for (const Series& series : panel.series) columns.push_back(series.y);
    panels.push_back(std::move(panel));
  }
  for (std::size_t i = 0; i < rows; ++i) {
    std::vector<std::string> cells = {setting.name};
    for (const std::vector<double>& column : columns)
      cells.push_back(i < column.size() ? exact(column[i]) : "");
    table += csv_row(cells);
  }
}

// Why the theory is known to miss a setting.
std::string reason(const std::string& setting) {
  if (setting == "dropout")
    return ": measured with all units at work, the output distance overshoots and settles back "
           "slowly";
  if (setting == "adam") return ": steps depend on past gradients, and h shoots up and falls back";
  if (setting == "gain-1.4") return ": h shrinks, where the theory expects it to stay";
  if (setting == "gain-1.6")
    return ": h starts in the twenties and moves little, and the task is not finished";
  return "";
}

Outcome finish(const std::vector<FinishedRun>& all, const json& entry) {
  const std::vector<Setting> settings = by_setting(all);
  const double bound = entry["limits"]["r2"];
  const std::vector<std::string> fields = {"eta_h", "eta_y", "eta_m", "sse",
                                           "r2_h",  "r2_y",  "r2_w"};
  Outcome outcome;
  outcome.ours = markdown_row({"setting", "layer", "r2 of h", "r2 of y", "r2 of w", "best layer",
                               "r2 of h", "r2 of y", "r2 of w", "misfit"}) +
                 markdown_row(std::vector<std::string>(10, "---"));
  std::string curves = "setting,t,h,h_theory,y,y_theory,w,w_theory,loss,loss_theory\n";
  std::string fits = "setting,seed,status,layer,eta_h,eta_y,eta_m,sse,r2_h,r2_y,r2_w\n";
  int good = 0;
  std::string missed;
  Panel table;
  table.id = "settings";
  table.heading = "r2 at the best layer, median over seeds [least, greatest]";
  table.columns = {"setting", "best layer", "h", "y", "w"};
  for (const Setting& setting : settings) {
    std::vector<std::string> cells = {setting.name};
    for (const int layer : {setting.layer, setting.best}) {
      cells.push_back(std::to_string(layer));
      for (const char* field : {"r2_h", "r2_y", "r2_w"})
        cells.push_back(with_spread(setting.over_seeds(layer, field)));
    }
    cells.push_back(with_spread(setting.over_seeds(setting.best, "sse")));
    outcome.ours += markdown_row(cells);
    good += setting.score(setting.best) > bound;
    if (!(setting.score(setting.best) > bound)) {
      missed += (missed.empty() ? "" : "; ") + setting.name + " (h " +
                short_number(median(setting.over_seeds(setting.best, "r2_h"))) + ", y " +
                short_number(median(setting.over_seeds(setting.best, "r2_y"))) +
                reason(setting.name) + ")";
    }
    table.rows.push_back({setting.name, std::to_string(setting.best)});
    for (const char* field : {"r2_h", "r2_y", "r2_w"}) {
      table.rows.back().push_back(with_spread(setting.over_seeds(setting.best, field)));
    }
    for (const char* quantity : {"h", "y", "w"}) {
      outcome.numbers.push_back(
          {setting.name + ": r2 of " + quantity + ", layer " + std::to_string(setting.best),
           "",
           setting.over_seeds(setting.best, std::string("r2_") + quantity),
           {}});
    }
    json numbers = {
        {"setting", setting.name}, {"layer", setting.layer}, {"best_layer", setting.best}};
    for (const char* field : {"r2_h", "r2_y", "r2_w"}) {
      numbers[std::string(field) + "_at_layer"] = median(setting.over_seeds(setting.layer, field));
      numbers[std::string(field) + "_at_best"] = median(setting.over_seeds(setting.best, field));
    }
    outcome.summary["settings"].push_back(std::move(numbers));
    for (const FinishedRun* run : setting.runs) {
      for (std::size_t layer = 0; layer < run->fits.size(); ++layer) {
        cells = {setting.name, std::to_string(run->request.spec.seed), run->status,
                 std::to_string(layer)};
        for (const std::string& field : fields)
          cells.push_back(exact(fit_value(run->fits[layer], field)));
        fits += csv_row(cells);
      }
    }
    add_curves(setting, outcome.panels, curves);
  }
  outcome.within = good >= entry["limits"]["settings"].get<int>();
  outcome.verdict = std::to_string(good) + " of " + std::to_string(settings.size()) +
                    " settings have r2 above " + short_number(bound) +
                    " for h and for y at the best layer";
  outcome.summary["good_settings"] = good;
  if (!missed.empty()) {
    outcome.note = "Missed: " + missed + ". Tried: every hidden layer, of which the best is shown" +
                   (all[0].request.name.find("-curve-") == std::string::npos
                        ? "."
                        : "; half the preset's learning rate for twice the epochs, as the paper "
                          "draws its curves.");
  }
  for (const Setting& setting : settings) {
    if (setting.name != "default") continue;
    std::vector<double> misfits = setting.over_seeds(setting.layer, "sse");
    for (double& misfit : misfits) misfit *= setting.runs[0]->request.spec.observe.every;
    outcome.numbers.insert(
        outcome.numbers.begin(),
        {"default: plain misfit over all epochs, layer " + std::to_string(setting.layer) +
             " (the paper: 4.6e-4 to 0.9 from seed to seed)",
         "sum of squares",
         misfits,
         {}});
  }
  outcome.panels.insert(outcome.panels.begin(), table);
  outcome.ours +=
      "\nThe best layer is the one where the lesser of the medians of r2 of h and of y is "
      "greatest. Misfit: "
      "plain sum of squares over the records. The figure shows the first seed at the best layer.\n";
  if (!outcome.note.empty()) outcome.ours += "\n" + outcome.note + "\n";
  outcome.tables = {{"fits.csv", fits}, {"curves.csv", curves}};
  return outcome;
}

}  // namespace

const Figure kTrajectories = {"trajectories", runs, finish};

}  // namespace reprise::reproduce
