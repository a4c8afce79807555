// run, presets: experiments from a spec.

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include <nlohmann/json.hpp>

#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/progress.hpp"
#include "data/images.hpp"
#include "experiment/experiment.hpp"
#include "experiment/presets.hpp"
#include "experiment/theory_json.hpp"

namespace reprise::cli {
namespace {

using nlohmann::json;

struct RunOptions {
  std::string spec, out, images, labels;
};

// A preset's name, or else a file that holds a spec.
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
  return parse_spec({reinterpret_cast<const char*>(content.value().data()), content.value().size()});
}

Result<ImageSet> load_images(const RunOptions& options) {
  if (options.images.empty() || options.labels.empty()) {
    return Error{options.images.empty() ? "--images" : "--labels", "missing",
                 "an IDX file, plain or compressed with gzip; ./dev build packs digits into web/public/data"};
  }
  const auto images = read_file(options.images);
  if (!images) return images.error();
  const auto labels = read_file(options.labels);
  if (!labels) return labels.error();
  return parse_idx(images.value(), labels.value());
}

Table all_records(const Experiment& experiment) {
  Table table{experiment.columns(), {}};
  const double* records = experiment.records();
  table.values.assign(records, records + experiment.record_count() * table.columns.size());
  return table;
}

// t, h, y, w, loss, mean of the observed pair at the observed layer, then whatever else is not about pairs.
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

// The theory fitted to two points, or why that was not possible.
json fit_two_points(const TwoPointsTask& task, Loss loss, const Table& trajectory) {
  const json options = {{"dx2", task.dx2}, {"dy2", task.dy2}, {"loss", loss == Loss::kMse ? "mse" : "half_mse"}};
  const auto fit = fit_json(trajectory.values.data(), static_cast<int>(trajectory.rows()),
                            static_cast<int>(trajectory.columns.size()), options.dump());
  return fit ? json::parse(fit.value()) : json{{"error", fit.error().message()}};
}

std::string summarise(const Experiment& experiment, const Table& records, const Table& trajectory,
                      double seconds) {
  json last = json::object();
  const std::size_t width = trajectory.columns.size();
  for (std::size_t i = 0; i < width; ++i) {
    last[trajectory.columns[i]] = trajectory.values[(trajectory.rows() - 1) * width + i];
  }
  json summary = {{"status", run_state_name(experiment.state())},
                  {"message", experiment.message()},
                  {"epochs", experiment.epoch()},
                  {"steps", experiment.step()},
                  {"records", records.rows()},
                  {"parameters", experiment.parameter_count()},
                  {"seconds", seconds},
                  {"last", last}};
  if (const auto* task = std::get_if<TwoPointsTask>(&experiment.spec().task)) {
    summary["fit"] = fit_two_points(*task, experiment.spec().training.loss, trajectory);
  }
  return summary.dump(2) + "\n";
}

int run(const RunOptions& options) {
  const auto spec = load_spec(options.spec);
  if (!spec) return report(spec.error());
  ImageSet images;
  if (std::holds_alternative<ImagesTask>(spec.value().task)) {
    auto loaded = load_images(options);
    if (!loaded) return report(loaded.error());
    images = std::move(loaded).value();
  }
  auto created = Experiment::create(spec.value(), images);
  if (!created) return report(created.error());
  Experiment& experiment = created.value();

  std::error_code failure;
  std::filesystem::create_directories(options.out, failure);
  if (failure) return report({"--out", options.out + " (" + failure.message() + ")", "a folder that can be made"});

  double seconds = 0;
  {
    ProgressBar bar("training");
    while (experiment.advance({0, 50}) == RunState::kRunning) {
      char note[40];
      std::snprintf(note, sizeof note, "loss %.3g",
                    experiment.records(experiment.record_count() - 1)[1]);
      bar.show(experiment.epoch(), spec.value().training.epochs, note);
    }
    bar.show(experiment.epoch(), spec.value().training.epochs, "");
    seconds = bar.elapsed_seconds();
  }

  const Table records = all_records(experiment);
  const bool one_pair = experiment.observed_points() == 2;
  const Table trajectory = one_pair ? pair_trajectory(experiment, records) : records;
  const std::filesystem::path out = options.out;
  const std::pair<const char*, std::string> files[] = {
      {"spec.json", write_spec(experiment.spec())},
      {"trajectory.csv", to_csv(trajectory)},
      {"records.csv", to_csv(records)},
      {"summary.json", summarise(experiment, records, trajectory, seconds)}};
  for (const auto& [name, content] : files) {
    if (write_file((out / name).string(), content)) continue;
    std::fprintf(stderr, "reprise: %s could not be written\n", (out / name).string().c_str());
    return kRunFailed;
  }
  if (experiment.state() == RunState::kDiverged) {
    std::fprintf(stderr, "reprise: %s\n", experiment.message().c_str());
    return kRunFailed;
  }
  return kSuccess;
}

int list_presets(bool as_json) {
  const auto list = presets();
  if (!list) return report(list.error());
  if (as_json) {
    std::printf("%s\n", write_presets(list.value()).c_str());
    return kSuccess;
  }
  std::size_t width = 0;
  for (const Preset& preset : list.value()) width = std::max(width, preset.name.size());
  for (const Preset& preset : list.value()) {
    std::printf("%-*s  %s\n", static_cast<int>(width), preset.name.c_str(), preset.title.c_str());
  }
  return kSuccess;
}

}  // namespace

void add_run_commands(CLI::App& app, int& status) {
  {
    CLI::App* command = app.add_subcommand(
        "run", "Train from a spec; writes spec.json, trajectory.csv, records.csv and summary.json");
    auto options = std::make_shared<RunOptions>();
    command->add_option("SPEC", options->spec, "A preset's name, or a JSON file with a spec")->required();
    command->add_option("--out", options->out, "Folder for the results; made if missing")->required();
    command->add_option("--images", options->images, "IDX file of pictures, for the images task (.gz too)");
    command->add_option("--labels", options->labels, "IDX file of their labels (.gz too)");
    command->callback([=, &status] { status = run(*options); });
  }
  {
    CLI::App* command = app.add_subcommand("presets", "List the presets");
    auto as_json = std::make_shared<bool>(false);
    command->add_flag("--json", *as_json, "With their complete specs, as JSON");
    command->callback([=, &status] { status = list_presets(*as_json); });
  }
}

}  // namespace reprise::cli
