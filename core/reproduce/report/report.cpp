#include "reproduce/report/report.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>

namespace reprise::reproduce {
namespace {

std::vector<double> finite_sorted(std::vector<double> values) {
  std::erase_if(values, [](double value) { return !std::isfinite(value); });
  std::sort(values.begin(), values.end());
  return values;
}

std::string joined(const std::vector<std::string>& cells, const std::string& separator) {
  std::string row;
  for (std::size_t i = 0; i < cells.size(); ++i) row += (i == 0 ? "" : separator) + cells[i];
  return row;
}

}  // namespace

double median(std::vector<double> values) {
  values = finite_sorted(std::move(values));
  const std::size_t half = values.size() / 2;
  if (values.empty()) return std::numeric_limits<double>::quiet_NaN();
  return values.size() % 2 == 1 ? values[half] : 0.5 * (values[half - 1] + values[half]);
}

double correlation(const std::vector<double>& a, const std::vector<double>& b) {
  double count = 0, mean_a = 0, mean_b = 0, aa = 0, bb = 0, ab = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (!std::isfinite(a[i]) || !std::isfinite(b[i])) continue;
    count += 1;
    // Running means and sums of deviations from them.
    const double da = a[i] - mean_a, db = b[i] - mean_b;
    mean_a += da / count;
    mean_b += db / count;
    aa += da * (a[i] - mean_a);
    bb += db * (b[i] - mean_b);
    ab += da * (b[i] - mean_b);
  }
  return aa > 0 && bb > 0 ? ab / std::sqrt(aa * bb) : std::numeric_limits<double>::quiet_NaN();
}

std::string short_number(double value) {
  if (!std::isfinite(value)) return "-";
  char text[40];
  std::snprintf(text, sizeof text, "%.3g", value);
  // A correlation near 1 is told by what it lacks.
  if (value != 1 && std::string(text) == "1") std::snprintf(text, sizeof text, "%.6g", value);
  return text;
}

std::string with_spread(const std::vector<double>& values) {
  const std::vector<double> usable = finite_sorted(values);
  if (usable.empty()) return "-";
  std::string text = short_number(median(usable));
  if (usable.size() > 1)
    text += " [" + short_number(usable.front()) + ", " + short_number(usable.back()) + "]";
  if (usable.size() < values.size())
    text += " (" + std::to_string(values.size() - usable.size()) + " without a value)";
  return text;
}

double fit_value(const nlohmann::json& fit, const std::string& field) {
  if (!fit.is_object() || !fit.contains(field) || !fit[field].is_number()) {
    return std::numeric_limits<double>::quiet_NaN();
  }
  return fit[field].get<double>();
}

std::string markdown_row(const std::vector<std::string>& cells) {
  std::vector<std::string> safe;
  for (const std::string& cell : cells) {
    safe.emplace_back();
    for (const char c : cell) safe.back() += c == '|' ? std::string("\\|") : std::string(1, c);
  }
  return "| " + joined(safe, " | ") + " |\n";
}

std::string csv_row(const std::vector<std::string>& cells) { return joined(cells, ",") + "\n"; }

std::string exact(double value) {
  if (!std::isfinite(value)) return "";
  char text[40];
  std::snprintf(text, sizeof text, "%.17g", value);
  return text;
}

std::string report_section(const nlohmann::json& entry, const Outcome& outcome,
                           const Scale& scale) {
  const std::string name = entry["name"];
  std::string text = "## " + entry["title"].get<std::string>() + "\n\n";
  text += "![" + entry["title"].get<std::string>() + "](" + name + "/figure.svg)\n\n";
  text += "- The paper: " + entry["paper"].get<std::string>() + "\n";
  text += "- Band, stated before the runs: " + entry["band"].get<std::string>() + "\n";
  text += "- Ours, " + std::to_string(scale.seeds) + (scale.seeds == 1 ? " seed" : " seeds") +
          (scale.quick
               ? ", quick (networks at most 100 wide, fewer pictures, so only the shape compares)"
               : "") +
          ": " + outcome.verdict + "\n";
  text += std::string("- Verdict: **") + (outcome.within ? "within the band" : "outside the band") +
          "**\n";
  if (!outcome.note.empty()) text += "- " + outcome.note + "\n";
  text += "\n" + outcome.ours + "\nData: [" + name + "/figure.json](" + name + "/figure.json), [" +
          name + "/summary.json](" + name + "/summary.json)";
  for (const auto& [file, content] : outcome.tables)
    text += ", [" + name + "/" + file + "](" + name + "/" + file + ")";
  return text + ". Specs: [" + name + "/specs.json](" + name + "/specs.json).\n";
}

}  // namespace reprise::reproduce
