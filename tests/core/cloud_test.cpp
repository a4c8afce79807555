// A hidden layer as a cloud: what a run gives away of it, what is made of that, and refusals.

#include "experiment/cloud.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <string>

#include "experiment/spec.hpp"
#include "noise.hpp"
#include "observe/embedding.hpp"
#include "observe/neural_collapse.hpp"

namespace reprise {
namespace {

using test_support::noise;

Spec spec_of(const std::string& text) {
  auto spec = parse_spec(text);
  EXPECT_TRUE(spec.ok()) << spec.error().message();
  return spec.value();
}

// Three classes of twelve pictures, of which each class is dark in a row of its own.
ImageSet stripes() {
  ImageSet images;
  images.count = 36;
  images.height = images.width = 4;
  images.channels = 1;
  const auto random = noise(36 * 16, 1, 40);
  for (int k = 0; k < 36; ++k) {
    images.labels.push_back(static_cast<std::uint8_t>(k % 3 + 4));
    for (int pixel = 0; pixel < 16; ++pixel) {
      const double ink = (pixel / 4 == k % 3 ? 200 : 20) + random[k * 16 + pixel];
      images.pixels.push_back(static_cast<std::uint8_t>(std::min(std::max(ink, 0.0), 255.0)));
    }
  }
  return images;
}

Experiment striped() {
  auto made = Experiment::create(
      spec_of(
          R"({"version": 1, "task": {"kind": "images", "source": "custom", "classes": [4, 5, 6], "train_count": 30,
                  "held_out_count": 6}, "network": {"width": 12, "hidden_layers": 2},
                  "training": {"learning_rate": 0.3, "batch": "full", "epochs": 300}, "observe": {"layer": 0, "every": 100}})"),
      stripes());
  EXPECT_TRUE(made.ok()) << made.error().message();
  return std::move(made).value();
}

TEST(Cloud, WeightsOfTheLastLayerAreThoseThatReadTheLastHiddenLayerOut) {
  for (const char* kind : {R"("kind": "mlp")", R"("kind": "residual")",
                           R"("kind": "convolutional", "channels": 2, "kernel": 3)",
                           R"("kind": "attention", "tokens": 4, "heads": 1)"}) {
    auto made = Experiment::create(spec_of(
        R"({"version": 1, "task": {"kind": "two_points"}, "network": {)" + std::string(kind) +
        R"(, "width": 8, "hidden_layers": 2}, "training": {"epochs": 20, "learning_rate": 0.01}, "observe": {"layer": 1, "every": 20}})"));
    ASSERT_TRUE(made.ok()) << kind << ": " << made.error().message();
    Experiment& run = made.value();
    run.advance({});
    const FloatMatrix hidden = run.hidden(1);
    const FloatMatrix difference = hidden.row(1) - hidden.row(0);
    const double y = (run.readout_weights() * difference.transpose()).squaredNorm();
    const auto& columns = run.columns();
    const auto column =
        std::find_if(columns.begin(), columns.end(),
                     [](const Column& one) { return column_name(one) == "y_0_1"; }) -
        columns.begin();
    const double recorded =
        run.records()(static_cast<Eigen::Index>(run.record_count()) - 1, column);
    EXPECT_NEAR(y, recorded, 1e-5 * recorded) << kind;
  }
}

TEST(Cloud, HoldsTheLayerAsItIs) {
  Experiment run = striped();
  run.advance({});
  const auto block = layer_block(run, 1, 24);
  ASSERT_TRUE(block.ok()) << block.error().message();
  const std::vector<float>& numbers = block.value();
  ASSERT_EQ(numbers.size(), 4u + 24 + 24 * 12 + 3 * 12);
  EXPECT_EQ(std::vector<float>(numbers.begin(), numbers.begin() + 8),
            (std::vector<float>{24, 12, 3, 3, 0, 1, 2, 0}));
  const FloatMatrixMap values(numbers.data() + 28, 24, 12);
  EXPECT_EQ(values, run.all_hidden(1).topRows(24));
  EXPECT_EQ(FloatMatrixMap(numbers.data() + 28 + 24 * 12, 3, 12), run.readout_weights());
  // No weights read another layer out.
  EXPECT_EQ(layer_block(run, 0, 24).value().size(), 4u + 24 + 24 * 12);

  const auto made = cloud_block(numbers, Vector(), 2);
  ASSERT_TRUE(made.ok()) << made.error().message();
  const std::vector<double>& cloud = made.value();
  ASSERT_EQ(cloud.size(), 7u + 24 * (3 + 2 + 2));
  const auto placed = principal_components(values, 3);
  EXPECT_EQ(MatrixMap(cloud.data() + 7, 24, 3), placed.value().coordinates);
  EXPECT_EQ(MatrixMap(cloud.data() + 7 + 72, 24, 2), placed.value().coordinates.leftCols(2));
  std::vector<int> labels;
  for (int k = 0; k < 24; ++k) labels.push_back(k % 3);
  const auto gathered = neural_collapse(values, labels, 3, run.readout_weights());
  EXPECT_EQ(cloud[4], gathered.spread);
  EXPECT_EQ(cloud[5], gathered.angles);
  EXPECT_EQ(cloud[6], gathered.agreement);
  // It has learnt its classes: they lie apart, and the nearest others are of the same one.
  EXPECT_LT(gathered.spread, 0.1);
  EXPECT_GT(gathered.agreement, 0.8);
  for (int k = 0; k < 24; ++k) EXPECT_EQ(static_cast<int>(cloud[7 + 24 * 5 + 2 * k]) % 3, k % 3);
}

