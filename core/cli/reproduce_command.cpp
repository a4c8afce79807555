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
#include "cli/files.hpp"
#include "cli/reproduce.hpp"
#include "cli/reproduce_pictures.hpp"
#include "cli/reproduce_report.hpp"
#include "cli/reproduce_result.hpp"
#include "cli/svg.hpp"
#include "experiment/presets.hpp"

namespace reprise::cli {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

const std::vector<const Figure*>& all_figures() {
  static const std::vector<const Figure*> figures = {
      &kTrajectories,    &kDepth,   &kAltered,         &kFinalStructure,
      &kRichToLazy,      &kXor,     &kFeatureCollapse, &kDigitsTrajectories,
      &kDigitsStructure, &kFashion, &kCifar,           &kAttention,
      &kAblation};
  return figures;
}

struct ReproduceOptions {
  std::vector<std::string> names;
  std::string out;
  int seeds = 0;
  bool quick = false;
  unsigned jobs = 0;
  double minutes = 0;
  PictureFiles files;
};

json entry_of(const Figure& figure) {
  const json document = json::parse(figures_text());
  for (const json& entry : document["figures"]) {
    if (entry["name"] == figure.name) return entry;
  }
  return {};
}

Result<std::vector<const Figure*>> chosen_figures(const std::vector<std::string>& names) {
  if (names.empty()) return all_figures();
  std::vector<const Figure*> chosen;
  for (const std::string& name : names) {
    std::string allowed = "one of";
    const Figure* found = nullptr;
    for (const Figure* figure : all_figures()) {
      allowed += std::string(" ") + figure->name;
      if (figure->name == name) found = figure;
    }
    if (found == nullptr) return Error{"NAME", name, allowed};
    chosen.push_back(found);
  }
  return chosen;
}

// The report holds every figure that the folder has, those of earlier calls too.
std::string whole_report(const fs::path& out) {
  std::string text =
      "# The paper's figures, reproduced\n\nVan Rossem and Saxe, \"When Representations Align\", "
      "arXiv "
      "2402.09142. Numbers are medians over seeds with the least and the greatest in brackets.\n";
  for (const Figure* figure : all_figures()) {
    const fs::path section = out / figure->name / "report.md";
    if (!fs::exists(section)) continue;
    const auto content = read_file(section.string());
    if (content) text += "\n" + std::string(content.value().begin(), content.value().end());
  }
  return text;
}

// The figure's folder, with everything in it; false if that cannot be written.
bool write_figure(const fs::path& out, const Figure& figure, const Scale& scale,
                  const std::vector<FinishedRun>& runs, const json& entry, const Outcome& outcome) {
  const fs::path folder = out / figure.name;
  std::error_code failure;
  fs::create_directories(folder, failure);
  json specs = json::object();
  for (const FinishedRun& run : runs)
    specs[run.request.name] = json::parse(write_spec(run.request.spec));
  json summary = outcome.summary;
  summary["figure"] = figure.name;
  summary["seeds"] = scale.seeds;
  summary["quick"] = scale.quick;
  summary["verdict"] = outcome.verdict;
  summary["within_band"] = outcome.within;
  bool written =
      write_file((folder / "specs.json").string(), specs.dump(1) + "\n") &&
      write_file((folder / "summary.json").string(), summary.dump(1) + "\n") &&
      write_file((folder / "figure.json").string(), stored_result(entry, outcome, runs, scale)) &&
      write_file((folder / "figure.svg").string(),
                 svg_figure(entry["title"], outcome.panels, outcome.columns)) &&
      write_file((folder / "report.md").string(), report_section(entry, outcome, scale));
  for (const auto& [name, content] : outcome.tables)
    written = written && write_file((folder / name).string(), content);
  return written && write_file((out / "report.md").string(), whole_report(out));
}

int reproduce(const ReproduceOptions& options) {
  const auto figures = chosen_figures(options.names);
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
    const json entry = entry_of(*figure);
    const Outcome outcome = figure->finish(runs.value(), entry);
    if (!write_figure(options.out, *figure, scale, runs.value(), entry, outcome)) {
      std::fprintf(stderr, "reprise: %s could not be written to %s\n", figure->name,
                   options.out.c_str());
      return kRunFailed;
    }
    std::printf("%s: %s; %s\n", figure->name,
                outcome.within ? "within the band" : "outside the band", outcome.verdict.c_str());
    std::fflush(stdout);
  }
  return kSuccess;
}

}  // namespace

Spec scaled(Spec spec, const Scale& scale) {
  constexpr int kQuickWidth = 100;
  const int width = spec.network.width;
  // Convolutional layers have few weights as they are.
  if (!scale.quick || width <= kQuickWidth || spec.network.kind == NetworkKind::kConvolutional)
    return spec;
  spec.network.width = kQuickWidth;
  if (spec.training.optimizer == Optimizer::kAdam)
    spec.training.learning_rate *= width / double{kQuickWidth};
  return spec;
}

std::vector<RunRequest> preset_runs(const std::string& preset, const Scale& scale) {
  std::vector<RunRequest> requests;
  const auto spec = find_preset(preset);
  if (!spec) return requests;
  std::string name = preset;
  std::replace(name.begin(), name.end(), '/', '-');
  for (int seed = 1; seed <= scale.seeds; ++seed) {
    RunRequest request;
    request.name = name + "-seed-" + std::to_string(seed);
    request.spec = scaled(spec.value(), scale);
    request.preset = preset;
    request.spec.seed = static_cast<std::uint64_t>(seed);
    request.fit_layers = std::holds_alternative<TwoPointsTask>(request.spec.task);
    requests.push_back(std::move(request));
  }
  return requests;
}

std::vector<RunRequest> curve_runs(const std::string& preset, const Scale& scale) {
  std::vector<RunRequest> requests = preset_runs(preset, scale);
  if (scale.quick) return requests;
  for (RunRequest& request : requests) {
    request.name.insert(request.name.rfind("-seed-"), "-curve");
    request.spec.training.learning_rate /= 2;
    request.spec.training.epochs *= 2;
    request.spec.observe.every *= 2;
  }
  return requests;
}

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
  command->callback([=, &status] { status = reproduce(*options); });
}

}  // namespace reprise::cli
