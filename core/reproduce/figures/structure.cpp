#include "reproduce/figures/structure.hpp"

#include <cmath>
#include <numeric>

#include "experiment/structure.hpp"
#include "reproduce/report/report.hpp"

namespace reprise::reproduce {

using nlohmann::json;

json structure_json(const Experiment& experiment, int points) {
  StructureOptions options;
  options.layer = experiment.spec().observe.layer;
  options.points = points;
  const auto seen = structure(experiment, options);
  if (!seen) return {{"error", seen.error().message()}};
  const Structure& found = seen.value();
  return {{"points", found.points},    {"labels", found.labels},     {"ratio", found.ratio},
          {"initial", found.initial},  {"measured", found.measured}, {"predicted", found.predicted},
          {"smoothed", found.smoothed}};
}

void look_at_structure(RunRequest& request, int points) {
  request.look_name = "structure of " + std::to_string(points) + " points";
  request.look = [points](Experiment& experiment) {
    return json{{"structure", structure_json(experiment, points)}};
  };
}

std::vector<double> structure_field(const FinishedRun& run, const std::string& field) {
  std::vector<double> values;
  if (!run.look.is_object() || !run.look.contains("structure") ||
      !run.look["structure"].contains(field))
    return values;
  // JSON writes what is no number as null.
  for (const json& value : run.look["structure"][field])
    values.push_back(value.is_number() ? value.get<double>() : NAN);
  return values;
}

std::vector<int> structure_labels(const FinishedRun& run) {
  std::vector<int> labels;
  for (const double label : structure_field(run, "labels"))
    labels.push_back(static_cast<int>(label));
  return labels;
}

AverageStructure average_structure(const std::vector<const FinishedRun*>& runs) {
  AverageStructure average;
  double count = 0;
  for (const FinishedRun* run : runs) {
    const std::vector<int> labels = structure_labels(*run);
    if (labels.empty()) continue;
    count += 1;
    if (average.labels.empty()) {
      average.labels = labels;
      for (const double point : structure_field(*run, "points"))
        average.points.push_back(static_cast<int>(point));
    }
    const std::pair<const char*, std::vector<double>*> fields[] = {
        {"initial", &average.initial},
        {"measured", &average.measured},
        {"predicted", &average.predicted},
        {"smoothed", &average.smoothed}};
    for (const auto& [field, sum] : fields) {
      const std::vector<double> values = structure_field(*run, field);
      sum->resize(values.size(), 0.0);
      // A running mean.
      for (std::size_t i = 0; i < values.size(); ++i) (*sum)[i] += (values[i] - (*sum)[i]) / count;
    }
    std::vector<double> alike = structure_field(*run, "measured");
    const double mean =
        std::accumulate(alike.begin(), alike.end(), 0.0) / static_cast<double>(alike.size());
    average.measured_alike.resize(alike.size(), 0.0);
    for (std::size_t i = 0; i < alike.size(); ++i) {
      average.measured_alike[i] += (alike[i] / mean - average.measured_alike[i]) / count;
    }
  }
  return average;
}

double pair_correlation(const std::vector<double>& a, const std::vector<double>& b,
                        const std::vector<int>& labels, bool across) {
  std::vector<double> left, right;
  const std::size_t n = labels.size();
  if (a.size() != n * n || b.size() != n * n) return NAN;
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = i + 1; j < n; ++j) {
      if (across && labels[i] == labels[j]) continue;
      left.push_back(a[i * n + j]);
      right.push_back(b[i * n + j]);
    }
  }
  return correlation(left, right);
}

}  // namespace reprise::reproduce
