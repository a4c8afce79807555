#include "experiment/presets.hpp"
#include "experiment/setup.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <tuple>

#include "experiment/experiment.hpp"

namespace reprise {
namespace {

struct Row {
  const char* name;
  Activation activation;
  double gain, learning_rate;
  int width, hidden_layers, epochs, layer;
  NetworkKind kind = NetworkKind::kMlp;
  double dropout = 0;
  Optimizer optimizer = Optimizer::kSgd;
  double input_dropout = 0;
  int skip_length = 1;
  Padding padding = Padding::kSame;
};

// The table of the paper's settings, written out a second time so that a slip in presets.json
// shows.
constexpr Activation kLeaky = Activation::kLeakyRelu;
constexpr Row kTwoPoints[] = {
    {"default", kLeaky, 1.0, 0.01, 500, 20, 3000, 10},
    {"shallow", kLeaky, 0.35, 0.02, 500, 2, 3000, 1},
    {"narrow", kLeaky, 1.05, 0.01, 50, 20, 3000, 10},
    {"linear", Activation::kLinear, 0.85, 0.0025, 500, 20, 3000, 10},
    {"elu", Activation::kElu, 0.95, 0.0009, 500, 20, 3000, 10},
    {"tanh", Activation::kTanh, 0.85, 0.0025, 500, 20, 3000, 10},
    {"relu", Activation::kRelu, 1.0, 0.01, 500, 20, 3000, 10},
    {"swish", Activation::kSilu, 1.7, 0.005, 500, 20, 3000, 10},
    {"gain-0.9", kLeaky, 0.9, 0.03, 500, 20, 3000, 10},
    {"gain-1.1", kLeaky, 1.1, 0.005, 500, 20, 3000, 10},
    {"gain-1.2", kLeaky, 1.2, 0.0025, 500, 20, 3000, 10},
    {"gain-1.3", kLeaky, 1.3, 0.0015, 500, 20, 3000, 10},
    {"gain-1.4", kLeaky, 1.4, 0.0005, 500, 20, 3000, 10},
    {"gain-1.6", kLeaky, 1.6, 3e-6, 500, 20, 3000, 10},
    {"two-layer", Activation::kLinear, 0.1, 0.01, 500, 1, 3000, 0},
    {"skip", kLeaky, 0.1, 0.02, 500, 20, 3000, 10, NetworkKind::kResidual, 0, Optimizer::kSgd, 0,
     2},
    // The paper's table counts nine of its eleven convolutions, and its index 5 is the fifth of
    // them.
    {"cnn", kLeaky, 0.95, 0.004, 500, 12, 3000, 5, NetworkKind::kConvolutional, 0, Optimizer::kSgd,
     0, 1, Padding::kValid},
    // The paper's index 5 counts the dropout before each of three hidden layers.
    {"dropout", kLeaky, 1.0, 0.01, 500, 10, 3000, 2, NetworkKind::kMlp, 0.1, Optimizer::kSgd, 0.1},
    {"adam", kLeaky, 1.0, 1e-6, 500, 20, 3000, 10, NetworkKind::kMlp, 0, Optimizer::kAdam},
    // Settings of our own beside them.
    {"skip-one-back", kLeaky, 0.1, 0.02, 500, 20, 3000, 10, NetworkKind::kResidual},
    {"cnn-padded", kLeaky, 0.95, 0.004, 500, 10, 3000, 5, NetworkKind::kConvolutional},
    {"dropout-hidden", kLeaky, 1.0, 0.01, 500, 10, 3000, 5, NetworkKind::kMlp, 0.1},
};
constexpr Row kXor[] = {
    {"rich", Activation::kRelu, 0.85, 0.015, 500, 20, 3000, 10},
    {"intermediate", Activation::kRelu, 1.25, 0.002, 500, 20, 1000, 10},
    {"lazy", Activation::kRelu, 2.0, 3e-9, 500, 20, 1000, 10},
    {"shallow", Activation::kRelu, 0.0015, 0.03, 500, 1, 2000, 0},
    {"rich-leaky", kLeaky, 0.85, 0.015, 500, 20, 3000, 10},
    {"intermediate-leaky", kLeaky, 1.25, 0.002, 500, 20, 1000, 10},
    {"lazy-leaky", kLeaky, 2.0, 3e-9, 500, 20, 1000, 10},
    {"shallow-leaky", kLeaky, 0.0015, 0.03, 500, 1, 2000, 0},
};

std::vector<Preset> all() {
  const Result<std::vector<Preset>> loaded = presets();
  EXPECT_TRUE(loaded.ok()) << loaded.error().message();
  return loaded.ok() ? loaded.value() : std::vector<Preset>{};
}

void expect_row(const Row& row, const std::string& family, const Task& task, Loss loss) {
  SCOPED_TRACE(family + row.name);
  const Result<Spec> found = find_preset(family + row.name);
  ASSERT_TRUE(found.ok()) << found.error().message();
  const Spec& spec = found.value();
  EXPECT_EQ(spec.task, task);
  EXPECT_EQ(spec.network.kind, row.kind);
  EXPECT_EQ(spec.network.activation, row.activation);
  EXPECT_EQ(spec.network.gain, row.gain);
  EXPECT_EQ(spec.network.dropout, row.dropout);
  EXPECT_EQ(spec.network.input_dropout, row.input_dropout);
  EXPECT_EQ(spec.network.skip_length, row.skip_length);
  EXPECT_EQ(spec.network.padding, row.padding);
  EXPECT_EQ(spec.training.optimizer, row.optimizer);
  EXPECT_EQ(spec.network.width, row.width);
  EXPECT_EQ(spec.network.hidden_layers, row.hidden_layers);
  EXPECT_EQ(spec.training.learning_rate, row.learning_rate);
  EXPECT_EQ(spec.training.epochs, row.epochs);
  EXPECT_EQ(spec.training.batch, std::nullopt);
  EXPECT_EQ(spec.training.loss, loss);
  EXPECT_EQ(spec.observe.layer, row.layer);
}

TEST(Presets, TwoPointsHaveThePapersSettings) {
  for (const Row& row : kTwoPoints) {
    expect_row(row, "two-points/", TwoPointsTask{1.0, 0.5}, Loss::kHalfMse);
  }
}

TEST(Presets, ConvolutionsHaveThePapersChannelsAndKernel) {
  const Spec spec = find_preset("two-points/cnn").value();
  EXPECT_EQ(spec.network.channels, 20);
  EXPECT_EQ(spec.network.kernel, 11);
  const Experiment experiment = Experiment::create(spec).value();
  EXPECT_EQ(experiment.hidden_width(1), 490 * 20);
  EXPECT_EQ(experiment.hidden_width(spec.observe.layer), 450 * 20);
  EXPECT_EQ(experiment.hidden_width(11), 390);
}

TEST(Presets, XorHasThePapersSettings) {
  for (const Row& row : kXor) expect_row(row, "xor/", XorTask{}, Loss::kMse);
}

TEST(Presets, FeatureCollapseHasThePapersSettings) {
  const std::tuple<const char*, double, double, int, Activation> rows[] = {
      {"feature-collapse/lazy", 2.0, 0.0015, 750, kLeaky},
      {"feature-collapse/intermediate", 0.5, 0.015, 1500, kLeaky},
      {"feature-collapse/rich", 0.275, 0.05, 2000, kLeaky},
      {"feature-collapse/lazy-tanh", 2.0, 0.0015, 750, Activation::kTanh},
      {"feature-collapse/intermediate-tanh", 0.5, 0.015, 1500, Activation::kTanh},
      {"feature-collapse/rich-tanh", 0.275, 0.05, 2000, Activation::kTanh}};
  for (const auto& [name, gain, learning_rate, epochs, activation] : rows) {
    const Spec spec = find_preset(name).value();
    EXPECT_EQ(training_points(spec.task), 1800);
    EXPECT_EQ(spec.network.width, 100);
    EXPECT_EQ(spec.network.hidden_layers, 4);
    EXPECT_EQ(spec.network.activation, activation);
    EXPECT_EQ(spec.network.gain, gain);
    EXPECT_EQ(spec.training.learning_rate, learning_rate);
    EXPECT_EQ(spec.training.epochs, epochs);
    EXPECT_EQ(spec.training.batch, 64);
    EXPECT_EQ(spec.training.loss, Loss::kHalfMse);
    EXPECT_EQ(spec.observe.layer, 2);
  }
}

TEST(Presets, DigitsHaveThePapersNetwork) {
  const Spec spec = find_preset("digits/paper").value();
  EXPECT_EQ(std::get<ImagesTask>(spec.task).classes,
            (std::vector<int>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
  EXPECT_EQ(spec.network.width, 200);
  EXPECT_EQ(spec.network.hidden_layers, 4);
  EXPECT_EQ(spec.network.gain, 0.5);
  EXPECT_EQ(spec.network.activation, kLeaky);
  EXPECT_EQ(spec.training.batch, 64);
  EXPECT_EQ(spec.training.learning_rate, 0.024) << "the paper's 0.003, and an eighth of its steps";
  EXPECT_EQ(find_preset("digits/small-steps").value().training.learning_rate, 0.003);
  EXPECT_EQ(spec.training.epochs, 200);
  EXPECT_EQ(spec.training.loss, Loss::kHalfMse);
  EXPECT_EQ(spec.observe.layer, 2);
  EXPECT_EQ(build_network(spec.network, {784, 10}).parameter_count(), 279'610u);
}

TEST(Presets, AreCompleteAndMakeAFewHundredRecords) {
  std::set<std::string> names, titles;
  std::map<std::string, int> families;
  for (const Preset& preset : all()) {
    SCOPED_TRACE(preset.name);
    EXPECT_TRUE(names.insert(preset.name).second);
    EXPECT_TRUE(titles.insert(preset.title).second);
    ++families[preset.name.substr(0, preset.name.find('/'))];
    EXPECT_LE(preset.title.size(), 50u);
    EXPECT_LE(preset.summary.size(), 260u);
    EXPECT_EQ(preset.summary.back(), '.');
    EXPECT_FALSE(preset.source.empty());
    EXPECT_GE(record_limit(preset.spec), 60);
    EXPECT_LE(record_limit(preset.spec), 400);
  }
  EXPECT_EQ(families["two-points"], 23);
  EXPECT_EQ(families["fashion"], 2);
  EXPECT_EQ(families["cifar"], 2);
  EXPECT_EQ(families["feature-collapse"], 6);
  EXPECT_EQ(families["xor"], 8);
  EXPECT_GE(families["digits"], 3);
  EXPECT_EQ(families["plane"], 10);
  EXPECT_EQ(families["networks"], 6);
  EXPECT_EQ(families.size(), 8u);
}

// A link that was written before a preset took another's name means that other one.
TEST(Presets, NamesThatWereTakenOverLeadToOnePresetEach) {
  std::set<std::string> names, taken;
  for (const Preset& preset : all()) names.insert(preset.name);
  for (const Preset& preset : all()) {
    if (preset.formerly.empty()) continue;
    EXPECT_TRUE(names.contains(preset.formerly)) << preset.name;
    EXPECT_TRUE(taken.insert(preset.formerly).second) << preset.formerly;
    EXPECT_NE(find_preset(preset.formerly).value(), preset.spec) << preset.formerly;
  }
  EXPECT_EQ(taken.size(), 11u);
}

TEST(Presets, WrittenInFullReadBackTheSame) {
  const std::vector<Preset> before = all();
  const Result<std::vector<Preset>> after = parse_presets(write_presets(before));
  ASSERT_TRUE(after.ok()) << after.error().message();
  ASSERT_EQ(before.size(), after.value().size());
  for (std::size_t i = 0; i < before.size(); ++i) {
    EXPECT_EQ(before[i].name, after.value()[i].name);
    EXPECT_EQ(before[i].title, after.value()[i].title);
    EXPECT_EQ(before[i].summary, after.value()[i].summary);
    EXPECT_EQ(before[i].source, after.value()[i].source);
    EXPECT_EQ(before[i].formerly, after.value()[i].formerly);
    EXPECT_EQ(before[i].spec, after.value()[i].spec);
  }
}

TEST(Presets, TextIsTheFile) {
  std::ifstream file(std::string(REPRISE_SOURCE_DIR) + "/core/experiment/presets.json",
                     std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  EXPECT_TRUE(text == presets_text()) << "presets.json changed since core was built";
}

TEST(Presets, UnknownNameListsTheClosest) {
  const Error misspelt = find_preset("two-points/defalt").error();
  EXPECT_EQ(misspelt.field, "preset");
  EXPECT_EQ(misspelt.value, "\"two-points/defalt\"");
  EXPECT_NE(misspelt.allowed.find("two-points/default"), std::string::npos);
  EXPECT_NE(find_preset("lazy").error().allowed.find("xor/lazy"), std::string::npos);
  const Error unlike = find_preset("?").error();
  EXPECT_NE(unlike.allowed.find("digits/paper"), std::string::npos) << "all of them";
}

TEST(PresetFile, ErrorsNameTheEntryAndField) {
  const auto field = [](const char* text) {
    const auto result = parse_presets(text);
    return result.ok() ? std::string("accepted") : result.error().field;
  };
  EXPECT_EQ(field("[]"), "");
  EXPECT_EQ(field("{}"), "presets");
  EXPECT_EQ(field(R"({"presets": {}})"), "presets");
  EXPECT_EQ(field(R"({"presets": [3]})"), "presets[0]");
  EXPECT_EQ(field(R"({"presets": [{"name": "a"}]})"), "presets[0].title");
  const std::string good =
      R"({"name": "a", "title": "A", "summary": "S.", "source": "ours", "spec": {"task": {"kind": "xor"}}})";
  EXPECT_EQ(field(("{\"presets\": [" + good + "]}").c_str()), "accepted");
  EXPECT_EQ(field(("{\"presets\": [" + good + "," + good + "]}").c_str()), "presets[1].name");
  EXPECT_EQ(field(R"({"presets": [{"name": "a", "title": "A", "summary": "S.", "source": "ours",
                      "spec": {"task": {"kind": "xor"}, "seed": -1}}]})"),
            "presets[0].spec.seed");
}

}  // namespace
}  // namespace reprise
