// Views of many points at once: embeddings of a layer, and its structure beside the prediction.

#include "experiment/structure.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>

#include "experiment/pair_fit.hpp"
#include "experiment/views_json.hpp"
#include "numerics/random.hpp"
#include "theory/closed_form.hpp"
#include "theory/pairs.hpp"

namespace reprise {
namespace {

Spec small_xor() {
  Spec spec = default_spec(XorTask{});
  spec.network.width = 20;
  spec.network.hidden_layers = 3;
  spec.training.learning_rate = 0.1;
  spec.training.epochs = 300;
  spec.observe.layer = 1;
  spec.observe.every = 100;
  return spec;
}

Spec small_collapse(int side) {
  Spec spec = default_spec(FeatureCollapseTask{side});
  spec.network.width = 12;
  spec.training.learning_rate = 0.2;
  spec.training.batch = 8;
  spec.training.epochs = 200;
  spec.observe.every = 50;
  return spec;
}

// Three classes of noise about different means, in pictures of 6 x 6.
ImageSet noisy_images(int count) {
  ImageSet set;
  set.count = count;
  set.height = set.width = 6;
  set.channels = 1;
  RandomStream random(5, RandomPurpose::kNoise);
  for (int i = 0; i < count; ++i) {
    set.labels.push_back(static_cast<std::uint8_t>(i % 3));
    for (int p = 0; p < 36; ++p) {
      set.pixels.push_back(
          static_cast<std::uint8_t>((p % 3 == i % 3 ? 120 : 0) + 100 * random.uniform()));
    }
  }
  return set;
}

Experiment image_experiment(int epochs = 40) {
  Spec spec = default_spec(ImagesTask{"custom", {2, 0, 1}, 60, 30});
  spec.network.width = 16;
  spec.training.learning_rate = 0.1;
  spec.training.epochs = epochs;
  spec.observe.every = epochs;
  return Experiment::create(spec, noisy_images(120)).value();
}

double record(const Experiment& experiment, std::size_t row, const std::string& name) {
  const auto names = column_names(experiment.columns());
  const auto place = std::find(names.begin(), names.end(), name);
  EXPECT_NE(place, names.end()) << name;
  return experiment.records(row)(0, place - names.begin());
}

// The theory is for squared errors: of another loss it says nothing, and why.
TEST(Structure, IsRefusedOfCrossEntropy) {
  Spec spec = parse_spec(R"({"task": {"kind": "plane"}, "training": {"loss": "cross_entropy", "epochs": 20}})").value();
  auto experiment = Experiment::create(spec).value();
  experiment.advance({});
  EXPECT_LT(experiment.all_records().column(Quantity::kLoss).back(),
            experiment.all_records().column(Quantity::kLoss).front());
  StructureOptions options;
  options.layer = 1;
  options.points = 10;
  const auto refused = structure(experiment, options);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().field, "training.loss");
  EXPECT_NE(refused.error().allowed.find("squared errors"), std::string::npos);
  const auto fit = fit_pair(spec, {}, experiment.all_records(), 0, {});
  ASSERT_FALSE(fit);
  EXPECT_EQ(fit.error().field, "training.loss");
}

TEST(Structure, HoldsTheRecordedDistancesAndTheClosedFormOfEveryPair) {
  auto experiment = Experiment::create(small_xor()).value();
  experiment.advance({});
  const std::size_t last = experiment.record_count() - 1;
  const auto found = structure(experiment, {1, {}, 0.3}).value();
  EXPECT_EQ(found.points, (std::vector<int>{0, 1, 2, 3}));
  EXPECT_EQ(found.ratio, 0.3);
  EXPECT_FALSE(found.ratio_fitted);
  const double inputs[4][2] = {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, targets[] = {0, 1, 1, 0};
  for (int i = 0; i < 4; ++i) {
    EXPECT_EQ(found.measured(i, i), 0);
    for (int j = i + 1; j < 4; ++j) {
      const std::string pair = std::to_string(i) + "_" + std::to_string(j);
      const double h0 = record(experiment, 0, "h_" + pair + "_layer_1");
      const double y0 = record(experiment, 0, "y_" + pair);
      const double dx2 =
          std::pow(inputs[i][0] - inputs[j][0], 2) + std::pow(inputs[i][1] - inputs[j][1], 2);
      const double dy2 = std::pow(targets[i] - targets[j], 2);
      EXPECT_NEAR(found.initial(i, j), h0, 1e-12);
      EXPECT_NEAR(found.measured(i, j), record(experiment, last, "h_" + pair + "_layer_1"), 1e-12);
      const double expected = final_distance(h0, y0, {dx2, dy2}, 0.3).value().h_final;
      EXPECT_NEAR(found.predicted(i, j), expected, 1e-9 * (1 + expected));
      for (const auto* matrix : {&found.initial, &found.measured, &found.predicted}) {
        EXPECT_EQ((*matrix)(i, j), (*matrix)(j, i));
      }
    }
  }
}

TEST(Structure, CorrelatesFullyWhenWhatIsPredictedIsWhatIsMeasured) {
  // Before learning all is as it was, and a vanishing ratio predicts that it stays so.
  const auto experiment = image_experiment();
  const auto found = structure(experiment, {2, 30, 1e-40}).value();
  EXPECT_EQ(found.predicted, found.measured);
  EXPECT_EQ(found.initial, found.measured);
  for (const auto& correlation : {found.correlation, found.across_classes}) {
    EXPECT_NEAR(correlation.initial, 1, 1e-12);
    EXPECT_NEAR(correlation.predicted, 1, 1e-12);
    EXPECT_LT(correlation.smoothed, 1);
  }
}

TEST(Structure, LearningBringsItNearerToThePredictionThanToTheStart) {
  auto experiment = image_experiment(1000);
  experiment.advance({});
  const auto found = structure(experiment, {2, 60, {}}).value();
  EXPECT_TRUE(found.ratio_fitted);
  EXPECT_GT(found.ratio, 0);
  EXPECT_GT(found.correlation.predicted, 0.8);
  EXPECT_GT(found.correlation.smoothed, 0.8);
  EXPECT_GT(found.correlation.predicted, found.correlation.initial + 0.1);
  // The fitted ratio is the best: neighbours of it miss by more.
  const auto misfit = [&](double ratio) {
    const auto other = structure(experiment, {2, 60, ratio}).value();
    return (other.predicted - other.measured).squaredNorm();
  };
  EXPECT_LT(misfit(found.ratio), misfit(found.ratio * 1.01));
  EXPECT_LT(misfit(found.ratio), misfit(found.ratio / 1.01));
}

TEST(Structure, StandsBesideItsBaselines) {
  auto experiment = image_experiment(1000);
  experiment.advance({});
  const auto found = structure(experiment, {2, 60, {}, true}).value();
  // Whether two pictures are of one class says much by itself, and nothing of pairs of two classes.
  Matrix classes(60, 60);
  for (int i = 0; i < 60; ++i) {
    for (int j = 0; j < 60; ++j) classes(i, j) = found.labels[i] == found.labels[j] ? 0 : 1;
  }
  const double expected = pair_correlation(classes, found.measured).value();
  EXPECT_EQ(found.correlation.same_class, expected);
  EXPECT_GT(expected, 0.8);
  EXPECT_TRUE(std::isnan(found.across_classes.same_class));
  const auto pairs = experiment.pair_distances(found.points, 2, Moment::kStart).value();
  const auto separations = to_distance_matrix(pair_separations(pairs.dx2, pairs.dy2), 60);
  EXPECT_EQ(found.correlation.pairs, pair_correlation(separations, found.measured).value());
  EXPECT_EQ(
      found.across_classes.pairs,
      pair_correlation(separations, found.measured, found.labels, PairChoice::kDifferentClasses)
          .value());
  // A random order of the pictures says next to nothing, as long as it is a random one.
  EXPECT_LT(found.correlation.chance, 0.2);
  EXPECT_GT(found.correlation.chance, 0);
  EXPECT_LT(found.across_classes.chance, found.across_classes.predicted);
  EXPECT_TRUE(std::isnan(structure(experiment, {2, 60, {}}).value().correlation.chance));
}

TEST(Structure, PicturesAreSortedByLabelWithEqualShares) {
  const auto found = structure(image_experiment(), {0, 31, 1.0}).value();
  EXPECT_TRUE(std::is_sorted(found.labels.begin(), found.labels.end()));
  EXPECT_EQ(std::count(found.labels.begin(), found.labels.end(), 0), 10);
  EXPECT_EQ(std::count(found.labels.begin(), found.labels.end(), 2), 11);
  std::vector<int> points = found.points;
  std::sort(points.begin(), points.end());
  for (int i = 0; i < 31; ++i) EXPECT_EQ(points[i], i);
}

TEST(Structure, FeatureCollapseTakesARegularGridInBothContexts) {
  auto experiment = Experiment::create(small_collapse(9)).value();
  const auto found = structure(experiment, {1, 2 * 5 * 5, 1.0}).value();
  ASSERT_EQ(found.points.size(), 50u);
  for (int i = 0; i < 50; ++i) {
    const int context = i / 25, relevant = 2 * (i % 25 / 5), irrelevant = 2 * (i % 5);
    EXPECT_EQ(found.labels[i], context);
    const int column = context == 0 ? relevant : irrelevant;
    const int row = context == 0 ? irrelevant : relevant;
    EXPECT_EQ(found.points[i], (context * 9 + row) * 9 + column);
  }
  EXPECT_EQ(structure(experiment, {1, {}, 1.0}).value().points.size(), 98u);
  const auto small = Experiment::create(small_collapse(2)).value();
  EXPECT_EQ(structure(small, {1, {}, 1.0}).value().points.size(), 8u) << "all there are";
}

TEST(Structure, RefusesWhatIsNotThere) {
  const auto pictures = image_experiment();
  const auto field = [](const Result<Structure>& result) {
    return result ? std::string("none") : result.error().field;
  };
  EXPECT_EQ(field(structure(pictures, {4, 20, 1.0})), "layer");
  EXPECT_EQ(field(structure(pictures, {-1, 20, 1.0})), "layer");
  EXPECT_EQ(field(structure(pictures, {0, 61, 1.0})), "points");
  EXPECT_EQ(field(structure(pictures, {0, 1, 1.0})), "points");
  EXPECT_EQ(field(structure(pictures, {0, 20, -1.0})), "ratio");
  const auto collapse = Experiment::create(small_collapse(4)).value();
  EXPECT_EQ(field(structure(collapse, {0, 30, 1.0})), "points");
  EXPECT_EQ(field(structure(collapse, {0, 50, 1.0})), "points") << "5 x 5 of 4 x 4";
}

TEST(Structure, GivesThePinnedBits) {
  auto experiment = image_experiment();
  experiment.advance({});
  auto block = structure_block(experiment, "{\"layer\": 2, \"points\": 12}").value();
  // Without the baselines, three for all pairs and three across classes.
  block.erase(block.begin() + 12, block.begin() + 15);
  block.erase(block.begin() + 6, block.begin() + 9);
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const double number : block) {
    std::uint64_t bits = 0;
    std::memcpy(&bits, &number, sizeof bits);
    for (int i = 0; i < 8; ++i) hash = (hash ^ ((bits >> (8 * i)) & 0xff)) * 0x100000001b3ULL;
  }
  EXPECT_EQ(hash, 15770492076647478847ULL);
}

TEST(LayerEmbedding, ReproducesAllDistancesWhenThereAreDimensionsEnough) {
  Spec spec = small_collapse(5);
  spec.network.width = 3;
  auto experiment = Experiment::create(spec).value();
  experiment.advance({100, 0});
  const auto values = experiment.all_hidden(2);
  const auto embedding = experiment.embedding(2, 3).value();
  ASSERT_EQ(embedding.coordinates.rows(), 50);
  double shares = 0;
  for (const double share : embedding.shares) shares += share;
  EXPECT_NEAR(shares, 1, 1e-12);
  for (int i = 0; i < 50; ++i) {
    for (int j = 0; j < i; ++j) {
      double hidden = 0;
      for (int k = 0; k < 3; ++k)
        hidden += std::pow(static_cast<double>(values(i, k) - values(j, k)), 2);
      const double drawn =
          (embedding.coordinates.row(i) - embedding.coordinates.row(j)).squaredNorm();
      EXPECT_NEAR(drawn, hidden, 1e-6 * (1 + hidden));
    }
  }
  EXPECT_EQ(experiment.embedding(4, 3).error().field, "layer");
  EXPECT_EQ(experiment.embedding(0, 11).error().field, "dimensions");
}

TEST(LayerEmbedding, AxesKeepTheirDirectionWhileTheNetworkLearns) {
  auto experiment = Experiment::create(small_collapse(8)).value();
  const auto first = experiment.embedding(2, 3).value();
  auto before = first;
  int looks = 0;
  while (experiment.advance({32, 0}) == RunState::kRunning) {
    const auto now = experiment.embedding(2, 3).value();
    for (int axis = 0; axis < 3; ++axis) {
      EXPECT_GE(now.coordinates.col(axis).dot(before.coordinates.col(axis)), 0)
          << "look " << looks << ", axis " << axis;
    }
    before = now;
    ++looks;
  }
  EXPECT_GT(looks, 50);
  experiment.reset();
  EXPECT_EQ(experiment.embedding(2, 3).value().coordinates, first.coordinates);
}

TEST(ViewsJson, ReadsItsOptionsAndLaysOutItsBlocks) {
  auto experiment = Experiment::create(small_xor()).value();
  const auto embedding = embedding_block(experiment, "{\"layer\": 1, \"method\": \"pca\"}").value();
  EXPECT_EQ(embedding.size(), 2u + 3 + 12);
  EXPECT_EQ(embedding[0], 4);
  EXPECT_EQ(embedding[1], 3);
  const auto direct = experiment.embedding(1, 3).value();
  EXPECT_TRUE(std::equal(embedding.begin() + 5, embedding.end(), direct.coordinates.data()));
  EXPECT_EQ(embedding_block(experiment, "{\"layer\": 1, \"method\": \"mds\"}").value(), embedding);
  const auto found = structure(experiment, {1, 3, 0.5}).value();
  const auto block =
      structure_block(experiment, "{\"layer\": 1, \"points\": 3, \"ratio\": 0.5}").value();
  ASSERT_EQ(block.size(), 3u + 12 + 3 + 3 + 4 * 9);
  EXPECT_EQ(block[0], 3);
  EXPECT_EQ(block[1], 0.5);
  EXPECT_EQ(block[2], 0);
  EXPECT_EQ(block[4], found.correlation.predicted);
  EXPECT_EQ(MatrixMap(block.data() + 21 + 18, 3, 3), found.predicted);

  const auto field = [](const auto& result) {
    return result ? std::string("none") : result.error().field;
  };
  EXPECT_EQ(field(embedding_block(experiment, "{}")), "layer");
  EXPECT_EQ(field(embedding_block(experiment, "{\"layer\": 3}")), "layer");
  EXPECT_EQ(field(embedding_block(experiment, "{\"layer\": 0, \"method\": \"tsne\"}")), "method");
  EXPECT_EQ(field(structure_block(experiment, "{\"layer\": 0, \"ratio\": 0}")), "ratio");
  EXPECT_EQ(field(structure_block(experiment, "{\"layer\": 0, \"points\": 5}")), "points");
  EXPECT_EQ(field(structure_block(experiment, "{\"layer\": 0, \"width\": 5}")), "width");
}

}  // namespace
}  // namespace reprise
