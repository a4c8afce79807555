// reproduce: the paper's figures from their presets, each with a verdict against a band stated
// before.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "reproduce/reproduce.hpp"
#include "reproduce/runs/pictures.hpp"
#include "reproduce/runs/runs.hpp"

namespace reprise::cli {
namespace {

using namespace reproduce;
namespace fs = std::filesystem;

struct ReproduceOptions {
  std::vector<std::string> names;
  std::string out;
  int seeds = 0;
  bool quick = false;
  unsigned jobs = 0;
  double minutes = 0;
  PictureFiles files;
};

int run_reproduce(const ReproduceOptions& options) {
  const auto figures = find_figures(options.names);
  if (!figures) return report(figures.error());
  std::set<std::string> sets;
  for (const Figure* figure : figures.value()) {
    if (figure->pictures != nullptr) sets.insert(figure->pictures);
  }
  auto pictures = load_picture_sets(options.files, sets);
  if (!pictures) return report(pictures.error());
  const Scale scale{options.seeds > 0 ? options.seeds
                    : options.quick   ? 2
                                      : 5,
                    options.quick, std::move(pictures).value()};
  std::error_code failure;
  fs::create_directories(options.out, failure);
  if (failure)
    return report(
        {"--out", options.out + " (" + failure.message() + ")", "a folder that can be made"});
  Workers workers{options.jobs, {}};
  if (options.minutes > 0) {
    workers.deadline = std::chrono::steady_clock::now() +
                       std::chrono::milliseconds(static_cast<std::int64_t>(6e4 * options.minutes));
  }
  for (const Figure* figure : figures.value()) {
    if (figure->pictures != nullptr && !scale.pictures.contains(figure->pictures)) {
      if (!options.names.empty())
        return report({"NAME", figure->name,
                       "a figure whose pictures are there: " + how_to_get(figure->pictures)});
      std::printf("%s: left out for want of pictures (%s)\n", figure->name,
                  how_to_get(figure->pictures).c_str());
      continue;
    }
    const std::vector<RunRequest> requests = figure->runs(scale);
    const auto runs =
        finish_runs((fs::path(options.out) / "runs").string(), requests, workers, figure->name);
    if (!runs) return report(runs.error());
    if (runs.value().empty()) {
      std::printf("%s: stopped after %g minutes; the same call goes on from there\n", figure->name,
                  options.minutes);
      return kUnfinished;
    }
    const Statement& stated = statement_of(figure->name);
    const Outcome outcome = figure->finish(runs.value(), stated);
    if (!write_figure(options.out, *figure, scale, runs.value(), outcome)) {
      std::fprintf(stderr, "reprise: %s could not be written to %s\n", figure->name,
                   options.out.c_str());
      return kRunFailed;
    }
    std::printf("%s: %s; %s\n", figure->name,
                stated.holds(outcome.measures) ? "within the band" : "outside the band",
                outcome.verdict.c_str());
    std::fflush(stdout);
  }
  return kSuccess;
}

}  // namespace

void add_reproduce_command(CLI::App& app, int& status) {
  CLI::App* command = app.add_subcommand("reproduce",
                                         "The paper's figures, made on all cores: data, specs, "
                                         "SVG, and a report with a verdict on each");
  auto options = std::make_shared<ReproduceOptions>();
  std::string names;
  for (const Figure* figure : all_figures())
    names += std::string(names.empty() ? "" : ", ") + figure->name;
  command->add_option("NAME", options->names, "Figures to make (all): " + names);
  command
      ->add_option("--out", options->out,
                   "Folder for the results; a second call goes on where the first stopped")
      ->required();
  command->add_option("--seeds", options->seeds, "Networks in each setting (5; with --quick 2)")
      ->check(CLI::Range(1, 1000));
  command->add_flag("--quick", options->quick,
                    "Networks at most 100 units wide: minutes on two cores");
  command->add_option("--images", options->files.images,
                      "IDX files of digits (those that ./dev build packs)");
  command->add_option("--labels", options->files.labels, "IDX files of their labels");
  command->add_option("--fashion-images", options->files.fashion_images,
                      "IDX files of Fashion-MNIST (those of Debian's dataset-fashion-mnist)");
  command->add_option("--fashion-labels", options->files.fashion_labels,
                      "IDX files of their labels");
  command->add_option("--cifar", options->files.cifar,
                      "CIFAR-10 binary files, for the figure cifar");
  command->add_option("--jobs", options->jobs, "Runs at a time (all cores)");
  command
      ->add_option(
          "--minutes", options->minutes,
          "Start no run after this time, and end with status 3 if some are missing (no limit)")
      ->check(CLI::Range(1e-3, 1e6));
  command->callback([=, &status] { status = run_reproduce(*options); });
}

}  // namespace reprise::cli
