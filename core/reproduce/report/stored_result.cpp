#include "reproduce/report/stored_result.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <set>

#include "experiment/presets.hpp"
#include "experiment/spec_json.hpp"

namespace reprise::reproduce {
namespace {

using nlohmann::json;

// Where there are more runs than this, those of the first seed stand for all.
constexpr std::size_t kMostRuns = 24;
// A stored figure is loaded by a page, so its curves have no more points than this many bytes
// allow.
constexpr std::size_t kMostBytes = 96000, kMostPoints = 80, kLeastPoints = 16;

// Rounded to so many digits, since a drawing shows no more; null for what is no number.
json rounded(double value, int digits = 4) {
  if (!std::isfinite(value)) return nullptr;
  char text[40];
  std::snprintf(text, sizeof text, "%.*g", digits, value);
  const double near = std::strtod(text, nullptr);
  // Whole numbers without ".0".
  if (near == std::floor(near) && std::abs(near) < 1e9) return static_cast<std::int64_t>(near);
  return near;
}

json rounded(const std::vector<double>& values, int digits = 4) {
  json list = json::array();
  for (const double value : values) list.push_back(rounded(value, digits));
  return list;
}

const char* role_name(Role role) {
  switch (role) {
    case Role::kMeasured:
      return "measured";
    case Role::kTheory:
      return "theory";
    case Role::kPoints:
      return "points";
    case Role::kPaper:
      return "paper";
  }
  return "measured";
}

json series_json(const Series& series, const Panel& panel, std::size_t most) {
  json x = json::array(), y = json::array();
  for (const std::size_t place : visible_points(series, panel.log_x, panel.log_y, most)) {
    x.push_back(rounded(series.x[place]));
    y.push_back(rounded(series.y[place]));
  }
  json result = {{"id", series.id},         {"label", series.label},
                 {"name", series.name},     {"role", role_name(series.role)},
                 {"colour", series.colour}, {"x", std::move(x)},
                 {"y", std::move(y)}};
  if (series.seed > 0) result["seed"] = series.seed;
  return result;
}

json axis_json(const std::string& title, bool logarithmic) {
  return {{"title", title}, {"scale", logarithmic ? "log" : "linear"}};
}

json panel_json(const Panel& panel, std::size_t most) {
  json result = {{"id", panel.id}, {"heading", panel.heading}};
  if (!panel.group.empty()) result["group"] = panel.group;
  if (panel.layer >= 0) result["layer"] = panel.layer;
  if (!panel.cells.empty()) {
    result["kind"] = "matrix";
    result["quantity"] = panel.x_title;
    result["labels"] = panel.cell_labels;
    result["values"] = rounded(panel.cells, panel.cells.size() > 1000 ? 2 : 4);
    if (panel.cells_max > 0) result["max"] = rounded(panel.cells_max);
  } else if (!panel.rows.empty()) {
    result["kind"] = "table";
    result["columns"] = panel.columns;
    result["rows"] = panel.rows;
  } else if (!panel.points.empty()) {
    result["kind"] = "points3d";
    result["points"] = json::array();
    for (std::size_t i = 0; i + 2 < panel.points.size(); i += 3) {
      result["points"].push_back(
          rounded({panel.points[i], panel.points[i + 1], panel.points[i + 2]}, 3));
    }
    result["colours"] = json::array();
    for (const Colouring& colouring : panel.colourings) {
      result["colours"].push_back({{"label", colouring.label},
                                   {"unit", colouring.unit},
                                   {"values", rounded(colouring.values, 3)}});
    }
    if (!panel.explained.empty()) result["explained"] = rounded(panel.explained);
  } else {
    result["kind"] = "chart";
    result["x"] = axis_json(panel.x_title, panel.log_x);
    result["y"] = axis_json(panel.y_title, panel.log_y);
    result["series"] = json::array();
    for (const Series& series : panel.series)
      result["series"].push_back(series_json(series, panel, most));
  }
  return result;
}

// Fields of `spec` that differ from `base`, by dotted path; false if one has a field that the other
// has not.
bool collect_overrides(const json& base, const json& spec, const std::string& path,
                       json& overrides) {
  if (!base.is_object() || !spec.is_object()) {
    if (base != spec) overrides[path] = spec;
    return true;
  }
  if (base.size() != spec.size()) return false;
  for (const auto& [field, value] : spec.items()) {
    if (!base.contains(field)) return false;
    if (!collect_overrides(base[field], value, path.empty() ? field : path + "." + field,
                           overrides))
      return false;
  }
  return true;
}

// The preset and what differs from it, or the whole spec where there is none near.
json short_spec(const RunRequest& request) {
  json spec = spec_to_json(request.spec);
  const auto preset = find_preset(request.preset);
  json overrides = json::object();
  if (!preset || !collect_overrides(spec_to_json(preset.value()), spec, "", overrides)) return spec;
  return {{"preset", request.preset}, {"overrides", overrides}};
}

// The last record of the first observed pair at the observed layer, to the last bit.
json end_json(const FinishedRun& run) {
  json end = {{"loss", run.records.last(Quantity::kLoss)}};
  if (!first_pair(run.spec().observe)) return end;
  end["h"] = run.records.last(run.h(run.observed_layer()));
  end["y"] = run.records.last(run.y());
  end["w"] = run.records.last(run.w());
  return end;
}

json runs_json(const std::vector<FinishedRun>& runs) {
  std::uint64_t first = runs.empty() ? 0 : runs[0].request.spec.seed;
  std::set<std::string> names;
  for (const FinishedRun& run : runs) names.insert(run.request.name);
  json list = json::array();
  const bool all = names.size() <= kMostRuns;
  for (const FinishedRun& run : runs) {
    const RunRequest& request = run.request;
    if ((!all && request.spec.seed != first) || names.erase(request.name) == 0) continue;
    json entry = {{"name", request.name},
                  {"spec", short_spec(request)},
                  {"status", run.status},
                  {"epochs", run.records.last(Quantity::kTime)},
                  {"end", end_json(run)}};
    if (request.until_loss > 0) entry["until_loss"] = request.until_loss;
    list.push_back(std::move(entry));
  }
  return list;
}

}  // namespace

std::string stored_result(const Statement& stated, const Outcome& outcome,
                          const std::vector<FinishedRun>& runs, const Scale& scale) {
  json result = {{"version", 1},
                 {"figure", stated.name},
                 {"title", stated.title},
                 {"order", stated.order},
                 {"question", stated.question},
                 {"paper", {{"where", ""}, {"text", stated.paper}}},
                 {"band", stated.band},
                 {"limits", stated.limits},
                 {"within", stated.holds(outcome.measures)},
                 {"verdict", outcome.verdict},
                 {"note", outcome.note},
                 {"other", outcome.other},
                 {"quick", scale.quick},
                 {"runs_in_all", runs.size()},
                 {"runs", runs_json(runs)}};
  result["seeds"] = json::array();
  for (int seed = 1; seed <= scale.seeds; ++seed) result["seeds"].push_back(seed);
  result["numbers"] = json::array();
  for (const Number& number : outcome.numbers) {
    result["numbers"].push_back({{"label", number.label},
                                 {"unit", number.unit},
                                 {"paper", number.paper ? json(*number.paper) : json(nullptr)},
                                 {"values", rounded(number.values, 5)}});
  }
  std::string text;
  for (std::size_t most = kMostPoints; most >= kLeastPoints; most = most * 3 / 4) {
    result["panels"] = json::array();
    for (const Panel& panel : outcome.panels) result["panels"].push_back(panel_json(panel, most));
    text = result.dump() + "\n";
    if (text.size() <= kMostBytes) break;
  }
  return text;
}

}  // namespace reprise::reproduce
