// What an experiment offers to compare networks: the activations of chosen points, targets given to
// other points, and the blocks in which both reach the site.

#include "experiment/alignment.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

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
  ASSERT_EQ(found.size(), 4u);
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

TEST(NetworkAlignment, BlocksCompareEveryLayerWithEveryOther) {
  Experiment one = run_of(small(kPlane, 1)), other = run_of(small(kPlane, 2));
  one.advance({});
  other.advance({});
  const auto a = activations_block(one, R"({"points": 20})").value();
  const auto b = activations_block(other, R"({"points": 20})").value();
  EXPECT_EQ(a[0], 20);
  EXPECT_EQ(a[1], 4);
  EXPECT_EQ(a.size(), 2u + 20 + 20 + 4 + 20 * (2 + 3 * 12));
  const auto block = alignment_block(a, b).value();
  ASSERT_EQ(block.size(), 2u + 16 * 3);
  EXPECT_EQ(block[0], 4);
  EXPECT_EQ(block[1], 4);
  const auto points = choose_points(one, 20).value().points;
  const auto first = representations(one, points).value(),
             second = representations(other, points).value();
  for (std::size_t i = 0; i < 4; ++i) {
    for (std::size_t j = 0; j < 4; ++j) {
      const Alignment found = align(first[i], second[j]);
      EXPECT_EQ(block[2 + 3 * (4 * i + j)], found.cka);
      EXPECT_EQ(block[3 + 3 * (4 * i + j)], found.rsa);
      EXPECT_EQ(block[4 + 3 * (4 * i + j)], found.procrustes);
    }
  }
  EXPECT_NEAR(block[2], 1, 1e-12);  // Both see the same inputs.
  EXPECT_NEAR(block[4], 0, 1e-6);
}

TEST(NetworkAlignment, BlocksThatAreNoneAreRefused) {
  Experiment one = run_of(small(kPlane));
  const std::vector<float> whole = activations_block(one, "{}").value();
  const auto refused = [&](const std::vector<float>& a, const std::vector<float>& b) {
    return alignment_block(a, b).error().field;
  };
  std::vector<float> cut = whole, longer = whole, broken = whole;
  cut.pop_back();
  longer.push_back(0);
  broken.back() = NAN;
  EXPECT_EQ(refused(cut, whole), "a");
  EXPECT_EQ(refused(whole, longer), "b");
  EXPECT_EQ(refused(whole, broken), "values");
  EXPECT_EQ(refused({}, whole), "a");
  EXPECT_EQ(refused({NAN, NAN}, whole), "a");
  EXPECT_EQ(refused(whole, activations_block(one, R"({"points": 9})").value()), "b");
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
