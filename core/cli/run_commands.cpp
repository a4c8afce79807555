// run, presets: experiments from a spec.

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "cli/commands.hpp"
#include "cli/runs.hpp"
#include "experiment/experiment.hpp"
#include "experiment/presets.hpp"
#include "host/files.hpp"
#include "host/memory.hpp"
#include "host/progress.hpp"

namespace reprise::cli {
namespace {

using nlohmann::json;

int run(const RunSource& source, const std::string& out_folder) {
  const auto spec = load_spec(source.spec);
  if (!spec) return report(spec.error());
  const auto images = load_images(spec.value(), source);
  if (!images) return report(images.error());
  auto created = Experiment::create(spec.value(), images.value(), memory_limit());
  if (!created) return report(created.error());
  Experiment& experiment = created.value();

  std::error_code failure;
  std::filesystem::create_directories(out_folder, failure);
  if (failure)
    return report(
        {"--out", out_folder + " (" + failure.message() + ")", "a folder that can be made"});

  double seconds = 0;
  {
    ProgressBar bar("training");
    while (experiment.advance({0, 50}) == RunState::kRunning) {
      char note[40];
      std::snprintf(note, sizeof note, "loss %.3g",
                    experiment.records(experiment.record_count() - 1)(0, 1));
      bar.show(experiment.epoch(), spec.value().training.epochs, note);
    }
    bar.show(experiment.epoch(), spec.value().training.epochs, "");
    seconds = bar.elapsed_seconds();
  }

  const std::filesystem::path out = out_folder;
  json summary = summarise(experiment);
  summary["seconds"] = seconds;
  const std::pair<const char*, std::string> files[] = {
      {"spec.json", write_spec(experiment.spec())},
      {"trajectory.csv", to_csv(trajectory_table(experiment))},
      {"records.csv", to_csv(records_table(experiment))},
      {"summary.json", summary.dump(2) + "\n"}};
  for (const auto& [name, content] : files) {
    if (write_file((out / name).string(), content)) continue;
    std::fprintf(stderr, "reprise: %s could not be written\n", (out / name).string().c_str());
    return kRunFailed;
  }
  if (summary.contains("undefined")) {
    std::fprintf(
        stderr,
        "reprise: no number (an empty cell) in %s at some epochs: the layer gave points that "
        "differ in what is asked for the same activations, as where all its units are dead\n",
        summary["undefined"].get<std::string>().c_str());
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

void add_source_options(CLI::App& command, RunSource& source) {
  command.add_option("SPEC", source.spec, "A preset's name, or a JSON file with a spec")
      ->required();
  add_picture_options(command, source);
}

void add_picture_options(CLI::App& command, RunSource& source) {
  command.add_option(
      "--images", source.images,
      "IDX file of pictures, or, without --labels, CIFAR-10's binary file (.gz too)");
  command.add_option("--labels", source.labels, "IDX file of their labels (.gz too)");
}

void add_run_commands(CLI::App& app, int& status) {
  {
    CLI::App* command = app.add_subcommand(
        "run", "Train from a spec; writes spec.json, trajectory.csv, records.csv and summary.json");
    auto source = std::make_shared<RunSource>();
    auto out = std::make_shared<std::string>();
    add_source_options(*command, *source);
    command->add_option("--out", *out, "Folder for the results; made if missing")->required();
    command->callback([=, &status] { status = run(*source, *out); });
  }
  {
    CLI::App* command = app.add_subcommand("presets", "List the presets");
    auto as_json = std::make_shared<bool>(false);
    command->add_flag("--json", *as_json, "With their complete specs, as JSON");
    command->callback([=, &status] { status = list_presets(*as_json); });
  }
}

}  // namespace reprise::cli
