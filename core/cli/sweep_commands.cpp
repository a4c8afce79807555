// sweep, merge: one spec over many settings, on all cores and, by shards, on many machines.

#include <atomic>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "cli/commands.hpp"
#include "cli/runs.hpp"
#include "cli/sweep_plan.hpp"
#include "experiment/experiment.hpp"
#include "experiment/spec_json.hpp"
#include "host/files.hpp"
#include "host/memory.hpp"
#include "host/pool.hpp"
#include "host/run_files.hpp"

namespace reprise::cli {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

struct SweepOptions {
  RunSource source;
  std::vector<std::string> over;
  std::string out, shard = "1/1";
  unsigned jobs = 0;
};

struct Plan {
  json base;
  std::vector<SweepAxis> axes;
  std::vector<Spec> specs;     // One a run, all checked before the first starts.
  std::uint64_t memory_limit;  // Of each run, in bytes.
};

Result<Plan> make_plan(const SweepOptions& options) {
  const auto spec = load_spec(options.source.spec);
  if (!spec) return spec.error();
  Plan plan{spec_to_json(spec.value()), {}, {}, memory_limit(thread_count(options.jobs))};
  for (const std::string& text : options.over) {
    auto axis = parse_axis(text, plan.base);
    if (!axis) return axis.error();
    plan.axes.push_back(std::move(axis).value());
  }
  const auto runs = run_count(plan.axes);
  if (!runs) return runs.error();
  for (std::size_t run = 0; run < runs.value(); ++run) {
    auto checked = spec_from_json(with_values(plan.base, plan.axes, run_values(plan.axes, run)),
                                  plan.memory_limit);
    if (!checked) return checked.error();
    plan.specs.push_back(std::move(checked).value());
  }
  return plan;
}

fs::path run_file(const std::string& out, std::size_t run) {
  char name[32];
  std::snprintf(name, sizeof name, "run-%06zu.json", run);
  return fs::path(out) / "runs" / name;
}

json run_one(const Plan& plan, std::size_t run, const ImageSet& images) {
  json content = {
      {"run", run}, {"spec", spec_to_json(plan.specs[run])}, {"settings", json::object()}};
  const std::vector<json> values = run_values(plan.axes, run);
  for (std::size_t i = 0; i < values.size(); ++i)
    content["settings"][plan.axes[i].path] = values[i];
  auto experiment = Experiment::create(plan.specs[run], images, plan.memory_limit);
  if (!experiment) {
    content["summary"] = {{"status", "failed"}, {"message", experiment.error().message()}};
    return content;
  }
  experiment.value().advance({});
  content["summary"] = summarise(experiment.value());
  return content;
}

// Numbers and texts of a run as one flat row.
void flatten(const json& value, const std::string& name, std::map<std::string, json>& row) {
  if (value.is_object()) {
    for (const auto& [key, inner] : value.items())
      flatten(inner, name.empty() ? key : name + "." + key, row);
  } else if (!value.is_array()) {
    row[name] = value;
  }
}

std::string cell(const json& value) {
  if (value.is_null()) return "";
  if (!value.is_string()) return value.dump();
  std::string text = "\"";
  for (const char c : value.get<std::string>())
    text += c == '"' ? std::string("\"\"") : std::string(1, c);
  return text + "\"";
}

// Gathers the runs found below `folders` into one table: results.csv in `out`. Returns how many
// there are.
Result<std::size_t> write_results(const std::vector<std::string>& folders, const std::string& out) {
  std::map<std::size_t, std::map<std::string, json>> rows;
  std::set<std::string> settings, others;
  for (const std::string& folder : folders) {
    std::error_code failure;
    const fs::directory_iterator entries(fs::path(folder) / "runs", failure);
    if (failure) return Error{"FOLDER", folder, "a folder that reprise sweep has written"};
    for (const auto& entry : entries) {
      if (entry.path().extension() != ".json") continue;
      std::ifstream stream(entry.path());
      const json content = json::parse(stream, nullptr, false);
      const auto holds = [&](const char* name, bool (json::*is)() const noexcept) {
        return content.is_object() && content.contains(name) && (content[name].*is)();
      };
      if (!holds("run", &json::is_number_unsigned) || !holds("settings", &json::is_object) ||
          !holds("summary", &json::is_object)) {
        return Error{"FOLDER", entry.path().string(), "the file of one run"};
      }
      std::map<std::string, json> row;
      flatten(content["settings"], "", row);
      for (const auto& [name, value] : row) settings.insert(name);
      std::map<std::string, json> summary;
      flatten(content["summary"], "", summary);
      for (const auto& [name, value] : summary) others.insert(name);
      row.merge(summary);
      rows[content["run"].get<std::size_t>()] = std::move(row);
    }
  }
  std::string text = "run";
  std::vector<std::string> columns(settings.begin(), settings.end());
  columns.insert(columns.end(), others.begin(), others.end());
  for (const std::string& column : columns) text += "," + column;
  text += '\n';
  for (const auto& [run, row] : rows) {
    text += std::to_string(run);
    for (const std::string& column : columns) {
      const auto value = row.find(column);
      text += "," + (value == row.end() ? std::string() : cell(value->second));
    }
    text += '\n';
  }
  std::error_code failure;
  fs::create_directories(out, failure);
  if (!write_file((fs::path(out) / "results.csv").string(), text)) {
    return Error{"--out", out, "a folder that can be written to"};
  }
  return rows.size();
}

int sweep(const SweepOptions& options) {
  const auto plan = make_plan(options);
  if (!plan) return report(plan.error());
  const auto shard = parse_shard(options.shard);
  if (!shard) return report(shard.error());
  const auto images = load_images(plan.value().specs[0], options.source);
  if (!images) return report(images.error());
  std::error_code failure;
  fs::create_directories(fs::path(options.out) / "runs", failure);
  if (failure)
    return report(
        {"--out", options.out + " (" + failure.message() + ")", "a folder that can be made"});

  std::vector<std::size_t> todo;
  std::size_t mine = 0;
  for (std::size_t run = 0; run < plan.value().specs.size(); ++run) {
    if (!shard.value().holds(run)) continue;
    ++mine;
    const json identity = {{"spec", spec_to_json(plan.value().specs[run])}};
    if (!is_done(run_file(options.out, run).string(), identity)) todo.push_back(run);
  }

  std::atomic<bool> written{true};
  work_on_all_cores("sweep", todo.size(), options.jobs, [&](std::size_t i) {
    const json content = run_one(plan.value(), todo[i], images.value());
    if (!save_complete(run_file(options.out, todo[i]).string(), content.dump(1) + "\n"))
      written = false;
  });
  if (!written) {
    std::fprintf(stderr, "reprise: some runs could not be written to %s\n", options.out.c_str());
    return kRunFailed;
  }
  const auto rows = write_results({options.out}, options.out);
  if (!rows) return report(rows.error());
  std::printf("%zu runs of %zu in this shard: %zu new, %zu kept\n", mine, plan.value().specs.size(),
              todo.size(), mine - todo.size());
  return kSuccess;
}

int merge(const std::vector<std::string>& folders, const std::string& out) {
  const auto rows = write_results(folders, out);
  if (!rows) return report(rows.error());
  std::printf("%zu runs\n", rows.value());
  return kSuccess;
}

}  // namespace

