#include "cli/runs.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <utility>
#include <variant>
#include <vector>

#include "experiment/closest_names.hpp"
#include "experiment/presets.hpp"
#include "experiment/theory_json.hpp"
#include "host/memory.hpp"

namespace reprise::cli {
namespace {

using nlohmann::json;

// The theory fitted to two points, or why that was not possible.
json fit_two_points(const TwoPointsTask& task, Loss loss, const Table& trajectory) {
  const json options = {
      {"dx2", task.dx2}, {"dy2", task.dy2}, {"loss", loss == Loss::kMse ? "mse" : "half_mse"}};
  const auto fit = fit_json(trajectory.values.data(), static_cast<int>(trajectory.rows()),
                            static_cast<int>(trajectory.columns.size()), options.dump());
  return fit ? json::parse(fit.value()) : json{{"error", fit.error().message()}};
}

}  // namespace

Result<Spec> load_spec(const std::string& given) {
  const auto preset = find_preset(given);
  if (preset) return preset;
  if (!std::filesystem::exists(given)) {
    Error error = preset.error();
    error.field = "SPEC";
    error.allowed += "; or a JSON file with a spec";
    return error;
  }
  const auto content = read_file(given);
  if (!content) return content.error();
  return parse_spec({reinterpret_cast<const char*>(content.value().data()), content.value().size()},
                    memory_limit());
}

Result<ImageSet> load_images(const Spec& spec, const RunSource& source) {
  if (!std::holds_alternative<ImagesTask>(spec.task)) return ImageSet{};
  const std::string& set = std::get<ImagesTask>(spec.task).source;
  const bool cifar = source.labels.empty() && (set == "cifar10" || set == "custom");
  if (source.images.empty() || (source.labels.empty() && !cifar)) {
    return Error{source.images.empty() ? "--images" : "--labels", "missing",
                 "an IDX file, plain or compressed with gzip; ./dev build packs digits into "
                 "web/public/data"};
  }
  const auto images = read_file(source.images);
  if (!images) return images.error();
  if (cifar) return parse_cifar10(images.value());
  const auto labels = read_file(source.labels);
  if (!labels) return labels.error();
  return parse_idx(images.value(), labels.value());
}

Table all_records(const Experiment& experiment) {
  Table table{experiment.columns(), {}};
  const double* records = experiment.records();
  table.values.assign(records, records + experiment.record_count() * table.columns.size());
  return table;
}

Table pair_trajectory(const Experiment& experiment, const Table& records) {
  const std::vector<int>& points = experiment.spec().observe.points;
  const std::string pair = std::to_string(points[0]) + "_" + std::to_string(points[1]);
  const std::vector<std::pair<std::string, std::string>> wanted = {
      {"t", "t"},
      {"h", "h_" + pair + "_layer_" + std::to_string(experiment.spec().observe.layer)},
      {"y", "y_" + pair},
      {"w", "w_" + pair},
      {"loss", "loss"},
      {"mean", "mean_" + pair},
      {"train_accuracy", "train_accuracy"},
      {"held_out_loss", "held_out_loss"},
      {"held_out_accuracy", "held_out_accuracy"}};
  Table table;
  std::vector<std::size_t> places;
  for (const auto& [name, column] : wanted) {
    const auto place = std::find(records.columns.begin(), records.columns.end(), column);
    if (place == records.columns.end()) continue;
    table.columns.push_back(name);
    places.push_back(static_cast<std::size_t>(place - records.columns.begin()));
  }
  for (std::size_t row = 0; row < records.rows(); ++row) {
    for (const std::size_t place : places) {
      table.values.push_back(records.values[row * records.columns.size() + place]);
    }
  }
  return table;
}

std::vector<std::string> undefined_columns(const Table& records) {
  std::vector<std::string> names;
  const std::size_t width = records.columns.size();
  for (std::size_t i = 0; i < width; ++i) {
    for (std::size_t row = 0; row < records.rows(); ++row) {
      if (!std::isnan(records.values[row * width + i])) continue;
      names.push_back(records.columns[i]);
      break;
    }
  }
  return names;
}

json summarise(const Experiment& experiment, const Table& records, const Table& trajectory) {
  json last = json::object();
  const std::size_t width = trajectory.columns.size();
  for (std::size_t i = 0; i < width; ++i) {
    // A run that diverged before its first step has no record.
    const bool none = trajectory.rows() == 0;
    last[trajectory.columns[i]] =
        none ? json() : json(trajectory.values[(trajectory.rows() - 1) * width + i]);
  }
  json summary = {{"status", run_state_name(experiment.state())},
                  {"message", experiment.message()},
                  {"epochs", experiment.epoch()},
                  {"steps", experiment.step()},
                  {"records", records.rows()},
                  {"parameters", experiment.parameter_count()},
                  {"last", last}};
  const std::vector<std::string> undefined = undefined_columns(records);
  if (!undefined.empty()) summary["undefined"] = join_names(undefined, "and");
  if (const auto* task = std::get_if<TwoPointsTask>(&experiment.spec().task)) {
    summary["fit"] = fit_two_points(*task, experiment.spec().training.loss, trajectory);
  }
  return summary;
}

}  // namespace reprise::cli
