// align: trains networks on the same points and measures, record by record, how alike their layers
// are.

#include <array>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "cli/commands.hpp"
#include "cli/runs.hpp"
#include "experiment/alignment.hpp"
#include "experiment/point_choice.hpp"
#include "experiment/spec_json.hpp"
#include "host/files.hpp"
#include "host/memory.hpp"
#include "host/pool.hpp"
#include "host/progress.hpp"

namespace reprise::cli {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t kMostNetworks = 100;

struct AlignOptions {
  std::vector<std::string> specs;
  RunSource pictures;
  std::string out;
  int seeds = 1, points = 0;
  unsigned jobs = 0;
};

// The three measures, in the order of the files' columns.
using Measures = std::array<double, 3>;
constexpr const char* kNames[] = {"cka", "rsa", "procrustes"};
constexpr Measures kUndefined = {kNan, kNan, kNan};

// A run, and what its inputs (first) and hidden layers look like now; nothing where it has
// diverged.
struct Learner {
  explicit Learner(Experiment made) : experiment(std::move(made)) {}
  Experiment experiment;
  std::vector<Representation> start, now;

  void look(const std::vector<int>& points) {
    now.clear();
    auto found = representations(experiment, points);
    if (found) now = std::move(found).value();
    if (start.empty()) start = now;
  }
};

// A network, and its twin that learns the targets of other points.
struct Network {
  std::string given;
  Learner own, shuffled;
  int layers() const { return own.experiment.spec().network.hidden_layers; }
};

Measures measures(const Alignment& found) { return {found.cka, found.rsa, found.procrustes}; }

Measures compare(const std::vector<Representation>& a, int i, const std::vector<Representation>& b,
                 int j) {
  if (a.empty() || b.empty()) return kUndefined;
  return measures(align(a[static_cast<std::size_t>(i)], b[static_cast<std::size_t>(j)]));
}

Measures compare_shuffled(const Network& a, int i, const Network& b, int j) {
  const auto layer = [](const Learner& learner, int number) {
    return learner.now.empty() ? nullptr : &learner.now[static_cast<std::size_t>(number)];
  };
  return measures(
      align_shuffled(layer(a.own, i), layer(a.shuffled, i), layer(b.own, j), layer(b.shuffled, j)));
}

// What is measured of two layers, each of a network of its own, at one moment.
struct Compared {
  Measures value, shuffled, inputs_a, inputs_b;
};

struct Pair {
  std::size_t a, b;
  std::vector<Compared> first, now;  // Layers of a, and within each those of b.
};

void compare_pair(const std::vector<Network>& networks, Pair& pair) {
  const Network &a = networks[pair.a], &b = networks[pair.b];
  pair.now.clear();
  for (int i = 1; i <= a.layers(); ++i) {
    for (int j = 1; j <= b.layers(); ++j) {
      Compared found;
      found.value = compare(a.own.now, i, b.own.now, j);
      found.shuffled = compare_shuffled(a, i, b, j);
      found.inputs_a = compare(a.own.now, 0, a.own.now, i);
      found.inputs_b = compare(b.own.now, 0, b.own.now, j);
      pair.now.push_back(found);
    }
  }
  if (pair.first.empty()) pair.first = pair.now;
}

Table pairs_table() {
  Table table{{"t", "a", "b", "layer_a", "layer_b"}, {}};
  for (const std::string name : kNames) {
    for (const char* of : {"", "_initial", "_shuffled", "_inputs_a", "_inputs_b"})
      table.columns.push_back(name + of);
  }
  return table;
}

void add_rows(const Pair& pair, int layers_of_b, double t, Table& table) {
  for (std::size_t k = 0; k < pair.now.size(); ++k) {
    const auto width = static_cast<std::size_t>(layers_of_b);
    for (const std::size_t place : {pair.a + 1, pair.b + 1, k / width, k % width}) {
      if (table.values.size() % table.columns.size() == 0) table.values.push_back(t);
      table.values.push_back(static_cast<double>(place));
    }
    const Compared& now = pair.now[k];
    for (std::size_t m = 0; m < now.value.size(); ++m) {
      for (const double value : {now.value[m], pair.first[k].value[m], now.shuffled[m],
                                 now.inputs_a[m], now.inputs_b[m]})
        table.values.push_back(value);
    }
  }
}

Table networks_table() {
  Table table{{"t", "network", "layer", "loss"}, {}};
  for (const std::string name : kNames) {
    for (const char* with : {"_start", "_inputs"}) table.columns.push_back(name + with);
  }
  return table;
}

void add_rows(const Network& network, std::size_t number, double t, Table& table) {
  const Experiment& run = network.own.experiment;
  const double loss = run.record_count() > 0 ? run.records(run.record_count() - 1)(0, 1) : kNan;
  for (int layer = 1; layer <= network.layers(); ++layer) {
    table.values.insert(table.values.end(),
                        {t, static_cast<double>(number), static_cast<double>(layer - 1), loss});
    const Measures start = compare(network.own.start, layer, network.own.now, layer);
    const Measures inputs = compare(network.own.now, 0, network.own.now, layer);
    for (std::size_t m = 0; m < start.size(); ++m)
      table.values.insert(table.values.end(), {start[m], inputs[m]});
  }
}

// A matrix, layers of a by layers of b.
json matrix(const std::vector<Compared>& cells, int layers_of_b, Measures Compared::*of,
            std::size_t measure) {
  json rows = json::array();
  for (std::size_t k = 0; k < cells.size(); ++k) {
    if (k % static_cast<std::size_t>(layers_of_b) == 0) rows.push_back(json::array());
    const double value = (cells[k].*of)[measure];
    rows.back().push_back(std::isnan(value) ? json() : json(value));
  }
  return rows;
}

json summary(const std::vector<Network>& networks, const std::vector<Pair>& pairs,
             const PointChoice& choice) {
  json content = {{"points", choice.points}, {"labels", choice.labels}};
  for (std::size_t k = 0; k < networks.size(); ++k) {
    const Experiment& run = networks[k].own.experiment;
    content["networks"].push_back({{"network", k + 1},
                                   {"given", networks[k].given},
                                   {"status", run_state_name(run.state())},
                                   {"epochs", run.epoch()},
                                   {"spec", spec_to_json(run.spec())}});
  }
  for (const Pair& pair : pairs) {
    json cells = {{"a", pair.a + 1}, {"b", pair.b + 1}};
    const int width = networks[pair.b].layers();
    for (std::size_t m = 0; m < std::size(kNames); ++m) {
      cells[kNames[m]] = {{"initial", matrix(pair.first, width, &Compared::value, m)},
                          {"final", matrix(pair.now, width, &Compared::value, m)},
                          {"shuffled", matrix(pair.now, width, &Compared::shuffled, m)}};
    }
    content["pairs"].push_back(cells);
  }
  return content;
}

// The networks that are asked for, with every seed; all are known to be comparable.
Result<std::vector<Network>> make_networks(const AlignOptions& options) {
  std::vector<std::pair<std::string, Spec>> wanted;
  for (const std::string& given : options.specs) {
    auto spec = load_spec(given);
    if (!spec) return spec.error();
    if (!wanted.empty()) {
      if (auto error = check_comparable(wanted[0].second, spec.value())) {
        error->field = "SPEC " + given + ": " + error->field;
        return *error;
      }
    }
    for (int k = 0; k < options.seeds; ++k) {
      wanted.emplace_back(given, spec.value());
      wanted.back().second.seed += static_cast<std::uint64_t>(k);
    }
  }
  if (wanted.size() < 2 || wanted.size() > kMostNetworks) {
    return Error{
        "SPEC", std::to_string(wanted.size()) + " network(s)",
        "2 to " + std::to_string(kMostNetworks) + " networks: several specs, or --seeds above 1"};
  }
  const Spec& first = wanted[0].second;
  if (training_points(first.task) < 3) {
    return Error{"task.kind", task_kind(first.task),
                 "a task of 3 points or more: two points have the same shape wherever they lie"};
  }
  const auto images = load_images(first, options.pictures);
  if (!images) return images.error();
  std::vector<Network> networks;
  for (const auto& [given, spec] : wanted) {
    const std::uint64_t limit = memory_limit(static_cast<unsigned>(2 * wanted.size()));
    auto own = Experiment::create(spec, images.value(), limit);
    if (!own) return own.error();
    auto shuffled = Experiment::create(spec, images.value(), limit);
    if (!shuffled) return shuffled.error();
    shuffled.value().shuffle_targets();
    networks.push_back(
        {given, Learner(std::move(own).value()), Learner(std::move(shuffled).value())});
  }
  return networks;
}

int run_align(const AlignOptions& options) {
  auto made = make_networks(options);
  if (!made) return report(made.error());
  std::vector<Network>& networks = made.value();
  const auto choice =
      choose_points(networks[0].own.experiment,
                    options.points > 0 ? std::optional(options.points) : std::nullopt);
  if (!choice) return report(choice.error());
  std::error_code failure;
  fs::create_directories(options.out, failure);
  if (failure)
    return report(
        {"--out", options.out + " (" + failure.message() + ")", "a folder that can be made"});

  std::vector<Pair> pairs;
  for (std::size_t a = 0; a < networks.size(); ++a) {
    for (std::size_t b = a + 1; b < networks.size(); ++b) pairs.push_back({a, b, {}, {}});
  }
  Table by_pair = pairs_table(), by_network = networks_table();
  const Spec& first = networks[0].own.experiment.spec();
  ProgressBar bar("alignment");
  for (int epoch = 0;; epoch = std::min(epoch + first.observe.every, first.training.epochs)) {
    // Own runs and their twins by turns.
    on_all_cores(2 * networks.size(), options.jobs, [&](std::size_t i) {
      Learner& learner = i % 2 == 0 ? networks[i / 2].own : networks[i / 2].shuffled;
      const std::int64_t steps = learner.experiment.steps_per_epoch() * epoch;
      if (steps > learner.experiment.step())
        learner.experiment.advance({steps - learner.experiment.step(), 0});
      learner.look(choice.value().points);
    });
    on_all_cores(pairs.size(), options.jobs,
                 [&](std::size_t i) { compare_pair(networks, pairs[i]); });
    for (const Pair& pair : pairs) add_rows(pair, networks[pair.b].layers(), epoch, by_pair);
    for (std::size_t k = 0; k < networks.size(); ++k)
      add_rows(networks[k], k + 1, epoch, by_network);
    bar.show(epoch, first.training.epochs, "");
    if (epoch == first.training.epochs) break;
  }

  const std::pair<const char*, std::string> files[] = {
      {"alignment.csv", to_csv(by_pair)},
      {"networks.csv", to_csv(by_network)},
      {"alignment.json", summary(networks, pairs, choice.value()).dump(1) + "\n"}};
  for (const auto& [name, content] : files) {
    const std::string file = (fs::path(options.out) / name).string();
    if (write_file(file, content)) continue;
    std::fprintf(stderr, "reprise: %s could not be written\n", file.c_str());
    return kRunFailed;
  }
  int status = kSuccess;
  for (std::size_t k = 0; k < networks.size(); ++k) {
    for (const auto& [learner, what] :
         {std::pair{&networks[k].own, ""}, {&networks[k].shuffled, ", with shuffled targets"}}) {
      if (learner->experiment.state() != RunState::kDiverged) continue;
      std::fprintf(stderr, "reprise: network %zu (%s, seed %llu)%s: %s\n", k + 1,
                   networks[k].given.c_str(),
                   static_cast<unsigned long long>(learner->experiment.spec().seed), what,
                   learner->experiment.message().c_str());
      status = kRunFailed;
    }
  }
  return status;
}

}  // namespace

void add_align_command(CLI::App& app, int& status) {
  CLI::App* command = app.add_subcommand(
      "align",
      "Train networks on the same points and measure how alike their layers are, record by record");
  auto options = std::make_shared<AlignOptions>();
  command->add_option("SPEC", options->specs, "Presets' names, or JSON files with specs")
      ->required();
  add_picture_options(*command, options->pictures);
  command
      ->add_option("--out", options->out,
                   "Folder for alignment.csv, networks.csv and alignment.json; made if missing")
      ->required();
  command
      ->add_option("--seeds", options->seeds,
                   "Networks of each spec, at its seed and those that follow (1)")
      ->check(CLI::Range(1, 100));
  command->add_option("--points", options->points, "Training points that are compared (100)")
      ->check(CLI::Range(3, 200));
  command->add_option("--jobs", options->jobs, "Networks at a time (all cores)");
  command->callback([=, &status] { status = run_align(*options); });
}

}  // namespace reprise::cli
