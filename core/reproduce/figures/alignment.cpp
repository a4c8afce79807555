// Figure "alignment": whether networks that learn the same points apart from one another come to
// one geometry, and when, layer by layer.

#include <cmath>

#include "experiment/alignment.hpp"
#include "experiment/point_choice.hpp"
#include "reproduce/drawing/charts.hpp"
#include "reproduce/report/numbers.hpp"
#include "reproduce/report/tables.hpp"

namespace reprise::reproduce {
namespace {

using nlohmann::json;

constexpr int kLayers = 5, kMiddle = 2;
constexpr int kPoints = 40;
// A layer is aligned from the first record on after which CKA stays at or above this.
constexpr double kAligned = 0.95;
// A layer keeps the shape of the inputs where its CKA with them is above this.
constexpr double kKeepsInputs = 0.9;

struct Setting {
  const char* name;
  Activation activation;
  double gain, learning_rate;
  int first_seed;
};
// Networks of different settings have different seeds, or they would begin with the same weights.
constexpr Setting kSettings[] = {{"rich", Activation::kLeakyRelu, 0.7, 0.1, 1},
                                 {"lazy", Activation::kLeakyRelu, 3.0, 0.0002, 101},
                                 {"ReLU", Activation::kRelu, 0.8, 0.1, 201},
                                 {"ELU", Activation::kElu, 0.7, 0.1, 301},
                                 {"tanh", Activation::kTanh, 0.8, 0.1, 401}};
constexpr std::size_t kRich = 0, kLazy = 1, kFirstOther = 2;

// Pairs of seeds are neighbours, so there is one network more than pairs.
int networks_of(std::size_t setting, int seeds) {
  return setting == kRich || setting == kLazy ? seeds + 1 : seeds;
}

Spec spec_of(const Setting& setting, const Scale& scale) {
  PlaneTask task;
  task.noise = 0.05;
  Spec spec = default_spec(task);
  spec.network.width = 64;
  spec.network.hidden_layers = kLayers;
  spec.network.activation = setting.activation;
  spec.network.gain = setting.gain;
  spec.training.learning_rate = setting.learning_rate;
  spec.training.batch = 16;
  spec.training.epochs = scale.quick ? 100 : 400;
  spec.observe.layer = kMiddle;
  spec.observe.every = 10;
  return spec;
}

// Activations of the chosen points, layer after layer, to six decimals.
json layers_of(const Experiment& experiment) {
  json layers = json::array();
  const auto choice = choose_points(experiment, kPoints);
  if (!choice) return layers;
  const auto values = experiment.activations(choice.value().points);
  if (!values) return layers;
  for (const FloatMatrix& layer : values.value()) {
    layers.push_back(json::array());
    for (const float value : layer.reshaped<Eigen::RowMajor>())
      layers.back().push_back(std::round(1e6 * static_cast<double>(value)) / 1e6);
  }
  return layers;
}

// The same network, at its end after it learnt the targets of other points.
json with_shuffled_targets(const Spec& spec) {
  auto made = Experiment::create(spec);
  if (!made) return json::array();
  made.value().shuffle_targets();
  made.value().advance({});
  return layers_of(made.value());
}

std::vector<RunRequest> runs(const Scale& scale) {
  std::vector<RunRequest> requests;
  for (std::size_t s = 0; s < std::size(kSettings); ++s) {
    for (int k = 0; k < networks_of(s, scale.seeds); ++k) {
      RunRequest request;
      request.spec = spec_of(kSettings[s], scale);
      request.spec.seed = static_cast<std::uint64_t>(kSettings[s].first_seed + k);
      request.name = std::string("alignment-") + kSettings[s].name + "-seed-" +
                     std::to_string(request.spec.seed);
      request.watch_name = "activations of 40 points";
      request.watch = layers_of;
      if (s < kFirstOther) {
        request.look_name = "activations after shuffled targets";
        request.look = [](Experiment& experiment) {
          return with_shuffled_targets(experiment.spec());
        };
      }
      requests.push_back(std::move(request));
    }
  }
  return requests;
}

// A network's inputs and hidden layers, each ready to be compared.
using Layers = std::vector<Representation>;

Layers read_layers(const json& content) {
  Layers layers;
  for (const json& layer : content) {
    std::vector<float> values;
    for (const json& value : layer) values.push_back(value.is_number() ? value.get<float>() : NAN);
    auto made = Representation::of(
        {values.data(), kPoints, static_cast<Eigen::Index>(values.size()) / kPoints});
    if (!made) return {};
    layers.push_back(std::move(made).value());
  }
  return layers;
}

// What is drawn of a network: its layers at every record, and at the end of its shuffled twin.
struct Seen {
  std::vector<double> t;
  std::vector<Layers> at;
  Layers shuffled;
};

Seen read_run(const FinishedRun& run) {
  Seen seen;
  seen.t = run.records.column(Quantity::kTime);
  for (const json& record : run.watched) seen.at.push_back(read_layers(record));
  seen.shuffled = read_layers(run.look);
  return seen;
}

constexpr Alignment kUndefined = {NAN, NAN, NAN};

// Of hidden layers `i` and `j`; -1 for the inputs.
Alignment compare(const Layers& a, int i, const Layers& b, int j) {
  if (a.empty() || b.empty()) return kUndefined;
  return align(a[static_cast<std::size_t>(i + 1)], b[static_cast<std::size_t>(j + 1)]);
}

std::vector<double> cka_over_time(const Seen& a, const Seen& b, int layer) {
  std::vector<double> values;
  for (std::size_t k = 0; k < std::min(a.at.size(), b.at.size()); ++k)
    values.push_back(compare(a.at[k], layer, b.at[k], layer).cka);
  return values;
}

// When two layers have come together; the end of the run where they have not.
double epoch_of_alignment(const std::vector<double>& t, const std::vector<double>& cka) {
  std::size_t from = cka.size();
  while (from > 0 && cka[from - 1] >= kAligned) --from;
  return from < t.size() && from < cka.size() ? t[from] : t.back();
}

std::vector<double> medians(const std::vector<std::vector<double>>& curves) {
  std::vector<double> result;
  for (std::size_t k = 0; !curves.empty() && k < curves[0].size(); ++k) {
    std::vector<double> values;
    for (const auto& curve : curves) values.push_back(k < curve.size() ? curve[k] : NAN);
    result.push_back(median(values));
  }
  return result;
}

// What two seeds of one setting have in common, one value a pair of neighbours.
struct Regime {
  std::vector<double> start, end, shuffled, own_start, inputs, rsa, procrustes, loss;
  std::vector<std::vector<double>> curves[kLayers];  // CKA over time.
};

Regime regime_of(const std::vector<Seen>& networks, const FinishedRun* runs) {
  Regime found;
  for (std::size_t k = 0; k + 1 < networks.size(); ++k) {
    const Seen &a = networks[k], &b = networks[k + 1];
    const Layers &last_a = a.at.back(), &last_b = b.at.back();
    const Alignment end = compare(last_a, kMiddle, last_b, kMiddle);
    found.start.push_back(compare(a.at[0], kMiddle, b.at[0], kMiddle).cka);
    found.end.push_back(end.cka);
    found.rsa.push_back(end.rsa);
    found.procrustes.push_back(end.procrustes);
    found.shuffled.push_back((compare(last_a, kMiddle, b.shuffled, kMiddle).cka +
                              compare(a.shuffled, kMiddle, last_b, kMiddle).cka) /
                             2);
    found.own_start.push_back(compare(a.at[0], kMiddle, last_a, kMiddle).cka);
    found.inputs.push_back(compare(last_a, -1, last_a, kMiddle).cka);
    found.loss.push_back(runs[k].records.last(Quantity::kLoss));
    for (int layer = 0; layer < kLayers; ++layer)
      found.curves[layer].push_back(cka_over_time(a, b, layer));
  }
  return found;
}

Panel chart(const std::string& id, const std::string& group, const std::string& heading) {
  Panel panel;
  panel.id = id;
  panel.group = group;
  panel.heading = heading;
  panel.x_title = "time (epochs)";
  panel.y_title = "linear CKA of two networks";
  return panel;
}

Panel layers_panel(const std::string& group, const std::vector<double>& t, const Regime& regime) {
  Panel panel = chart("layers", group, "Every layer, median over pairs of seeds");
  const char* const colours[kLayers] = {"point-0", "point-1", "point-2", "point-3", "point-4"};
  for (int layer = 0; layer < kLayers; ++layer) {
    const std::string name = std::to_string(layer);
    panel.series.push_back(line("layer_" + name, name, "hidden layer " + name, Role::kMeasured,
                                colours[layer], t, medians(regime.curves[layer])));
  }
  return panel;
}

Panel middle_panel(const std::string& group, const std::vector<double>& t, const Regime& regime) {
  Panel panel = chart("middle", group, "The middle layer, with its baselines");
  panel.layer = kMiddle;
  for (std::size_t k = 0; k < regime.curves[kMiddle].size(); ++k) {
    Series one = line("pair_" + std::to_string(k + 1), "", "pair of seeds " + std::to_string(k + 1),
                      Role::kMeasured, "h", t, regime.curves[kMiddle][k]);
    panel.series.push_back(std::move(one));
  }
  const auto flat = [&](const char* id, const char* label, const char* name, double value) {
    panel.series.push_back(
        line(id, label, name, Role::kPaper, "ink-muted", {t.front(), t.back()}, {value, value}));
  };
  flat("shuffled", "shuffled", "with a network that learnt the targets of other points, at the end",
       median(regime.shuffled));
  flat("inputs", "inputs", "with the inputs, at the end", median(regime.inputs));
  return panel;
}

Outcome finish(const std::vector<FinishedRun>& all, const Statement&) {
  // Two settings have a network more than the others.
  const int seeds = static_cast<int>((all.size() - 2) / std::size(kSettings));
  std::vector<std::vector<Seen>> settings;
  std::vector<const FinishedRun*> firsts;
  for (std::size_t s = 0, at = 0; s < std::size(kSettings); ++s) {
    firsts.push_back(&all[at]);
    settings.emplace_back();
    for (int k = 0; k < networks_of(s, seeds); ++k) settings.back().push_back(read_run(all[at++]));
  }
  const std::vector<double>& t = settings[kRich][0].t;
  Outcome outcome;
  outcome.ours =
      markdown_head({"networks", "CKA at the start", "at the end", "shuffled targets",
                     "with its own start", "with the inputs", "RSA", "Procrustes", "final loss"});
  std::string table = "setting,pair,layer,epoch,cka\n";
  const auto add_rows = [&](const std::string& setting, std::size_t pair, int layer,
                            const std::vector<double>& cka) {
    for (std::size_t k = 0; k < cka.size(); ++k)
      table += csv_row(
          {setting, std::to_string(pair + 1), std::to_string(layer), exact(t[k]), exact(cka[k])});
  };

  Regime regimes[2];
  for (const std::size_t s : {kRich, kLazy}) {
    const std::string name = kSettings[s].name;
    const Regime& found = regimes[s] = regime_of(settings[s], firsts[s]);
    outcome.ours += markdown_row({name, with_spread(found.start), with_spread(found.end),
                                  with_spread(found.shuffled), with_spread(found.own_start),
                                  with_spread(found.inputs), with_spread(found.rsa),
                                  with_spread(found.procrustes), with_spread(found.loss)});
    const auto number = [&](const char* label, const std::vector<double>& values) {
      outcome.numbers.push_back({name + ": " + label, "", values});
    };
    number("CKA of two seeds at the start, middle layer", found.start);
    number("CKA of two seeds at the end, middle layer", found.end);
    number("CKA with a network trained on shuffled targets", found.shuffled);
    number("CKA with its own start", found.own_start);
    number("CKA with the inputs", found.inputs);
    number("RSA of two seeds at the end", found.rsa);
    number("Procrustes distance of two seeds at the end", found.procrustes);
    for (int layer = 0; layer < kLayers; ++layer) {
      for (std::size_t k = 0; k < found.curves[layer].size(); ++k)
        add_rows(name, k, layer, found.curves[layer][k]);
    }
    outcome.panels.push_back(middle_panel(name, t, found));
    outcome.panels.push_back(layers_panel(name, t, found));
    outcome.summary[name] = {{"start", median(found.start)},
                             {"end", median(found.end)},
                             {"shuffled", median(found.shuffled)},
                             {"own_start", median(found.own_start)},
                             {"inputs", median(found.inputs)}};
  }
  const Regime &rich = regimes[kRich], &lazy = regimes[kLazy];

  std::vector<double> epochs[kLayers];
  std::string when;
  for (int layer = 0; layer < kLayers; ++layer) {
    for (const auto& curve : rich.curves[layer])
      epochs[layer].push_back(epoch_of_alignment(t, curve));
    outcome.numbers.push_back(
        {"rich: epoch from which CKA stays at 0.95 or more, layer " + std::to_string(layer),
         "epochs", epochs[layer]});
    outcome.summary["aligned_from"].push_back(median(epochs[layer]));
    when += (layer > 0 ? ", " : "") + short_number(median(epochs[layer]));
  }

  const char* const colours[] = {"y", "w", "loss"};
  const char* const ids[] = {"relu", "elu", "tanh"};
  std::string others, elsewhere;
  Panel activations = chart("activations", "activations", "Other activations, middle layer");
  activations.layer = kMiddle;
  activations.y_title = "linear CKA with a leaky ReLU network";
  activations.series.push_back(line("seeds", "seeds", "two seeds of leaky ReLU, median",
                                    Role::kPaper, "ink-muted", t, medians(rich.curves[kMiddle])));
  for (std::size_t s = kFirstOther; s < std::size(kSettings); ++s) {
    const std::string name = kSettings[s].name;
    std::vector<std::vector<double>> curves;
    std::vector<double> end, inputs;
    for (std::size_t k = 0; k < settings[s].size(); ++k) {
      const Layers& last = settings[s][k].at.back();
      inputs.push_back(compare(last, -1, last, kMiddle).cka);
      curves.push_back(cka_over_time(settings[kRich][k], settings[s][k], kMiddle));
      end.push_back(curves.back().back());
      add_rows(name, k, kMiddle, curves.back());
    }
    outcome.numbers.push_back(
        {"leaky ReLU and " + name + ": CKA at the end, middle layer", "", end});
    outcome.numbers.push_back({name + ": CKA with the inputs", "", inputs});
    outcome.measures["activation_deficit"].emplace_back(name, median(rich.end) - median(end));
    outcome.summary["activations"][name] = median(end);
    if (median(inputs) > kKeepsInputs) elsewhere += (elsewhere.empty() ? "" : " and ") + name;
    activations.series.push_back(line(ids[s - kFirstOther], name,
                                      "leaky ReLU and " + name + ", median", Role::kMeasured,
                                      colours[s - kFirstOther], t, medians(curves)));
    others += (others.empty() ? "" : "; ") + name + " " + with_spread(end) + ", which are at " +
              with_spread(inputs) + " with the inputs";
  }
  outcome.panels.push_back(activations);

  outcome.measures["rich"] = {{"", median(rich.end)}};
  outcome.measures["rich_over_start"] = {{"", median(rich.end) - median(rich.start)}};
  outcome.measures["rich_over_shuffled"] = {{"", median(rich.end) - median(rich.shuffled)}};
  outcome.measures["lazy_own_start"] = {{"", median(lazy.own_start)}};
  outcome.measures["lazy_over_shuffled"] = {{"", median(lazy.end) - median(lazy.shuffled)}};
  outcome.measures["sooner_than_first"] = {{"", median(epochs[0]) - median(epochs[kMiddle])}};
  outcome.measures["sooner_than_last"] = {
      {"", median(epochs[kLayers - 1]) - median(epochs[kMiddle])}};
  outcome.verdict = "in the middle layer rich networks go from CKA " + with_spread(rich.start) +
                    " to " + with_spread(rich.end) + " (shuffled " + with_spread(rich.shuffled) +
                    "), lazy ones from " + with_spread(lazy.start) + " to " +
                    with_spread(lazy.end) + " (shuffled " + with_spread(lazy.shuffled) +
                    ") and stay at " + with_spread(lazy.own_start) +
                    " with their own start; leaky ReLU and " + others +
                    "; from layer to layer CKA stays at 0.95 or more from epochs " + when;
  outcome.note =
      "Networks of " + std::to_string(kLayers) +
      " hidden layers of 64 units learn clouds of XOR in the plane; " + std::to_string(kPoints) +
      " of the points they learn are compared. A layer that is never aligned counts with "
      "the last epoch.";
  if (median(epochs[0]) <= median(epochs[kMiddle])) {
    outcome.note +=
        " The first layer comes no later than the middle one: it is alike from the start, where "
        "the "
        "points still lie much as the inputs do, and all networks see the same inputs.";
  }
  if (!elsewhere.empty()) {
    outcome.note += " Networks of " + elsewhere +
                    " learn the task with a middle layer that keeps the shape of the inputs, which "
                    "those of leaky ReLU give up. Why was not tried.";
  }
  outcome.ours +=
      "\nOther activations with leaky ReLU, at the end: " + others +
      ". Epochs from which CKA stays at 0.95 or more, rich, layer by layer (median): " + when +
      ". " + outcome.note + "\n";
  outcome.tables = {{"cka.csv", table}};
  return outcome;
}

}  // namespace

const Figure kAlignment = {"alignment", runs, finish};

}  // namespace reprise::reproduce
