// Figure "altered": the default run fitted by the theory and by systems with one term altered.

#include <cmath>

#include "cli/reproduce_panels.hpp"
#include "cli/reproduce_report.hpp"

namespace reprise::cli {
namespace {

using nlohmann::json;

std::vector<RunRequest> runs(const Scale& scale) { return preset_runs("two-points/default", scale); }

const char* const kSystems[] = {"paper", "double_y", "double_h", "flip_last_w", "drop_second_y"};

const char* description(const std::string& system) {
  if (system == "paper") return "the theory";
  if (system == "double_y") return "y' doubled";
  if (system == "double_h") return "h' doubled";
  if (system == "flip_last_w") return "last term of w' flipped";
  return "second term of y' dropped";
}

// h, y and w of the first seed, measured and as this system fits them.
Panel curves(const FinishedRun& run, int layer, const std::string& system) {
  Panel panel = distance_panel(run, layer, fit_layer(run.request.spec, run.records, layer, system, true));
  panel.group = system;
  panel.heading = description(system);
  return panel;
}

Outcome finish(const std::vector<FinishedRun>& all, const json& entry) {
  const double bound = entry["limits"]["factor"];
  const int layer = all[0].request.spec.observe.layer;
  Outcome outcome;
  outcome.ours = markdown_row({"system", "misfit", "times the theory's", "r2 of h", "r2 of y", "r2 of w"}) +
                 markdown_row(std::vector<std::string>(6, "---"));
  std::string table = "system,seed,sse,ratio,r2_h,r2_y,r2_w,eta_h,eta_y\n";
  std::vector<double> theory;
  int good = 0, altered = 0;
  for (const std::string system : kSystems) {
    std::vector<double> misfits, ratios, h, y, w;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const json fit = fit_layer(all[i].request.spec, all[i].records, layer, system);
      misfits.push_back(fit_value(fit, "sse"));
      if (system == "paper") theory.push_back(misfits.back());
      ratios.push_back(misfits.back() / theory[i]);
      h.push_back(fit_value(fit, "r2_h"));
      y.push_back(fit_value(fit, "r2_y"));
      w.push_back(fit_value(fit, "r2_w"));
      table += csv_row({system, std::to_string(all[i].request.spec.seed), exact(misfits.back()), exact(ratios.back()),
                        exact(h.back()), exact(y.back()), exact(w.back()), exact(fit_value(fit, "eta_h")),
                        exact(fit_value(fit, "eta_y"))});
    }
    outcome.ours += markdown_row({description(system), with_spread(misfits), with_spread(ratios), with_spread(h),
                                  with_spread(y), with_spread(w)});
    outcome.panels.push_back(curves(all[0], layer, system));
    if (system == "paper") {
      outcome.numbers.push_back({"misfit of the theory", "sum of squares", misfits, {}});
      continue;
    }
    outcome.numbers.push_back({std::string(description(system)) + ": misfit, times the theory's", "", ratios, {}});
    ++altered;
    good += median(ratios) >= bound;
    outcome.summary["ratios"][system] = median(ratios);
    outcome.verdict +=
        std::string(outcome.verdict.empty() ? "" : ", ") + description(system) + " " + short_number(median(ratios));
  }
  outcome.within = good == altered;
  outcome.verdict = std::to_string(good) + " of " + std::to_string(altered) + " altered systems have at least " +
                    short_number(bound) + " times the theory's misfit (" + outcome.verdict + ")";
  outcome.ours += "\nEvery system is fitted anew, both rates free, at layer " + std::to_string(layer) +
                  ". Where an alteration costs little, the rates have taken it up: with h' doubled and eta_h halved, "
                  "the first equation is what it was, and only the other two tell the systems apart.\n";
  outcome.tables = {{"misfits.csv", table}};
  return outcome;
}

}  // namespace

const Figure kAltered = {"altered", runs, finish};

}  // namespace reprise::cli
