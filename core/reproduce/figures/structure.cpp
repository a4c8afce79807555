#include "reproduce/figures/structure.hpp"

#include <cmath>
#include <numeric>
#include <utility>

namespace reprise::reproduce {
namespace {

using nlohmann::json;

constexpr std::pair<const char*, std::vector<int> Structure::*> kLists[] = {
    {"points", &Structure::points}, {"labels", &Structure::labels}};
constexpr std::pair<const char*, std::vector<double> Structure::*> kMatrices[] = {
    {"initial", &Structure::initial},
    {"measured", &Structure::measured},
    {"predicted", &Structure::predicted},
    {"smoothed", &Structure::smoothed}};

// `mean` of `count - 1` lists becomes that of `count`.
void add_to_mean(const std::vector<double>& values, double count, std::vector<double>& mean) {
  mean.resize(values.size(), 0.0);
  for (std::size_t i = 0; i < values.size(); ++i) mean[i] += (values[i] - mean[i]) / count;
}

}  // namespace

json structure_json(const Experiment& experiment, int points) {
  StructureOptions options;
  options.layer = experiment.spec().observe.layer;
  options.points = points;
  const auto seen = structure(experiment, options);
  if (!seen) return {{"error", seen.error().message()}};
  json content = {{"ratio", seen.value().ratio}};
  for (const auto& [name, list] : kLists) content[name] = seen.value().*list;
  for (const auto& [name, matrix] : kMatrices) content[name] = seen.value().*matrix;
  return content;
}

void look_at_structure(RunRequest& request, int points) {
  request.look_name = "structure of " + std::to_string(points) + " points";
  request.look = [points](Experiment& experiment) {
    return json{{"structure", structure_json(experiment, points)}};
  };
}

std::optional<Structure> structure_of(const FinishedRun& run) {
  if (!run.look.is_object() || !run.look.contains("structure")) return std::nullopt;
  const json& content = run.look["structure"];
  if (!content.contains("ratio")) return std::nullopt;
  Structure found;
  // JSON writes what is no number as null.
  const auto number = [](const json& value) {
    return value.is_number() ? value.get<double>() : NAN;
  };
  found.ratio = number(content["ratio"]);
  for (const auto& [name, list] : kLists) (found.*list) = content[name].get<std::vector<int>>();
  for (const auto& [name, matrix] : kMatrices) {
    for (const json& value : content[name]) (found.*matrix).push_back(number(value));
  }
  return found;
}

AverageStructure average_structure(const std::vector<std::optional<Structure>>& structures) {
  AverageStructure average;
  double count = 0;
  for (const std::optional<Structure>& found : structures) {
    if (!found) continue;
    count += 1;
    if (average.mean.labels.empty()) {
      for (const auto& [name, list] : kLists) average.mean.*list = (*found).*list;
    }
    for (const auto& [name, matrix] : kMatrices)
      add_to_mean((*found).*matrix, count, average.mean.*matrix);
    std::vector<double> alike = found->measured;
    const double mean =
        std::accumulate(alike.begin(), alike.end(), 0.0) / static_cast<double>(alike.size());
    for (double& value : alike) value /= mean;
    add_to_mean(alike, count, average.measured_alike);
  }
  return average;
}

double pair_correlation(const std::vector<double>& a, const std::vector<double>& b,
                        const std::vector<int>& labels, PairChoice choice) {
  const auto value = reprise::pair_correlation(a, b, labels.size(), labels, choice);
  return value ? value.value() : NAN;
}

}  // namespace reprise::reproduce