TEST(Cloud, IsTurnedOntoTheOneBefore) {
  Experiment run = striped();
  run.advance({100, 0});
  const auto block = layer_block(run, 1, 24).value();
  const std::vector<double> free = cloud_block(block, Vector(), 0).value();
  // A picture of before: this one, turned by 100 degrees and reflected.
  Vector onto(24 * 5);
  for (int k = 0; k < 24; ++k) {
    const double *solid = free.data() + 7 + 3 * k, *flat = free.data() + 7 + 72 + 2 * k;
    const double c = std::cos(1.75), s = std::sin(1.75);
    onto.segment(3 * k, 3) << c * solid[0] - s * solid[1], s * solid[0] + c * solid[1], -solid[2];
    onto.segment(72 + 2 * k, 2) << c * flat[0] - s * flat[1], s * flat[0] + c * flat[1];
  }
  const std::vector<double> turned = cloud_block(block, onto, 0).value();
  ASSERT_EQ(turned.size(), free.size());
  const VectorMap picture(turned.data() + 7, 24 * 5);
  EXPECT_LT((picture - onto).norm(), 1e-9 * onto.norm());
}

TEST(Cloud, OfPointsWithoutClassesHasNoMeasures) {
  auto made = Experiment::create(spec_of(
      R"({"version": 1, "task": {"kind": "feature_collapse", "side": 3}, "network": {"width": 8, "hidden_layers": 2},
                  "training": {"epochs": 1}, "observe": {"layer": 0}})"));
  ASSERT_TRUE(made.ok());
  const auto block = layer_block(made.value(), 0, 18).value();
  EXPECT_EQ(block.size(), 4u + 18 * 8);
  const auto cloud = cloud_block(block, Vector(), 0).value();
  EXPECT_TRUE(std::isnan(cloud[4]) && std::isnan(cloud[5]) && std::isnan(cloud[6]));
}

TEST(Cloud, RefusesWhatItCannotShow) {
  Experiment run = striped();
  EXPECT_EQ(layer_block(run, 2, 24).error().field, "layer");
  EXPECT_EQ(layer_block(run, -1, 24).error().field, "layer");
  EXPECT_EQ(layer_block(run, 0, 31).error().field, "points");
  EXPECT_EQ(layer_block(run, 0, 1).error().field, "points");
  const std::vector<float> block = layer_block(run, 1, 24).value();
  EXPECT_EQ(cloud_block(block, Vector(), 24).error().field, "neighbours");
  EXPECT_EQ(cloud_block(block, Vector(), -1).error().field, "neighbours");
  EXPECT_EQ(cloud_block(block, Vector::Zero(24 * 3), 0).error().field, "onto");
  Vector onto = Vector::Zero(24 * 5);
  onto[3] = std::nan("");
  EXPECT_EQ(cloud_block(block, onto, 0).error().field, "onto");
  std::vector<float> cut(block.begin(), block.end() - 1), odd = block, labelled = block;
  EXPECT_EQ(cloud_block(cut, Vector(), 0).error().field, "layer");
  EXPECT_EQ(cloud_block(std::span(block).first(3), Vector(), 0).error().field, "layer");
  odd[0] = 24.5f;
  EXPECT_EQ(cloud_block(odd, Vector(), 0).error().field, "layer");
  labelled[4] = 3;
  EXPECT_EQ(cloud_block(labelled, Vector(), 0).error().field, "layer");
  std::vector<float> endless = block;
  endless[50] = std::numeric_limits<float>::infinity();
  EXPECT_EQ(cloud_block(endless, Vector(), 0).error().field, "values");
}

}  // namespace
}  // namespace reprise
