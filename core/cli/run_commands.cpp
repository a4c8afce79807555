// run, presets: experiments from a spec.

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "cli/commands.hpp"
#include "cli/laziness.hpp"
#include "cli/runs.hpp"
#include "experiment/experiment.hpp"
#include "experiment/presets.hpp"
#include "host/files.hpp"
#include "host/memory.hpp"
#include "host/progress.hpp"

namespace reprise::cli {
namespace {

using nlohmann::json;

int run(const RunSource& source, const std::string& out_folder, const LookOptions& wanted) {
  const auto spec = load_spec(source.spec);
  if (!spec) return report(spec.error());
  const auto images = load_images(spec.value(), source);
  if (!images) return report(images.error());
  auto created = Experiment::create(spec.value(), images.value(), memory_limit());
  if (!created) return report(created.error());
  Experiment& experiment = created.value();
  std::optional<Looks> looks;
  if (wanted.gauge > 0 || wanted.joint) {
    auto made = Looks::at_start(experiment, wanted);
    if (!made) return report(made.error());
    looks = std::move(made).value();
  }

  std::error_code failure;
  std::filesystem::create_directories(out_folder, failure);
  if (failure)
    return report(
        {"--out", out_folder + " (" + failure.message() + ")", "a folder that can be made"});

  double seconds = 0;
  {
    ProgressBar bar("training");
    const auto advance = [&] {
      const std::int64_t steps = looks ? looks->next_step() - experiment.step() : 0;
      return experiment.advance({steps, 50});
    };
    for (RunState state = advance(); state != RunState::kDiverged; state = advance()) {
      if (looks) {
        if (auto error = looks->look(experiment)) return report(*error);
      }
      if (state == RunState::kFinished) break;
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
  std::vector<std::pair<std::string, std::string>> files = {
      {"spec.json", write_spec(experiment.spec())},
      {"trajectory.csv", to_csv(trajectory_table(experiment))},
      {"records.csv", to_csv(records_table(experiment))},
      {"summary.json", summary.dump(2) + "\n"}};
  if (looks) {
    auto more = looks->files(experiment);
    if (!more) return report(more.error());
    files.insert(files.end(), more.value().begin(), more.value().end());
  }
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
    auto looks = std::make_shared<LookOptions>();
    command
        ->add_option("--gauge", looks->gauge,
                     "How lazy the network is: so many looks at its tangent kernel, into gauge.csv")
        ->check(CLI::Range(1, 10000));
    command->add_flag(
        "--joint", looks->joint,
        "The theory of many points at once against the last epoch: joint.csv, joint.json");
    command
        ->add_option("--points", looks->points,
                     "With either: so many training points (the observed ones)")
        ->check(CLI::Range(2, 200));
    command
        ->add_option("--ratio", looks->ratio,
                     "With --joint: eta_h / eta_y for all theories (fitted for each)")
        ->check(CLI::Range(1e-50, 1e50));
    command->callback([=, &status] {
      const bool asked = looks->gauge > 0 || looks->joint;
      if (looks->points > 0 && !asked) {
        status =
            report({"--points", std::to_string(looks->points), "only with --gauge or --joint"});
      } else if (looks->ratio > 0 && !looks->joint) {
        status = report({"--ratio", "given", "only with --joint"});
      } else {
        status = run(*source, *out, *looks);
      }
    });
  }
  {
    CLI::App* command = app.add_subcommand("presets", "List the presets");
    auto as_json = std::make_shared<bool>(false);
    command->add_flag("--json", *as_json, "With their complete specs, as JSON");
    command->callback([=, &status] { status = list_presets(*as_json); });
  }
}

}  // namespace reprise::cli
