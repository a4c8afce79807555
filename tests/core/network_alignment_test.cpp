// What an experiment offers to compare networks: the activations of chosen points, targets given to
// other points, and the blocks in which both reach the site.

#include "experiment/alignment.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <span>

#include "data/points.hpp"
#include "experiment/point_choice.hpp"

namespace reprise {
namespace {

Spec spec_of(const std::string& json) {
  const auto spec = parse_spec(json);
  EXPECT_TRUE(spec.ok()) << spec.error().message();
  return spec.value();
}

Spec small(const std::string& task, int seed = 1) {
  return spec_of(
      R"({"task": )" + task +
      R"(, "network": {"width": 12, "hidden_layers": 3}, "training": {"epochs": 20}, "seed": )" +
      std::to_string(seed) + "}");
}

Experiment run_of(const Spec& spec) { return Experiment::create(spec).value(); }

const std::string kPlane = R"({"kind": "plane", "shape": "moons", "count": 50})";
const std::string kXor = R"({"kind": "xor"})";

TEST(NetworkAlignment, ActivationsOfChosenPointsAreThoseOfAllPoints) {
  Experiment run = run_of(small(kPlane));
  run.advance({7, 0});
  const std::vector<int> points = {5, 0, 17};
  const auto found = run.activations(points).value();
  ASSERT_EQ(found.size(), 5u);
  for (int layer = 0; layer < 3; ++layer) {
    const FloatMatrix all = run.all_hidden(layer);
    for (std::size_t k = 0; k < points.size(); ++k) {
      // Sums over fewer points at a time round otherwise.
      for (int unit = 0; unit < 12; ++unit)
        EXPECT_NEAR(found[static_cast<std::size_t>(layer) + 1](static_cast<int>(k), unit),
                    all(points[k], unit), 1e-6);
    }
  }
  std::vector<int> numbers;
  const PointSet set = plane_point_set(std::get<PlaneTask>(run.spec().task), false, numbers);
  EXPECT_EQ(found[0](0, 0), set.inputs[10]);
  EXPECT_EQ(found[0].data()[5], set.inputs[35]);
}

TEST(NetworkAlignment, ShuffledTargetsAreTheSameTargetsOnOtherPoints) {
  PointSet points = xor_points();
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    PointSet shuffled = points;
    shuffle_targets(shuffled, seed);
    EXPECT_EQ(std::count(shuffled.targets.begin(), shuffled.targets.end(), 1.0f), 2);
    // Never XOR again, nor its opposite.
    EXPECT_NE(shuffled.targets[0], shuffled.targets[3]) << seed;
    EXPECT_EQ(shuffled.inputs, points.inputs);
    EXPECT_EQ(shuffled.labels, points.labels);
  }
  // Equal targets have no other order: it ends all the same.
  points.targets = {1, 1, 1, 1};
  shuffle_targets(points, 1);
  EXPECT_EQ(points.targets, (std::vector<float>{1, 1, 1, 1}));
}

TEST(NetworkAlignment, ARunWithShuffledTargetsBeginsAlikeAndLearnsSomethingElse) {
  const Spec spec = small(kXor, 4);
  Experiment own = run_of(spec), shuffled = run_of(spec), again = run_of(spec);
  shuffled.advance({3, 0});
  shuffled.shuffle_targets();
  again.shuffle_targets();
  EXPECT_EQ(shuffled.step(), 0);
  EXPECT_EQ(shuffled.record_count(), 1u);
  EXPECT_EQ(own.all_hidden(1), shuffled.all_hidden(1));
  for (Experiment* run : {&own, &shuffled, &again}) run->advance({});
  EXPECT_NE(own.all_hidden(1), shuffled.all_hidden(1));
  EXPECT_EQ(again.all_hidden(1), shuffled.all_hidden(1));
  EXPECT_EQ(again.all_records().values, shuffled.all_records().values);
}

std::vector<float> joined(std::initializer_list<std::vector<float>> blocks) {
  std::vector<float> all;
  for (const auto& block : blocks) all.insert(all.end(), block.begin(), block.end());
  return all;
}

TEST(NetworkAlignment, ABlockHoldsInputsHiddenLayersAndOutputs) {
  Experiment run = run_of(small(kXor));
  run.advance({5, 0});
  const auto block = activations_block(run, "{}").value();
  ASSERT_EQ(block.size(), 2u + 4 + 4 + 5 + 4 * (2 + 3 * 12 + 1));
  EXPECT_EQ(block[0], 4);
  EXPECT_EQ(block[1], 5);
  EXPECT_EQ(std::vector<float>(block.begin() + 10, block.begin() + 15),
            (std::vector<float>{2, 12, 12, 12, 1}));
  // The record's squared distance of the first two outputs.
  const double apart = block[block.size() - 4] - block[block.size() - 3];
  const auto names = column_names(run.columns());
  const auto column = std::find(names.begin(), names.end(), "y_0_1");
  ASSERT_NE(column, names.end());
  const MatrixMap records = run.records();
  EXPECT_NEAR(apart * apart, records(records.rows() - 1, column - names.begin()), 1e-6);
}

TEST(NetworkAlignment, BlocksCompareEveryLayerWithEveryOther) {
  Experiment one = run_of(small(kPlane, 1)), other = run_of(small(kPlane, 2));
  const auto start = activations_block(one, R"({"points": 20})").value();
  one.advance({});
  other.advance({});
  const auto a = activations_block(one, R"({"points": 20})").value();
  const auto b = activations_block(other, R"({"points": 20})").value();
  const std::int32_t pairs[] = {1, 2, 1, 1, 0, 1};
  const auto block = alignment_block(joined({start, a, b}), pairs, {}).value();
  ASSERT_EQ(block.size(), 1u + 3 * 25 * 3);
  EXPECT_EQ(block[0], 3);
  const auto points = choose_points(one, 20).value().points;
  const auto first = representations(one, points).value(),
             second = representations(other, points).value();
  ASSERT_EQ(first.size(), 4u);  // The outputs are none.
  for (std::size_t i = 0; i < 4; ++i) {
    for (std::size_t j = 0; j < 4; ++j) {
      const Alignment found = align(first[i], second[j]), own = align(first[i], first[j]);
      const std::size_t at = 1 + 3 * (5 * i + j);
      EXPECT_EQ(block[at], found.cka);
      EXPECT_EQ(block[at + 1], found.rsa);
      EXPECT_EQ(block[at + 2], found.procrustes);
      EXPECT_EQ(block[75 + at], own.cka);
    }
  }
  EXPECT_NEAR(block[1], 1, 1e-12);  // Both see the same inputs.
  EXPECT_NEAR(block[3], 0, 1e-6);
}

TEST(NetworkAlignment, TheShuffledBaselineIsTheMeanOfBothWays) {
  Experiment runs[] = {run_of(small(kPlane, 1)), run_of(small(kPlane, 1)), run_of(small(kPlane, 2)),
                       run_of(small(kPlane, 2))};
  runs[1].shuffle_targets();
  runs[3].shuffle_targets();
  const auto points = choose_points(runs[0], 20).value().points;
  std::vector<std::vector<float>> blocks;
  std::vector<Representation> layers;
  for (Experiment& run : runs) {
    run.advance({});
    blocks.push_back(activations_block(run, R"({"points": 20})").value());
    layers.push_back(representations(run, points).value()[2]);
  }
  const Alignment there = align(layers[0], layers[3]), back = align(layers[1], layers[2]);
  const Alignment both = align_shuffled(&layers[0], &layers[1], &layers[2], &layers[3]);
  ASSERT_NE(there.cka, back.cka);
  EXPECT_DOUBLE_EQ(both.cka, (there.cka + back.cka) / 2);
  EXPECT_DOUBLE_EQ(both.rsa, (there.rsa + back.rsa) / 2);
  EXPECT_DOUBLE_EQ(both.procrustes, (there.procrustes + back.procrustes) / 2);
  EXPECT_EQ(align_shuffled(&layers[0], nullptr, &layers[2], &layers[3]).cka, there.cka);
  EXPECT_EQ(align_shuffled(&layers[0], &layers[1], &layers[2], nullptr).rsa, back.rsa);
  EXPECT_TRUE(std::isnan(align_shuffled(nullptr, &layers[1], nullptr, &layers[3]).procrustes));

  const std::int32_t pairs[] = {0, 2}, shuffled[] = {0, 1, 2, 3};
  const auto block =
      alignment_block(joined({blocks[0], blocks[1], blocks[2], blocks[3]}), pairs, shuffled).value();
  ASSERT_EQ(block.size(), 1u + 2 * 25 * 3);
  EXPECT_EQ(block[0], 2);
  const std::size_t at = 1 + 75 + 3 * (5 * 2 + 2);
  EXPECT_EQ(block[at], both.cka);
  EXPECT_EQ(block[at + 1], both.rsa);
  EXPECT_EQ(block[at + 2], both.procrustes);
}

TEST(NetworkAlignment, AnOverlayHasTheDistanceAndBothClouds) {
  Experiment one = run_of(small(kPlane, 1)), other = run_of(small(kPlane, 2));
  const auto a = activations_block(one, R"({"points": 20})").value();
  const auto b = activations_block(other, R"({"points": 20})").value();
  const std::int32_t layers[] = {2, 3};
  const Vector none;
  const auto block = overlay_block(joined({a, b}), layers, 3, none).value();
  ASSERT_EQ(block.size(), 3u + 2 * 60);
  EXPECT_EQ(block[0], 20);
  const auto points = choose_points(one, 20).value().points;
  const auto distance =
      align(representations(one, points).value()[2], representations(other, points).value()[3])
          .procrustes;
  EXPECT_NEAR(block[2], distance, 1e-6);
  // Turned onto its own mirror image, the picture is the mirror image.
  Vector mirrored(60);
  for (int k = 0; k < 60; ++k)
    mirrored[k] = (k % 3 == 1 ? -1 : 1) * block[static_cast<std::size_t>(3 + k)];
  const auto turned = overlay_block(joined({a, b}), layers, 3, mirrored).value();
  for (int k = 0; k < 120; ++k) {
    const auto at = static_cast<std::size_t>(3 + k);
    EXPECT_NEAR(turned[at], (k % 3 == 1 ? -1 : 1) * block[at], 1e-9);
  }

  const auto refused = [&](const std::vector<float>& blocks, std::span<const std::int32_t> which,
                           int dimensions, const VectorRef& onto) {
    return overlay_block(blocks, which, dimensions, onto).error().field;
  };
  const std::int32_t beyond[] = {2, 5}, below[] = {-1, 0};
  EXPECT_EQ(refused(a, layers, 3, none), "blocks");
  EXPECT_EQ(refused(joined({a, b, a}), layers, 3, none), "blocks");
  EXPECT_EQ(refused(joined({a, b}), beyond, 3, none), "layers");
  EXPECT_EQ(refused(joined({a, b}), below, 3, none), "layers");
  EXPECT_EQ(refused(joined({a, b}), std::span(layers).first(1), 3, none), "layers");
  EXPECT_EQ(refused(joined({a, b}), layers, 0, none), "dimensions");
  EXPECT_EQ(refused(joined({a, b}), layers, 11, none), "dimensions");
  EXPECT_EQ(refused(joined({a, b}), layers, 2, mirrored), "onto");
}

TEST(NetworkAlignment, BlocksThatAreNoneAreRefused) {
  Experiment one = run_of(small(kPlane));
  const std::vector<float> whole = activations_block(one, "{}").value();
  const std::int32_t both[] = {0, 1};
  const auto refused = [&](const std::vector<float>& blocks) {
    return alignment_block(blocks, both, {}).error().field;
  };
  std::vector<float> cut = whole, longer = whole, broken = whole;
  cut.pop_back();
  longer.push_back(0);
  broken.back() = NAN;
  EXPECT_EQ(refused(joined({cut, whole})), "blocks");
  EXPECT_EQ(refused(joined({whole, cut})), "blocks");
  EXPECT_EQ(refused(joined({whole, longer})), "blocks");
  EXPECT_EQ(refused(joined({whole, broken})), "values");
  EXPECT_EQ(refused({}), "blocks");
  EXPECT_EQ(refused({NAN, NAN}), "blocks");
  EXPECT_EQ(refused(joined({whole, activations_block(one, R"({"points": 9})").value()})), "blocks");
  EXPECT_EQ(refused(whole), "pairs");
  const std::int32_t below[] = {-1, 0};
  EXPECT_EQ(alignment_block(whole, below, {}).error().field, "pairs");
  EXPECT_EQ(alignment_block(whole, {}, {}).error().field, "pairs");
  EXPECT_EQ(alignment_block(joined({whole, whole}), std::span(both).first(1), {}).error().field,
            "pairs");
  // A twin that is not built as its network is.
  Spec deep = small(kPlane);
  ++deep.network.hidden_layers;
  const auto two = joined({whole, activations_block(run_of(deep), "{}").value()});
  for (const std::vector<std::int32_t>& wrong :
       {std::vector{0, 0, 1}, {0, 0, 1, 2}, {-1, 0, 1, 1}, {0, 1, 1, 1}, {0, 0, 0, 1}})
    EXPECT_EQ(alignment_block(two, both, wrong).error().field, "shuffled");
  const std::int32_t right[] = {0, 0, 1, 1};
  EXPECT_EQ(alignment_block(two, both, right).value()[0], 2);
  EXPECT_EQ(activations_block(one, R"({"points": 2})").error().field, "points");
  EXPECT_EQ(activations_block(one, R"({"points": 60})").error().field, "points");
  EXPECT_EQ(activations_block(run_of(small(R"({"kind": "two_points"})")), R"({"points": 3})")
                .error()
                .field,
            "points");
}

TEST(NetworkAlignment, NetworksAreComparableWhereTheirPointsAndRecordsAre) {
  const Spec first = small(kPlane);
  Spec other = first;
  other.seed = 9;
  other.network.width = 5;
  other.network.activation = Activation::kTanh;
  other.training.learning_rate = 1;
  EXPECT_FALSE(check_comparable(first, other));
  Spec more = first, longer = first, rarer = first;
  std::get<PlaneTask>(more.task).count = 51;
  longer.training.epochs = 21;
  rarer.observe.every = 2;
  EXPECT_EQ(check_comparable(first, more)->field, "task.count");
  EXPECT_EQ(check_comparable(first, small(kXor))->field, "task.kind");
  EXPECT_EQ(check_comparable(first, longer)->field, "training.epochs");
  EXPECT_EQ(check_comparable(first, rarer)->field, "observe.every");
}

}  // namespace
}  // namespace reprise
