// The theory of many points and the gauge of laziness beside a run: what a run tells of its points,
// and what is made of it.

#include "experiment/joint.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "experiment/spec.hpp"

namespace reprise {
namespace {

Experiment made(const std::string& network) {
  const auto spec = parse_spec(
      R"({"task": {"kind": "xor"}, "network": {"width": 30, "hidden_layers": 3, )" + network +
      R"(}, "training": {"epochs": 50, "learning_rate": 0.1}, "observe": {"layer": 1}, "seed": 4})");
  EXPECT_TRUE(spec) << spec.error().message();
  return Experiment::create(spec.value()).value();
}

std::vector<double> block(const Experiment& experiment, const std::string& options) {
  const auto found = points_block(experiment, options);
  EXPECT_TRUE(found) << found.error().message();
  return found ? found.value() : std::vector<double>();
}

TEST(JointRun, LooksAtTheStartAndAtThePresent) {
  Experiment run = made(R"("activation": "leaky_relu")");
  const std::vector<double> before = block(run, R"({"layer": 1})");
  run.advance({30, 0});
  const std::vector<double> start = block(run, R"({"layer": 1, "start": true})");
  const std::vector<double> now = block(run, R"({"layer": 1})");
  EXPECT_EQ(start, before);
  EXPECT_NE(now, before);
  ASSERT_EQ(now.size(), 4u + 2 * 4 + 3 * 16 + 2 * 4);
  EXPECT_EQ(now[0], 4);
  EXPECT_EQ(now[1], 1);
  EXPECT_EQ(now[2], 2);
  EXPECT_EQ(now[3], 0.01);
  // The inputs are (0, 0), (0, 1), (1, 0) and (1, 1).
  const MatrixMap inputs(now.data() + 12, 4, 4);
  EXPECT_EQ(inputs(3, 3), 2);
  EXPECT_EQ(inputs(1, 2), 0);
  // Distances are those that a run tells anyway.
  const auto known = run.pair_distances({0, 1, 2, 3}, 1, Moment::kNow);
  const Matrix distances = distances_of(MatrixMap(now.data() + 44, 4, 4));
  EXPECT_NEAR(distances(0, 1), known.value().h[0], 1e-9);
  EXPECT_NEAR(distances(2, 3), known.value().h[5], 1e-9);
  EXPECT_EQ((std::vector<double>(now.end() - 4, now.end())), (std::vector<double>{0, 1, 1, 0}));
}

TEST(JointRun, TellsHowFarTheKernelHasMoved) {
  Experiment run = made(R"("activation": "tanh")");
  const std::vector<double> start = block(run, R"({"layer": 0})");
  const auto still = motion_block(start, start);
  ASSERT_TRUE(still);
  EXPECT_NEAR(still.value()[1], 1, 1e-14);
  EXPECT_EQ(still.value()[2], 0);
  run.advance({50, 0});
  const auto moved = motion_block(start, block(run, R"({"layer": 0})"));
  ASSERT_TRUE(moved);
  ASSERT_EQ(moved.value().size(), 6u);
  EXPECT_LT(moved.value()[1], 1);
  EXPECT_GT(moved.value()[2], 1e-3);
}

TEST(JointRun, PredictsByEveryKernelThatTheNetworkHas) {
  Experiment run = made(R"("activation": "relu", "gain": 0.8)");
  const std::vector<double> start = block(run, R"({"layer": 1})");
  run.advance({50, 0});
  const std::vector<double> now = block(run, R"({"layer": 1})");
  for (int kernel = 0; kernel < 3; ++kernel) {
    const auto fitted = joint_block(start, now, kernel, 0);
    ASSERT_TRUE(fitted) << fitted.error().message();
    ASSERT_EQ(fitted.value().size(), 5u + 16);
    EXPECT_GT(fitted.value()[1], 0);
    const auto given = joint_block(start, now, kernel, fitted.value()[1]);
    ASSERT_TRUE(given);
    EXPECT_EQ(given.value(), fitted.value());
  }
  Experiment smooth = made(R"("activation": "tanh")");
  const std::vector<double> other = block(smooth, R"({"layer": 1})");
  EXPECT_TRUE(std::isnan(other[3]));
  EXPECT_EQ(joint_block(other, other, 1, 1).error().field, "kernel");
  EXPECT_TRUE(joint_block(other, other, 2, 1));
}

TEST(JointRun, RefusesWhatIsNoLook) {
  Experiment run = made(R"("activation": "relu")");
  const std::vector<double> good = block(run, R"({"layer": 0})");
  std::vector<double> cut(good.begin(), good.end() - 1);
  EXPECT_EQ(motion_block(good, cut).error().field, "blocks");
  EXPECT_EQ(motion_block({}, good).error().field, "blocks");
  EXPECT_EQ(motion_block(good, block(run, R"({"layer": 0, "points": 3})")).error().field, "blocks");
  EXPECT_EQ(joint_block(good, good, 3, 1).error().field, "kernel");
  EXPECT_EQ(joint_block(good, good, 0, -1).error().field, "ratio");
  EXPECT_EQ(points_block(run, R"({"layer": 3})").error().field, "layer");
  EXPECT_EQ(points_block(run, R"({"points": 5})").error().field, "points");
  EXPECT_EQ(points_block(run, R"({"start": 1})").error().field, "start");
}

// A look is refused where it would not fit beside the run, before anything is allocated.
TEST(JointRun, CountsItsMemoryFirst) {
  const auto spec = parse_spec(R"({"task": {"kind": "xor"}, "network": {"width": 500}})");
  ASSERT_TRUE(spec);
  const std::uint64_t needed = Experiment::create(spec.value()).value().memory();
  const auto tight = Experiment::create(spec.value(), {}, needed + 20'000'000);
  ASSERT_TRUE(tight);
  const auto refused = tight.value().point_view({0, 1, 2, 3}, 10, Moment::kNow);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().field, "network.width");
  // The weights once more and the gradients of one layer, not of all.
  const auto wide = Experiment::create(spec.value(), {}, needed + 30'000'000);
  EXPECT_TRUE(wide.value().point_view({0, 1, 2, 3}, 10, Moment::kStart));
}

}  // namespace
}  // namespace reprise
