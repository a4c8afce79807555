#include "reproduce/figures/structure.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "experiment/setup.hpp"

namespace reprise::reproduce {
namespace {

using nlohmann::json;

constexpr std::pair<const char*, std::vector<int> Structure::*> kLists[] = {
    {"points", &Structure::points}, {"labels", &Structure::labels}};
constexpr std::pair<const char*, Matrix Structure::*> kMatrices[] = {
    {"initial", &Structure::initial},
    {"measured", &Structure::measured},
    {"predicted", &Structure::predicted},
    {"smoothed", &Structure::smoothed}};

// `mean` of `count - 1` matrices becomes that of `count`.
void add_to_mean(const Matrix& values, double count, Matrix& mean) {
  if (mean.size() == 0) mean = Matrix::Zero(values.rows(), values.cols());
  mean += (values - mean) / count;
}

// Of two inputs of `count` numbers; eight sums at a time, which is quicker and as exact.
double input_distance(const float* a, const float* b, std::size_t count) {
  float sums[8] = {};
  std::size_t k = 0;
  for (; k + 8 <= count; k += 8) {
    for (std::size_t lane = 0; lane < 8; ++lane) {
      const float difference = a[k + lane] - b[k + lane];
      sums[lane] += difference * difference;
    }
  }
  for (; k < count; ++k) sums[0] += (a[k] - b[k]) * (a[k] - b[k]);
  double total = 0;
  for (const float sum : sums) total += static_cast<double>(sum);
  return std::sqrt(total);
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
  for (const auto& [name, member] : kMatrices) {
    const Matrix& matrix = seen.value().*member;
    content[name] = std::vector<double>(matrix.data(), matrix.data() + matrix.size());
  }
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
  const auto n = static_cast<Eigen::Index>(found.points.size());
  for (const auto& [name, member] : kMatrices) {
    Matrix& matrix = found.*member;
    matrix.resize(n, n);
    if (content[name].size() != static_cast<std::size_t>(matrix.size())) return std::nullopt;
    std::transform(content[name].begin(), content[name].end(), matrix.data(), number);
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
    add_to_mean(found->measured / found->measured.mean(), count, average.measured_alike);
  }
  return average;
}

PairBaselines pair_baselines(const FinishedRun& run, const std::vector<int>& points) {
  PairBaselines baselines;
  const auto loaded = load_task(run.spec().task, run.request.pictures->images);
  if (!loaded) return baselines;
  const PointSet& all = loaded.value().train;
  const auto width = static_cast<std::size_t>(all.input_dimension);
  const auto input = [&](int point) {
    return all.inputs.data() + static_cast<std::size_t>(point) * width;
  };
  // One-hot targets of two classes lie a square root of two apart.
  const double dy = std::sqrt(2.0);
  std::map<std::pair<int, int>, double> between;
  for (int k = 0; k < all.count; ++k) {
    for (int l = k + 1; l < all.count; ++l) {
      const int a = all.labels[k], b = all.labels[l];
      if (a != b) between[std::minmax(a, b)] += dy * input_distance(input(k), input(l), width);
    }
  }
  const auto n = static_cast<Eigen::Index>(points.size());
  baselines.pairs = baselines.same_class = baselines.neighbours = Matrix::Zero(n, n);
  for (Eigen::Index i = 0; i < n; ++i) {
    for (Eigen::Index j = 0; j < n; ++j) {
      const int a = all.labels[points[i]], b = all.labels[points[j]];
      if (a == b) continue;
      baselines.same_class(i, j) = 1;
      baselines.pairs(i, j) = dy * input_distance(input(points[i]), input(points[j]), width);
      baselines.neighbours(i, j) = between[std::minmax(a, b)];
    }
  }
  return baselines;
}

}  // namespace reprise::reproduce
