#include "cli/runs.hpp"

#include <cmath>
#include <filesystem>
#include <utility>
#include <variant>
#include <vector>

#include "experiment/closest_names.hpp"
#include "experiment/fit_json.hpp"
#include "experiment/pair_fit.hpp"
#include "experiment/presets.hpp"
#include "host/files.hpp"
#include "host/memory.hpp"

namespace reprise::cli {
namespace {

using nlohmann::json;

// The theory fitted to the pair at the observed layer, or why that was not possible.
json fit_observed(const Experiment& experiment, const Records& records) {
  const Spec& spec = experiment.spec();
  const auto fit = fit_pair(spec, *pair_task(experiment), records, spec.observe.layer);
  return fit ? fit_to_json(fit.value()) : json{{"error", fit.error().message()}};
}

// Columns in which some record has no number, because what they tell was undefined then: collapse
// indices of a layer that does not distinguish what is asked for.
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

}  // namespace

Result<Spec> load_spec(const std::string& given) {
  const auto preset = find_preset(given);
  if (preset) return preset;
  std::error_code failure;
  if (!std::filesystem::exists(given, failure)) {
    Error error = preset.error();
    error.field = "SPEC";
    error.allowed += "; or a JSON file with a spec";
    return error;
  }
  const auto content = read_file(given, kLargestSpec);
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
  const auto images = read_file(source.images, kLargestPictures);
  if (!images) return images.error();
  if (cifar) return parse_cifar10(images.value());
  const auto labels = read_file(source.labels, kLargestPictures);
  if (!labels) return labels.error();
  return parse_idx(images.value(), labels.value());
}

Table records_table(const Experiment& experiment) {
  Records records = experiment.all_records();
  return {column_names(records.columns), std::move(records.values)};
}

Table trajectory_table(const Experiment& experiment) {
  if (experiment.observed_points() != 2) return records_table(experiment);
  const ObserveSpec& observe = experiment.spec().observe;
  const PointPair pair = *first_pair(observe);
  Records records = experiment.all_records().select({Quantity::kTime,
                                                     {Quantity::kH, pair, observe.layer},
                                                     {Quantity::kY, pair},
                                                     {Quantity::kW, pair},
                                                     Quantity::kLoss,
                                                     {Quantity::kMean, pair},
                                                     Quantity::kTrainAccuracy,
                                                     Quantity::kHeldOutLoss,
                                                     Quantity::kHeldOutAccuracy});
  Table table{{}, std::move(records.values)};
  for (const Column& column : records.columns)
    table.columns.push_back(quantity_name(column.quantity));
  return table;
}

json summarise(const Experiment& experiment) {
  const Table trajectory = trajectory_table(experiment);
  json last = json::object();
  const std::size_t width = trajectory.columns.size(), rows = trajectory.rows();
  for (std::size_t i = 0; i < width; ++i) {
    // A run that diverged before its first step has no record.
    last[trajectory.columns[i]] =
        rows == 0 ? json() : json(trajectory.values[(rows - 1) * width + i]);
  }
  json summary = {{"status", run_state_name(experiment.state())},
                  {"message", experiment.message()},
                  {"epochs", experiment.epoch()},
                  {"steps", experiment.step()},
                  {"records", experiment.record_count()},
                  {"parameters", experiment.parameter_count()},
                  {"last", last}};
  const std::vector<std::string> undefined = undefined_columns(records_table(experiment));
  if (!undefined.empty()) summary["undefined"] = join_names(undefined, "and");
  if (std::holds_alternative<TwoPointsTask>(experiment.spec().task))
    summary["fit"] = fit_observed(experiment, experiment.all_records());
  return summary;
}

}  // namespace reprise::cli
