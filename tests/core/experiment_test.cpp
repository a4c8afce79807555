// Runs as a whole: what is recorded, that slicing does not matter, that trouble is reported, and
// that the numbers are the same on every machine.

#include "experiment/experiment.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>

#include "data/points.hpp"
#include "experiment/setup.hpp"
#include "network/architectures.hpp"
#include "numerics/random.hpp"
#include "observe/collapse.hpp"
#include "reference_network.hpp"

namespace reprise {
namespace {

Spec small_two_points() {
  Spec spec;
  spec.network = {NetworkKind::kMlp, 30, 4, Activation::kTanh, 1.1};
  spec.training.learning_rate = 0.05;
  spec.training.epochs = 200;
  spec.observe = {2, 20, {0, 1}};
  spec.seed = 3;
  return spec;
}

// The same task for each further kind of network and of training, by name.
std::vector<std::pair<std::string, Spec>> variants() {
  Spec residual = small_two_points(), convolutional = residual, dropout = residual, adam = residual;
  residual.network.kind = NetworkKind::kResidual;
  residual.network.gain = 0.3;
  convolutional.network.kind = NetworkKind::kConvolutional;
  convolutional.network.channels = 5;
  convolutional.network.kernel = 3;
  dropout.network.dropout = 0.1;
  adam.training.optimizer = Optimizer::kAdam;
  adam.training.learning_rate = 0.001;
  Spec longer_skip = residual, unpadded = convolutional, input_dropout = dropout;
  longer_skip.network.skip_length = 2;
  longer_skip.training.epochs = 600;
  unpadded.network.padding = Padding::kValid;
  input_dropout.network.input_dropout = 0.02;
  Spec decoder_gain = small_two_points(), centred = decoder_gain;
  decoder_gain.network.decoder_gain = 0.8;
  std::get<TwoPointsTask>(centred.task).targets = Targets::kCentred;
  Spec attention = small_two_points();
  attention.network = {NetworkKind::kAttention, 24, 2, Activation::kTanh, 0.1};
  attention.network.tokens = 3;
  attention.network.heads = 2;
  attention.observe.layer = 1;
  attention.training.learning_rate = 0.01;
  attention.training.epochs = 600;
  return {{"residual", residual},
          {"convolutional", convolutional},
          {"dropout", dropout},
          {"adam", adam},
          {"attention", attention},
          {"skip of two layers", longer_skip},
          {"unpadded convolutions", unpadded},
          {"dropout of inputs", input_dropout},
          {"decoder gain", decoder_gain},
          {"centred targets", centred}};
}

std::size_t column(const Experiment& experiment, const std::string& name) {
  const auto names = column_names(experiment.columns());
  const auto place = std::find(names.begin(), names.end(), name);
  EXPECT_NE(place, names.end()) << name;
  return static_cast<std::size_t>(place - names.begin());
}

double value(const Experiment& experiment, std::size_t record, const std::string& name) {
  return experiment.records(record)(0, column(experiment, name));
}

std::vector<double> all_records(const Experiment& experiment) {
  const MatrixMap records = experiment.records();
  return {records.data(), records.data() + records.size()};
}

// A made-up picture set: class c has its bright pixels in row 3 + 2 c, with noise.
ImageSet striped_images(int count, int classes) {
  ImageSet set;
  set.count = count;
  set.height = set.width = 28;
  set.channels = 1;
  RandomStream random(1, RandomPurpose::kNoise);
  for (int i = 0; i < count; ++i) {
    const int label = i % classes;
    set.labels.push_back(static_cast<std::uint8_t>(label));
    for (int row = 0; row < 28; ++row) {
      for (int x = 0; x < 28; ++x) {
        const double bright = row == 3 + 2 * label ? 200 : 0;
        set.pixels.push_back(static_cast<std::uint8_t>(bright + 50 * random.uniform()));
      }
    }
  }
  return set;
}

Spec small_images() {
  Spec spec = default_spec(ImagesTask{"custom", {0, 1, 2}, 90, 30});
  spec.network.width = 20;
  spec.training.learning_rate = 0.05;
  spec.training.batch = 16;
  spec.training.epochs = 30;
  spec.observe.every = 5;
  spec.observe.points = {0, 1};
  return spec;
}

TEST(Experiment, RecordsTheStartEveryIntervalAndTheEnd) {
  Spec spec = small_two_points();
  spec.training.epochs = 45;
  auto experiment = Experiment::create(spec).value();
  EXPECT_EQ(experiment.record_count(), 1u);
  EXPECT_EQ(experiment.advance({}), RunState::kFinished);
  ASSERT_EQ(experiment.record_count(), 4u);
  const double expected[] = {0, 20, 40, 45};
  for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ(value(experiment, i, "t"), expected[i]);
  EXPECT_EQ(experiment.columns().size(), static_cast<std::size_t>(record_width(spec)));
  EXPECT_EQ(experiment.advance({}), RunState::kFinished);
  EXPECT_EQ(experiment.record_count(), 4u) << "a finished run stays as it is";
}

TEST(Experiment, SlicesDoNotChangeTheNumbers) {
  auto whole = Experiment::create(small_two_points()).value();
  whole.advance({});
  auto sliced = Experiment::create(small_two_points()).value();
  while (sliced.advance({7, 0}) == RunState::kRunning) {
  }
  EXPECT_EQ(all_records(sliced), all_records(whole));
  auto timed = Experiment::create(small_two_points()).value();
  while (timed.advance({0, 0.01}) == RunState::kRunning) {
  }
  EXPECT_EQ(all_records(timed), all_records(whole));
  whole.reset();
  EXPECT_EQ(whole.record_count(), 1u);
  EXPECT_EQ(whole.epoch(), 0);
  whole.advance({});
  EXPECT_EQ(all_records(timed), all_records(whole)) << "reset keeps the seed";
}

TEST(Experiment, MeasuresWhatTheDefinitionsSay) {
  const Spec spec = small_two_points();
  auto experiment = Experiment::create(spec).value();
  experiment.advance({40, 0});
  const std::size_t last = experiment.record_count() - 1;
  ASSERT_EQ(value(experiment, last, "t"), 40);
  for (int layer = 0; layer < spec.network.hidden_layers; ++layer) {
    const auto hidden = experiment.hidden(layer);
    double h = 0;
    for (int i = 0; i < spec.network.width; ++i) {
      const double d = static_cast<double>(hidden(1, i)) - static_cast<double>(hidden(0, i));
      h += d * d;
    }
    EXPECT_NEAR(value(experiment, last, "h_0_1_layer_" + std::to_string(layer)), h, 1e-12);
  }
  // In one output dimension w = y - dy dy*, so |y - w| is exactly |dy| |dy*|.
  const double y = value(experiment, last, "y_0_1"), w = value(experiment, last, "w_0_1");
  EXPECT_NEAR(std::abs(y - w), std::sqrt(y * 0.5), 1e-7);
}

TEST(Experiment, LossOfTwoPointsIsItsMeanPartAndItsDifferencePart) {
  for (const Loss loss : {Loss::kHalfMse, Loss::kMse}) {
    Spec spec = small_two_points();
    spec.training.loss = loss;
    auto experiment = Experiment::create(spec).value();
    experiment.advance({});
    for (std::size_t i = 0; i < experiment.record_count(); ++i) {
      const double half_mse =
          0.5 * value(experiment, i, "mean_0_1") +
          0.25 * (value(experiment, i, "w_0_1") + 0.5 * (0.5 - value(experiment, i, "y_0_1")));
      EXPECT_NEAR(value(experiment, i, "loss"), half_mse * (loss == Loss::kMse ? 2 : 1), 1e-6);
    }
  }
}

TEST(Experiment, FollowsGradientDescentOfTheReferenceNetwork) {
  Spec spec = small_two_points();
  spec.network.width = 6;
  spec.network.hidden_layers = 2;
  spec.observe.layer = 1;
  spec.training.epochs = 30;
  spec.observe.every = 30;
  const PointSet points = two_points(1.0, 0.5);
  const reference::Mlp mlp{1, 6, 2, 1, Activation::kTanh};
  const auto start =
      build_mlp({1, 6, 2, 1, Activation::kTanh}).initialise(spec.network.gain, spec.seed);
  std::vector<double> parameters(start.begin(), start.end());
  for (int step = 0; step < 30; ++step) {
    const auto gradient =
        mlp.gradient(Loss::kHalfMse, parameters, 2, points.inputs.data(), points.targets.data());
    for (std::size_t i = 0; i < parameters.size(); ++i) parameters[i] -= 0.05 * gradient[i];
  }
  auto experiment = Experiment::create(spec).value();
  experiment.advance({});
  const double expected =
      mlp.loss(Loss::kHalfMse, parameters, 2, points.inputs.data(), points.targets.data());
  EXPECT_NEAR(value(experiment, 1, "loss"), expected, 1e-5 * expected);
}

TEST(Experiment, XorRecordsAllSixPairs) {
  Spec spec = default_spec(XorTask{});
  spec.network = {NetworkKind::kMlp, 16, 2, Activation::kTanh, 1.0};
  spec.observe.layer = 1;
  spec.training.epochs = 1000;
  spec.training.learning_rate = 0.1;
  auto experiment = Experiment::create(spec).value();
  EXPECT_EQ(experiment.observed_points(), 4);
  experiment.advance({});
  const std::size_t last = experiment.record_count() - 1;
  EXPECT_LT(value(experiment, last, "loss"), 1e-2);
  EXPECT_NEAR(value(experiment, last, "y_0_1"), 1, 0.2);
  EXPECT_NEAR(value(experiment, last, "y_1_2"), 0, 0.05);
  EXPECT_GT(value(experiment, last, "h_2_3_layer_1"), 0);
}

TEST(Experiment, EveryKindOfNetworkAndTrainingLearns) {
  for (const auto& [name, spec] : variants()) {
    auto experiment = Experiment::create(spec).value();
    EXPECT_EQ(experiment.advance({}), RunState::kFinished) << name;
    const std::size_t last = experiment.record_count() - 1;
    EXPECT_LT(value(experiment, last, "loss"), 0.1 * value(experiment, 0, "loss")) << name;
    EXPECT_NEAR(value(experiment, last, "y_0_1"), 0.5, 0.15) << name;
  }
}

TEST(Experiment, TakesTheNetworkAndTheOptimizerFromTheSpec) {
  // Steps so small that no kind diverges at the common gain.
  Spec plain_spec = small_two_points();
  plain_spec.training.learning_rate = 1e-6;
  auto plain = Experiment::create(plain_spec).value();
  plain.advance({20, 0});
  for (auto [name, spec] : variants()) {
    spec.network.gain = plain_spec.network.gain;
    spec.training.learning_rate = plain_spec.training.learning_rate;
    auto experiment = Experiment::create(spec).value();
    // Dropout and Adam differ in training alone; the others before it.
    const bool same_start = name == "dropout" || name == "dropout of inputs" || name == "adam";
    EXPECT_EQ(value(experiment, 0, "loss") == value(plain, 0, "loss"), same_start) << name;
    experiment.advance({20, 0});
    ASSERT_EQ(experiment.record_count(), 2u) << name;
    EXPECT_NE(value(experiment, 1, "loss"), value(plain, 1, "loss")) << name;
  }
}

// What is before the observed layer and what is after it, each with its own gain.
TEST(Experiment, DecoderGainScalesTheWeightsAfterTheObservedLayerAlone) {
  Spec spec = small_two_points();
  spec.network.activation = Activation::kLinear;
  auto plain = Experiment::create(spec).value();
  spec.network.decoder_gain = spec.network.gain * 3;
  auto split = Experiment::create(spec).value();
  // Layers 0 to 2, the observed one, are as they were; layer 3 is three times as large, and the
  // output, two layers after the observed one, nine times.
  for (int layer = 0; layer < 4; ++layer) {
    const std::string name = "h_0_1_layer_" + std::to_string(layer);
    const double factor = layer <= spec.observe.layer ? 1 : 9;
    EXPECT_NEAR(value(split, 0, name), factor * value(plain, 0, name),
                1e-5 * value(split, 0, name));
  }
  EXPECT_NEAR(value(split, 0, "y_0_1"), 81 * value(plain, 0, "y_0_1"),
              1e-5 * value(split, 0, "y_0_1"));
  // The distances before training are made anew from the seed, later on.
  split.advance({20, 0});
  EXPECT_NEAR(split.pair_distances({0, 1}, 3, Moment::kStart).value().h[0],
              value(split, 0, "h_0_1_layer_3"), 1e-9);
  spec.network.decoder_gain = spec.network.gain;
  auto same = Experiment::create(spec).value();
  EXPECT_EQ(value(same, 0, "loss"), value(plain, 0, "loss"));
}

// Looking at a network must not use up the random numbers of its dropout.
TEST(Experiment, RecordsDoNotChangeWhatDropoutDrops) {
  Spec often = variants()[2].second;
  ASSERT_GT(often.network.dropout, 0);
  Spec seldom = often;
  often.observe.every = 1;
  seldom.observe.every = 200;
  auto watched = Experiment::create(often).value(), left_alone = Experiment::create(seldom).value();
  watched.advance({});
  left_alone.advance({});
  EXPECT_EQ(value(watched, watched.record_count() - 1, "loss"),
            value(left_alone, left_alone.record_count() - 1, "loss"));
}

TEST(Experiment, DivergenceIsReportedAndKeepsTheRecordsFinite) {
  Spec spec = small_two_points();
  spec.network.activation = Activation::kRelu;
  spec.training.learning_rate = 1000;
  spec.observe.every = 1;
  auto experiment = Experiment::create(spec).value();
  EXPECT_EQ(experiment.advance({}), RunState::kDiverged);
  EXPECT_NE(experiment.message().find("learning_rate"), std::string::npos);
  for (const double number : all_records(experiment)) EXPECT_TRUE(std::isfinite(number));
  const std::size_t count = experiment.record_count();
  EXPECT_EQ(experiment.advance({10, 0}), RunState::kDiverged);
  EXPECT_EQ(experiment.record_count(), count);
  experiment.reset();
  EXPECT_EQ(experiment.state(), RunState::kRunning);
  EXPECT_TRUE(experiment.message().empty());
}

TEST(Experiment, InitialWeightsTooLargeForNumbersAreADivergenceAtEpochZero) {
  Spec spec = default_spec(TwoPointsTask{});
  spec.network = {NetworkKind::kMlp, 50, 40, Activation::kLeakyRelu, 100};
  auto experiment = Experiment::create(spec).value();
  EXPECT_EQ(experiment.state(), RunState::kDiverged);
  EXPECT_EQ(experiment.record_count(), 0u);
  EXPECT_EQ(experiment.advance({}), RunState::kDiverged);
  EXPECT_EQ(experiment.step(), 0);
  EXPECT_NE(experiment.message().find("epoch 0"), std::string::npos) << experiment.message();
  EXPECT_NE(experiment.message().find("network.gain"), std::string::npos) << experiment.message();
}

// With a budget that is always spent, every call does one part: a layer of a step, a batch of a
// record.
TEST(Experiment, CutWithinStepsAndRecordsGivesTheSameNumbers) {
  std::vector<std::pair<std::string, Spec>> cases;
  for (const char* kind : {"mlp", "residual", "attention"}) {
    Spec spec = default_spec(FeatureCollapseTask{20});
    spec.network.width = 64;
    spec.network.kind = kind[0] == 'm'   ? NetworkKind::kMlp
                        : kind[0] == 'r' ? NetworkKind::kResidual
                                         : NetworkKind::kAttention;
    spec.network.dropout = 0.1;
    spec.training.batch = std::nullopt;
    spec.training.epochs = 4;
    spec.observe.every = 2;
    cases.emplace_back(kind, spec);
  }
  cases.emplace_back("Adam", cases[0].second);
  cases.back().second.training.optimizer = Optimizer::kAdam;
  for (const auto& [name, spec] : cases) {
    auto whole = Experiment::create(spec).value(), cut = Experiment::create(spec).value();
    auto looked_at = Experiment::create(spec).value();
    EXPECT_EQ(whole.advance({}), RunState::kFinished) << name;
    int calls = 0;
    while (cut.advance({0, 1e-9}) == RunState::kRunning) ++calls;
    EXPECT_GT(calls, 40) << name << ": more than a layer at a time";
    EXPECT_EQ(all_records(cut), all_records(whole)) << name;
    EXPECT_EQ(cut.all_hidden(1), whole.all_hidden(1)) << name;
    // Looks in mid-step see whole steps, and change nothing.
    while (looked_at.advance({0, 1e-9}) == RunState::kRunning) {
      const FloatMatrix seen = looked_at.hidden(1);
      EXPECT_EQ(looked_at.hidden(1), seen);
    }
    EXPECT_EQ(all_records(looked_at), all_records(whole)) << name;
  }
  auto cut = Experiment::create(cases[0].second).value();
  cut.advance({0, 1e-9});
  cut.reset();
  EXPECT_EQ(cut.record_count(), 1u);
  cut.advance({});
  auto whole = Experiment::create(cases[0].second).value();
  whole.advance({});
  EXPECT_EQ(all_records(cut), all_records(whole)) << "a reset drops what was under way";
}

// A layer of dead units gives every point the same activations, and 0 / 0 is no index. The network
// learns what it can all the same.
TEST(Experiment, AnUndefinedCollapseIndexIsNoDivergence) {
  Spec spec = default_spec(FeatureCollapseTask{10});
  spec.network = {NetworkKind::kMlp, 8, 6, Activation::kRelu, 0.5};
  spec.training.epochs = 40;  // The units of the last layers die after the 25th.
  spec.observe = {3, 5, {0, 1}};
  spec.seed = 3;
  auto experiment = Experiment::create(spec).value();
  EXPECT_EQ(experiment.advance({}), RunState::kFinished) << experiment.message();
  ASSERT_EQ(experiment.record_count(), 9u);
  EXPECT_TRUE(std::isfinite(value(experiment, 0, "collapse_layer_5")));
  EXPECT_TRUE(std::isnan(value(experiment, 8, "collapse_layer_5")));
  EXPECT_TRUE(std::isfinite(value(experiment, 8, "collapse_layer_0")));
  EXPECT_TRUE(std::isfinite(value(experiment, 8, "loss")));
}

TEST(Experiment, LearnsToTellPicturesApartItHasNotSeen) {
  const ImageSet images = striped_images(120, 3);
  auto experiment = Experiment::create(small_images(), images).value();
  EXPECT_EQ(experiment.steps_per_epoch(), 6);
  EXPECT_EQ(experiment.train_labels().size(), 90u);
  EXPECT_EQ(experiment.held_out_labels().size(), 30u);
  experiment.advance({});
  const std::size_t last = experiment.record_count() - 1;
  EXPECT_GT(value(experiment, last, "held_out_accuracy"), 0.9);
  // The recorded accuracy is that of the outputs handed out.
  const auto outputs = experiment.held_out_outputs();
  int correct = 0;
  for (int i = 0; i < 30; ++i) {
    Eigen::Index largest = 0;
    outputs.row(i).maxCoeff(&largest);
    correct += largest == experiment.held_out_labels()[i];
  }
  EXPECT_NEAR(value(experiment, last, "held_out_accuracy"), correct / 30.0, 1e-12);
}

TEST(Experiment, HeldOutPicturesDoNotInfluenceTraining) {
  ImageSet images = striped_images(120, 3);
  auto first = Experiment::create(small_images(), images).value();
  first.advance({});
  for (const int index : first.held_out_indices()) {
    std::fill_n(images.pixels.begin() + static_cast<std::ptrdiff_t>(index) * 784, 784, 255);
  }
  auto second = Experiment::create(small_images(), images).value();
  second.advance({});
  for (std::size_t i = 0; i < first.record_count(); ++i) {
    EXPECT_EQ(value(first, i, "loss"), value(second, i, "loss"));
  }
  EXPECT_NE(value(first, 1, "held_out_loss"), value(second, 1, "held_out_loss"));
}

TEST(Experiment, SmallWeightsCollapseTheIrrelevantFeatureAndLargeOnesDoNot) {
  Spec spec = default_spec(FeatureCollapseTask{6});
  spec.network.width = 30;
  spec.training.batch = 8;
  spec.training.epochs = 600;
  spec.observe.every = 300;
  const auto trained = [&](double gain, double learning_rate) {
    spec.network.gain = gain;
    spec.training.learning_rate = learning_rate;
    auto experiment = Experiment::create(spec).value();
    EXPECT_EQ(experiment.columns().size(), static_cast<std::size_t>(record_width(spec)));
    EXPECT_GT(value(experiment, 0, "collapse_layer_2"), 0.8) << "both features alike at the start";
    experiment.advance({});
    return experiment;
  };
  const auto rich = trained(0.5, 0.3), lazy = trained(3.0, 0.01);
  const std::size_t last = rich.record_count() - 1;
  EXPECT_LT(value(rich, last, "loss"), 0.02);
  EXPECT_LT(value(lazy, last, "loss"), 0.02);
  EXPECT_LT(value(rich, last, "collapse_layer_2"), 0.05);
  EXPECT_GT(value(lazy, last, "collapse_layer_2"), 0.4);
  for (int layer = 0; layer < spec.network.hidden_layers; ++layer) {
    EXPECT_NEAR(value(rich, last, "collapse_layer_" + std::to_string(layer)),
                collapse_index(rich.all_hidden(layer), 6).value(), 1e-9);
  }
}

TEST(Experiment, SaysWhatIsMissing) {
  const auto without_images = Experiment::create(small_images());
  ASSERT_FALSE(without_images.ok());
  EXPECT_FALSE(without_images.error().field.empty());
  const auto too_few = Experiment::create(small_images(), striped_images(60, 3));
  ASSERT_FALSE(too_few.ok());
  EXPECT_NE(too_few.error().allowed.find("60"), std::string::npos) << too_few.error().message();
}

// A digest of the bits of all records (FNV-1a, 64 bits). The same test runs natively and as
// WebAssembly, with and without SIMD: agreeing with the pinned value means agreeing with each
// other.
std::uint64_t digest(const Experiment& experiment) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const double number : all_records(experiment)) {
    std::uint64_t bits = 0;
    std::memcpy(&bits, &number, sizeof bits);
    for (int i = 0; i < 8; ++i) hash = (hash ^ ((bits >> (8 * i)) & 0xff)) * 0x100000001b3ULL;
  }
  return hash;
}