void add_sweep_commands(CLI::App& app, int& status) {
  {
    CLI::App* command =
        app.add_subcommand("sweep", "Run a spec over every combination of settings, on all cores");
    auto options = std::make_shared<SweepOptions>();
    add_source_options(*command, options->source);
    command
        ->add_option(
            "--over", options->over,
            "PATH=FROM:TO:COUNT[:log], PATH=FROM:TO (whole numbers) or PATH=A,B,C; may be repeated")
        ->required()
        ->expected(1)
        ->take_all();
    command
        ->add_option("--out", options->out,
                     "Folder for the results; a second call goes on where the first stopped")
        ->required();
    command->add_option("--shard", options->shard,
                        "K/N: only every N-th run, beginning with the K-th");
    command->add_option("--jobs", options->jobs,
                        "Runs at a time (all cores), which share half of the machine's memory");
    command->callback([=, &status] { status = sweep(*options); });
  }
  {
    CLI::App* command =
        app.add_subcommand("merge", "Gather the runs of several folders into one results.csv");
    auto folders = std::make_shared<std::vector<std::string>>();
    auto out = std::make_shared<std::string>();
    command->add_option("FOLDER", *folders, "Folders that reprise sweep has written")->required();
    command->add_option("--out", *out, "Folder for results.csv")->required();
    command->callback([=, &status] { status = merge(*folders, *out); });
  }
}

}  // namespace reprise::cli
