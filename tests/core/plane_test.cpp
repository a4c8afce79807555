// Points in the plane: where they lie, what is trained on, runs whose points change, and the whole
// plane as the network sees it.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

#include "data/plane.hpp"
#include "experiment/experiment.hpp"
#include "experiment/surface.hpp"
#include "numerics/sine.hpp"

namespace reprise {
namespace {

PlaneTask shaped(PlaneShape shape, int count = 400, double noise = 0) {
  PlaneTask task;
  task.shape = shape;
  task.count = count;
  task.noise = noise;
  return task;
}

Spec small(PlaneTask task = shaped(PlaneShape::kXorClouds, 60, 0.05)) {
  Spec spec = default_spec(std::move(task));
  spec.network.width = 8;
  spec.network.hidden_layers = 2;
  spec.training.epochs = 60;
  spec.training.batch = 16;
  spec.observe = {1, 10, {0, 1}};
  return spec;
}

std::vector<float> block(Experiment& experiment, const std::string& options) {
  auto found = surface_block(experiment, options);
  EXPECT_TRUE(found.ok()) << found.error().message();
  return found ? found.value() : std::vector<float>(7);
}

Responses responses(Experiment& experiment, const FloatMatrix& inputs, int layer) {
  Responses found;
  EXPECT_EQ(experiment.responses(inputs, layer, found), std::nullopt);
  return found;
}

TEST(SineOfPi, AgreesWithTheCLibrary) {
  for (double x = -12; x <= 12; x += 0.0137) {
    EXPECT_NEAR(sine_of_pi(x), std::sin(3.141592653589793 * x), 2e-14) << x;
  }
  for (const double x : {-3.0, 0.0, 1.0, 2.0}) EXPECT_EQ(sine_of_pi(x), 0.0);
  EXPECT_NEAR(sine_of_pi(0.5), 1.0, 1e-15);
  EXPECT_NEAR(sine_of_pi(-0.5), -1.0, 1e-15);
}

TEST(Plane, ShapesAreWhatTheySay) {
  for (int k = 1; k <= 9; ++k) {
    const auto shape = static_cast<PlaneShape>(k);
    SCOPED_TRACE(kPlaneShapes[k]);
    PlaneTask task = shaped(shape);
    if (shape == PlaneShape::kGaussians) task.classes = 4;
    const std::vector<float> points = plane_points(task);
    ASSERT_EQ(points.size(), 1200u);
    std::vector<int> of_class(4);
    for (std::size_t i = 0; i < points.size(); i += 3) {
      const double x = points[i], y = points[i + 1], target = points[i + 2];
      const double radius = std::hypot(x, y);
      EXPECT_LT(std::max(std::fabs(x), std::fabs(y)),
                shape == PlaneShape::kGaussians ? 1.6 : 1.001);
      if (shape != PlaneShape::kSurface) ++of_class[static_cast<std::size_t>(target)];
      switch (shape) {
        case PlaneShape::kXorCorners:
        case PlaneShape::kXorClouds:
          EXPECT_EQ(target, x * y < 0 ? 1 : 0);
          break;
        case PlaneShape::kCircles:
          EXPECT_EQ(target, radius > 0.6 ? 1 : 0);
          break;
        case PlaneShape::kMoons:
          EXPECT_NEAR(std::hypot(1.5 * x + (target == 0 ? 0.5 : -0.5),
                                 1.5 * y + (target == 0 ? 0.25 : -0.25)),
                      1, 1e-6);
          break;
        case PlaneShape::kSpirals: {
          const double turns = 3 * (radius - 0.08) / 0.9 + target;
          EXPECT_NEAR(x, radius * std::cos(3.141592653589793 * turns), 1e-5);
          EXPECT_NEAR(y, radius * std::sin(3.141592653589793 * turns), 1e-5);
          break;
        }
        case PlaneShape::kCheckerboard:
          EXPECT_EQ(target, static_cast<int>(std::floor(2 * x + 2) + std::floor(2 * y + 2)) % 2);
          break;
        case PlaneShape::kSine:
          EXPECT_EQ(target, y > 0.5 * std::sin(3.141592653589793 * x) ? 1 : 0);
          break;
        case PlaneShape::kSurface:
          EXPECT_NEAR(target, std::sin(3.141592653589793 * x) * std::cos(1.5707963267948966 * y),
                      1e-6);
          break;
        default:
          break;
      }
    }
    const int classes = plane_classes(task);
    EXPECT_EQ(classes, shape == PlaneShape::kSurface ? 0 : task.classes);
    for (int c = 0; c < classes; ++c) EXPECT_GT(of_class[c], 60) << c;
  }
}

TEST(Plane, MorePointsAndMoreNoiseKeepWhatThereIs) {
  for (int k = 1; k <= 9; ++k) {
    const auto shape = static_cast<PlaneShape>(k);
    const auto few = plane_points(shaped(shape, 50, 0)), many = plane_points(shaped(shape, 80, 0));
    EXPECT_TRUE(std::equal(few.begin(), few.end(), many.begin())) << kPlaneShapes[k];
    const auto half = plane_points(shaped(shape, 50, 0.1)),
               full = plane_points(shaped(shape, 50, 0.2));
    for (std::size_t i = 0; i < few.size(); ++i) {
      EXPECT_NEAR(half[i] - few[i], 0.5 * (full[i] - few[i]), 1e-6) << kPlaneShapes[k];
    }
    PlaneTask other = shaped(shape, 50, 0);
    other.seed = 2;
    if (shape != PlaneShape::kXorCorners) {
      EXPECT_NE(plane_points(other), few) << kPlaneShapes[k];
    }
  }
}

TEST(Plane, EveryPointIsTrainedOnOrHeldOutAndNoneChangesSides) {
  for (const double share : {0.0, 0.2, 0.5, 0.8}) {
    PlaneTask task = shaped(PlaneShape::kMoons, 200);
    task.held_out = share;
    std::vector<int> trained, held_out;
    const PointSet train = plane_point_set(task, false, trained);
    const PointSet test = plane_point_set(task, true, held_out);
    EXPECT_EQ(train.count, plane_training_points(task));
    EXPECT_NEAR(test.count, 200 * share, 2);
    std::set<int> all(trained.begin(), trained.end());
    all.insert(held_out.begin(), held_out.end());
    EXPECT_EQ(all.size(), 200u);
    // Both classes have their part of it.
    EXPECT_NEAR(std::count(test.labels.begin(), test.labels.end(), 0), 100 * share, 4);
    task.count = 300;
    std::vector<int> more;
    plane_point_set(task, true, more);
    EXPECT_TRUE(std::equal(held_out.begin(), held_out.end(), more.begin()));
  }
}

TEST(Plane, InputsAreTheFeaturesAndTargetsOneHotOrNumbers) {
  PlaneTask task;
  task.shape = PlaneShape::kOwn;
  task.classes = 3;
  task.points = {0.5, -0.25, 2};
  task.held_out = 0;
  task.features = {PlaneFeature::kSinePiX, PlaneFeature::kXY,       PlaneFeature::kX,
                   PlaneFeature::kY,       PlaneFeature::kXSquared, PlaneFeature::kYSquared};
  std::vector<int> indices;
  PointSet set = plane_point_set(task, false, indices);
  EXPECT_EQ(set.inputs, (std::vector<float>{1, -0.125, 0.5, -0.25, 0.25, 0.0625}));
  EXPECT_EQ(set.targets, (std::vector<float>{0, 0, 1}));
  EXPECT_EQ(set.labels, std::vector<int>{2});
  task.numbers = true;
  set = plane_point_set(task, false, indices = {});
  EXPECT_EQ(set.targets, std::vector<float>{2});
  EXPECT_EQ(set.labels, std::vector<int>{0});
}

TEST(PlaneRun, RecordsRecognitionAndWhatIsHeldOutWhereThereIsAny) {
  const auto names = [](PlaneTask task) {
    auto columns = column_names(Experiment::create(small(std::move(task))).value().columns());
    columns.resize(5);
    return columns;
  };
  using Names = std::vector<std::string>;
  PlaneTask task = shaped(PlaneShape::kMoons, 60);
  EXPECT_EQ(names(task),
            (Names{"t", "loss", "train_accuracy", "held_out_loss", "held_out_accuracy"}));
  task.held_out = 0;
  EXPECT_EQ(names(task), (Names{"t", "loss", "train_accuracy", "y_0_1", "w_0_1"}));
  task = shaped(PlaneShape::kSurface, 60);
  EXPECT_EQ(names(task), (Names{"t", "loss", "held_out_loss", "y_0_1", "w_0_1"}));
  // Of four points a fifth is none: its loss is undefined, and the run goes on.
  Spec spec = small(PlaneTask{.shape = PlaneShape::kOwn});
  spec.training.batch = std::nullopt;
  auto few = Experiment::create(spec).value();
  EXPECT_EQ(few.advance({}), RunState::kFinished);
  EXPECT_TRUE(std::isnan(few.all_records().last(Quantity::kHeldOutLoss)));
  EXPECT_TRUE(std::isfinite(few.all_records().last(Quantity::kLoss)));
}

TEST(PlaneRun, LearnsMoonsAndTellsThoseHeldOutApart) {
  Spec spec = default_spec(shaped(PlaneShape::kMoons, 200, 0.05));
  spec.training.epochs = 300;
  auto run = Experiment::create(spec).value();
  EXPECT_EQ(run.advance({}), RunState::kFinished);
  EXPECT_GT(run.all_records().last(Quantity::kTrainAccuracy), 0.97);
  EXPECT_GT(run.all_records().last(Quantity::kHeldOutAccuracy), 0.93);
}

// A spec with the points of a run written out as its own.
Spec as_own(Spec spec) {
  PlaneTask& task = std::get<PlaneTask>(spec.task);
  const std::vector<float> points = plane_points(task);
  task.points.assign(points.begin(), points.end());
  task.shape = PlaneShape::kOwn;
  task.count = PlaneTask{}.count;
  task.noise = PlaneTask{}.noise;
  return spec;
}

TEST(PlaneRun, PointsThatAreReplacedByThemselvesChangeNothing) {
  const Spec spec = as_own(small());
  auto plain = Experiment::create(spec).value(), replaced = Experiment::create(spec).value();
  plain.advance({});
  for (int k = 0; k < 7; ++k) {
    replaced.advance({5, 0});
    EXPECT_EQ(replaced.replace_points(spec), std::nullopt);
  }
  replaced.advance({});
  EXPECT_EQ(replaced.all_records().values, plain.all_records().values);
}

TEST(PlaneRun, GoesOnWithOtherPointsFromWhereItIs) {
  const Spec spec = as_own(small());
  auto run = Experiment::create(spec).value();
  run.advance({73, 0});
  const double before = run.epoch();
  const auto records = run.record_count();
  const auto hidden = run.hidden(1);
  Spec other = spec;
  auto& points = std::get<PlaneTask>(other.task).points;
  points[3] += 0.5;
  points.resize(3 * 41);  // Fewer than before, and others of them in a minibatch.
  other.training.learning_rate = 0.01;
  other.training.penalties = {0.0001, 0.001};
  EXPECT_EQ(run.replace_points(other), std::nullopt);
  EXPECT_EQ(run.spec(), other);
  EXPECT_NEAR(run.epoch(), before, 1.0);
  EXPECT_EQ(run.record_count(), records);
  EXPECT_EQ(run.train_labels().size() + run.held_out_labels().size(), 41u);
  // The weights are the same: point 0 has not moved, and is where it was in the layer.
  EXPECT_EQ(hidden.row(0), run.hidden(1).row(0));
  EXPECT_EQ(run.advance({}), RunState::kFinished);
  EXPECT_EQ(run.epoch(), 60);
  const auto t = run.all_records().column(Quantity::kTime);
  EXPECT_TRUE(std::is_sorted(t.begin(), t.end()));
  EXPECT_EQ(t.back(), 60);
  // From the start it is the run of the other spec.
  run.reset();
  run.advance({});
  auto fresh = Experiment::create(other).value();
  fresh.advance({});
  EXPECT_EQ(run.all_records().values, fresh.all_records().values);
  // And more points than there were.
  EXPECT_EQ(run.replace_points(spec), std::nullopt);
  run.reset();
  run.advance({});
  auto plain = Experiment::create(spec).value();
  plain.advance({});
  EXPECT_EQ(run.all_records().values, plain.all_records().values);
}

TEST(PlaneRun, RefusesToChangeWhatIsNotAPoint) {
  const Spec spec = as_own(small());
  auto run = Experiment::create(spec).value();
  run.advance({20, 0});
  const auto before = run.all_records().values;
  const auto refused = [&](auto change) {
    Spec other = spec;
    change(other, std::get<PlaneTask>(other.task));
    const auto error = run.replace_points(other);
    return error ? error->field : "";
  };
  EXPECT_EQ(refused([](Spec&, PlaneTask& task) { task.features.pop_back(); }), "task.features");
  EXPECT_EQ(refused([](Spec&, PlaneTask& task) { task.classes = 3; }), "task.classes");
  EXPECT_EQ(refused([](Spec&, PlaneTask& task) { task.held_out = 0; }), "task.held_out");
  EXPECT_EQ(refused([](Spec& other, PlaneTask&) { other.network.width = 9; }), "network");
  EXPECT_EQ(refused([](Spec& other, PlaneTask&) { other.training.batch = 4; }), "training");
  EXPECT_EQ(refused([](Spec& other, PlaneTask&) { other.training.momentum = 0.5; }), "training");
  EXPECT_EQ(refused([](Spec& other, PlaneTask&) { other.observe.layer = 0; }), "observe");
  EXPECT_EQ(refused([](Spec& other, PlaneTask&) { other.seed = 2; }), "seed");
  EXPECT_EQ(run.spec(), spec);
  run.advance({1, 0});
  auto plain = Experiment::create(default_spec(XorTask{})).value();
  EXPECT_EQ(plain.replace_points(plain.spec())->field, "task.kind");
}

TEST(PlaneSurface, ShowsWhatTheNetworkDoesAtEveryPlace) {
  Spec spec = small();
  auto run = Experiment::create(spec).value();
  run.advance({40, 0});
  const auto before = run.hidden(1);
  const auto found = block(run, R"({"layer": 1, "across": 21, "map_every": 4, "line_every": 5})");
  EXPECT_EQ(std::vector<float>(found.begin(), found.begin() + 7),
            (std::vector<float>{21, 6, 8, 5, 2, 60, 0}));
  const std::size_t points = 10, outputs = points + 180, maps = outputs + 2 * 441,
                    lines = maps + 8 * 36;
  ASSERT_EQ(found.size(), lines + 3 * (25 + 60));
  const auto listed = plane_points(std::get<PlaneTask>(spec.task));
  EXPECT_TRUE(std::equal(listed.begin(), listed.end(), found.begin() + points));
  // The node of grid (10, 10) is the middle: the same as a point of one's own there.
  auto there = Experiment::create(spec).value();
  there.advance({40, 0});
  const auto middle = responses(there, FloatMatrix{{0, 0}, {1.25, -1.25}}, 1);
  // (Batches of another size add up in another order.)
  EXPECT_NEAR(found[outputs + 10 * 21 + 10], middle.outputs(0, 0), 1e-6);
  EXPECT_NEAR(found[outputs + 441 + 10 * 21 + 10], middle.outputs(0, 1), 1e-6);
  // The last of the first row, at x = 1.25 and y = -1.25.
  EXPECT_NEAR(found[outputs + 20], middle.outputs(1, 0), 1e-6);
  for (int unit = 0; unit < 8; ++unit) {
    EXPECT_NEAR(found[maps + unit * 36 + 5], middle.hidden(1, unit), 1e-6) << unit;
  }
  // Places keep as much of the distances as three dimensions can: shares say how much.
  EXPECT_GT(found[7] + found[8] + found[9], 0.5);
  EXPECT_LE(found[7] + found[8] + found[9], 1.0001);
  EXPECT_EQ(run.hidden(1), before) << "a look changes nothing";
  auto plain = Experiment::create(spec).value();
  plain.advance({});
  run.advance({});
  EXPECT_EQ(run.all_records().values, plain.all_records().values);
}

TEST(PlaneSurface, LayersOfUpToThreeUnitsAreShownAsTheyAre) {
  for (const int width : {1, 2, 3}) {
    Spec spec = small();
    spec.network.width = width;
    auto run = Experiment::create(spec).value();
    const auto found = block(run, R"({"layer": 0, "across": 3, "map_every": 1, "line_every": 2})");
    EXPECT_EQ(found[6], 1);
    const auto corner = responses(run, FloatMatrix{{-1.25, -1.25}}, 0);
    const float* place = found.data() + found.size() - 3 * (4 + 60);
    for (int axis = 0; axis < 3; ++axis) {
      EXPECT_NEAR(place[axis], axis < width ? corner.hidden(0, axis) : 0.0f, 1e-6);
    }
  }
}

TEST(PlaneSurface, RefusesWhatItCannotShow) {
  auto run = Experiment::create(small()).value();
  const auto field = [&](const char* options) { return surface_block(run, options).error().field; };
  EXPECT_EQ(field("{}"), "layer");
  EXPECT_EQ(field(R"({"layer": 2})"), "layer");
  EXPECT_EQ(field(R"({"layer": 0, "across": 1})"), "across");
  EXPECT_EQ(field(R"({"layer": 0, "map_every": 3})"), "map_every");
  EXPECT_EQ(field(R"({"layer": 0, "line_every": 7})"), "line_every");
  EXPECT_EQ(field(R"({"layer": 0, "extent": 0})"), "extent");
  EXPECT_EQ(field(R"({"layer": 0, "side": 3})"), "side");
  auto xor_run = Experiment::create(default_spec(XorTask{})).value();
  EXPECT_EQ(surface_block(xor_run, R"({"layer": 0})").error().field, "task.kind");
}

}  // namespace
}  // namespace reprise