TEST(Determinism, EveryActivationGivesThePinnedBits) {
  const std::pair<Activation, std::uint64_t> pinned[] = {
      {Activation::kLinear, 16728381302010848499ULL},
      {Activation::kRelu, 5250134149079234979ULL},
      {Activation::kLeakyRelu, 10554103030517905707ULL},
      {Activation::kTanh, 5201808514348952804ULL},
      {Activation::kElu, 17497223420009768091ULL},
      {Activation::kSilu, 11190947407603284849ULL}};
  for (const auto& [activation, expected] : pinned) {
    Spec spec = small_two_points();
    spec.network.activation = activation;
    auto experiment = Experiment::create(spec).value();
    experiment.advance({});
    EXPECT_EQ(digest(experiment), expected) << activation_name(activation);
  }
}

TEST(Determinism, EveryKindOfNetworkAndTrainingGivesThePinnedBits) {
  const std::map<std::string, std::uint64_t> pinned = {
      {"attention", 17818941467445255814ULL},
      {"residual", 1209758282306164133ULL},
      {"convolutional", 14186239571276877564ULL},
      {"dropout", 10014254532933595069ULL},
      {"skip of two layers", 3293968517594669306ULL},
      {"unpadded convolutions", 2942724240367295930ULL},
      {"dropout of inputs", 8564943356853875073ULL},
      {"decoder gain", 4655388166810248265ULL},
      {"centred targets", 15530335289896471545ULL},
      {"centred targets", 15530335289896471545ULL},
      {"adam", 8728086284710726900ULL}};
  for (const auto& [name, spec] : variants()) {
    auto experiment = Experiment::create(spec).value();
    experiment.advance({});
    ASSERT_TRUE(pinned.contains(name)) << name << ": " << digest(experiment);
    EXPECT_EQ(digest(experiment), pinned.at(name)) << name;
  }
}

TEST(Determinism, PicturesGiveThePinnedBits) {
  auto experiment = Experiment::create(small_images(), striped_images(120, 3)).value();
  experiment.advance({});
  EXPECT_EQ(digest(experiment), 6194582461289285847ULL);
}

}  // namespace
}  // namespace reprise
