// What a run is said to take of the memory, against what it allocates: every allocation of this
// program is counted.

#include "experiment/memory.hpp"

#include <gtest/gtest.h>
#include <malloc.h>

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <new>
#include <string>
#include <vector>

#include "experiment/experiment.hpp"
#include "experiment/setup.hpp"
#include "numerics/random.hpp"

// The linker leads this program's own calls of malloc and free here (see CMakeLists.txt): Eigen
// allocates by them.
extern "C" {
void* __real_malloc(std::size_t size);
void __real_free(void* pointer);
void* __wrap_malloc(std::size_t size);
void __wrap_free(void* pointer);
}

namespace {

std::atomic<std::size_t> held{0}, peak{0}, calls{0};

void* counted(std::size_t size) {
  void* block = __real_malloc(size);
  if (block == nullptr) std::abort();
  const std::size_t now = held += malloc_usable_size(block);
  peak = std::max(peak.load(), now);
  ++calls;
  return block;
}

void forget(void* pointer) noexcept {
  if (pointer == nullptr) return;
  held -= malloc_usable_size(pointer);
  __real_free(pointer);
}

}  // namespace

void* __wrap_malloc(std::size_t size) { return counted(size); }
void __wrap_free(void* pointer) { forget(pointer); }

void* operator new(std::size_t size) { return counted(size); }
void* operator new[](std::size_t size) { return counted(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return counted(size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return counted(size); }
void operator delete(void* pointer, const std::nothrow_t&) noexcept { forget(pointer); }
void operator delete[](void* pointer, const std::nothrow_t&) noexcept { forget(pointer); }
void operator delete(void* pointer) noexcept { forget(pointer); }
void operator delete[](void* pointer) noexcept { forget(pointer); }
void operator delete(void* pointer, std::size_t) noexcept { forget(pointer); }
void operator delete[](void* pointer, std::size_t) noexcept { forget(pointer); }

namespace reprise {
namespace {

struct NetworkCase {
  const char* name;
  const char* json;
};

// Every architecture, large enough that what it takes is not lost in the small change.
const NetworkCase kCases[] = {
    {"mlp", R"({"task": {"kind": "two_points"}, "network": {"width": 600, "hidden_layers": 6}})"},
    {"mlp, Adam",
     R"({"task": {"kind": "xor"}, "network": {"width": 500, "hidden_layers": 6}, "training": {"optimizer": "adam"}})"},
    {"mlp, momentum",
     R"({"task": {"kind": "xor"}, "network": {"width": 500, "hidden_layers": 6}, "training": {"momentum": 0.9}})"},
    {"mlp, L2",
     R"({"task": {"kind": "xor"}, "network": {"width": 500, "hidden_layers": 6}, "training": {"l2": 0.001}})"},
    {"mlp, dropout, minibatches",
     R"({"task": {"kind": "images", "source": "custom", "classes": [0, 1, 2], "train_count": 900, "held_out_count": 300},
         "network": {"width": 300, "hidden_layers": 3, "dropout": 0.2}})"},
    {"residual, all points at once",
     R"({"task": {"kind": "feature_collapse", "side": 20}, "network": {"kind": "residual", "width": 200, "hidden_layers": 5},
         "training": {"batch": "full"}})"},
    {"convolutional",
     R"({"task": {"kind": "feature_collapse", "side": 12},
         "network": {"kind": "convolutional", "width": 480, "hidden_layers": 4, "channels": 16, "kernel": 11}})"},
    {"attention",
     R"({"task": {"kind": "feature_collapse", "side": 12},
         "network": {"kind": "attention", "width": 384, "hidden_layers": 3, "tokens": 16, "heads": 4}})"},
    {"picture_convolutional",
     R"({"task": {"kind": "images", "source": "custom", "classes": [0, 1, 2], "train_count": 300, "held_out_count": 90},
         "network": {"kind": "picture_convolutional", "hidden_layers": 3, "channels": 12}})"},
    {"many records",
     R"({"task": {"kind": "two_points"}, "network": {"width": 8, "hidden_layers": 20},
         "training": {"epochs": 40000}, "observe": {"every": 1}})"},
};

ImageSet noisy_pictures(int count) {
  ImageSet set;
  set.count = count;
  set.height = set.width = 28;
  set.channels = 1;
  RandomStream random(1, RandomPurpose::kNoise);
  for (int i = 0; i < count; ++i) set.labels.push_back(static_cast<std::uint8_t>(i % 3));
  for (int i = 0; i < count * 28 * 28; ++i) {
    set.pixels.push_back(static_cast<std::uint8_t>(255 * random.uniform()));
  }
  return set;
}

// A run takes no more than it said, but for names, labels and the like; and what it said is at most
// a quarter more than it takes.
TEST(Memory, OfARunIsWhatItWasSaidToBe) {
  const ImageSet pictures = noisy_pictures(1500);
  for (const NetworkCase& c : kCases) {
    const Spec spec = parse_spec(c.json).value();
    const std::size_t before = held;
    peak = before;
    auto experiment = Experiment::create(spec, pictures).value();
    experiment.advance({3, 0});
    const double taken = static_cast<double>(peak - before);
    double said = static_cast<double>(memory_need(spec, point_shape(spec.task)).total());
    EXPECT_EQ(said, static_cast<double>(experiment.memory())) << c.name;
    // The pictures themselves were there before.
    if (const auto* task = std::get_if<ImagesTask>(&spec.task)) {
      said -= 2.0 * 28 * 28 * (task->train_count + task->held_out_count);
    }
    EXPECT_LT(taken, said + 400'000) << c.name;
    EXPECT_LT(said, 1.25 * taken) << c.name;
  }
}

TEST(Memory, IsAllAllocatedBeforeTheFirstStep) {
  for (const NetworkCase& c : kCases) {
    Spec spec = parse_spec(c.json).value();
    if (std::holds_alternative<ImagesTask>(spec.task)) continue;  // Its steps are those of others.
    const Network network = build_network(spec.network, point_shape(spec.task));
    const PointSet points = load_task(spec.task, {}).value().train;
    Trainer trainer(network, {points.count, points.inputs.data(), points.targets.data()},
                    training_options(spec));
    const std::size_t before = calls;
    for (int step = 0; step < 3; ++step) trainer.step();
    EXPECT_EQ(calls, before) << c.name;
  }
}

// An evaluation keeps the hidden layers and what is still to be read, and gives the same numbers.
TEST(Memory, OfAnEvaluationIsLessAndItsNumbersAreTheSame) {
  for (const NetworkCase& c : kCases) {
    const Spec spec = parse_spec(c.json).value();
    const Network network = build_network(spec.network, point_shape(spec.task));
    const int points = 7;
    std::vector<float> inputs(static_cast<std::size_t>(points) * network.inputs());
    RandomStream random(2, RandomPurpose::kNoise);
    random.fill_normal(inputs.data(), inputs.size(), 1);
    const std::vector<float> parameters = network.initialise(1, 3);
    Pass whole(network, points), lean(network, points, PassKind::kEvaluation);
    const float* expected = network.forward(parameters, inputs.data(), points, whole);
    const float* outputs = network.forward(parameters, inputs.data(), points, lean);
    for (int i = 0; i < points * network.outputs(); ++i)
      ASSERT_EQ(outputs[i], expected[i]) << c.name;
    for (int layer = 0; layer < network.hidden_layers(); ++layer) {
      for (int i = 0; i < points * network.hidden_width(layer); ++i) {
        ASSERT_EQ(network.hidden(lean, layer)[i], network.hidden(whole, layer)[i])
            << c.name << ", layer " << layer;
      }
    }
    EXPECT_LT(network.layout(500, PassKind::kEvaluation).bytes(),
              0.8 * static_cast<double>(network.layout(500, PassKind::kTraining).bytes()))
        << c.name;
  }
}

// Specs at their limits, alone and together: each is refused with a field of its own named, or
// would run in the memory of a page.
TEST(Memory, OfMonstrousSpecsIsRefusedOrWithinTheLimit) {
  const char* const monsters[] = {
      R"({"task": {"kind": "feature_collapse", "side": 50}, "training": {"batch": 1},
          "network": {"kind": "attention", "width": 2048, "tokens": 256, "hidden_layers": 20}})",
      R"({"task": {"kind": "feature_collapse", "side": 50}, "training": {"batch": "full"},
          "network": {"width": 4096}})",
      R"({"task": {"kind": "feature_collapse", "side": 50}, "training": {"batch": "full"},
          "network": {"kind": "attention", "width": 4096, "tokens": 256, "heads": 16, "hidden_layers": 100}})",
      R"({"task": {"kind": "images", "source": "cifar10", "train_count": 70000, "held_out_count": 70000},
          "training": {"batch": "full", "optimizer": "adam"},
          "network": {"kind": "picture_convolutional", "channels": 4096, "kernel": 99, "hidden_layers": 100}})",
      R"({"task": {"kind": "two_points"}, "network": {"kind": "convolutional", "width": 4096, "channels": 4096,
          "kernel": 99, "hidden_layers": 100}})",
      R"({"task": {"kind": "xor"}, "network": {"kind": "residual", "width": 4096, "hidden_layers": 100, "dropout": 0.9},
          "training": {"optimizer": "adam", "epochs": 1000000}, "observe": {"every": 1000}})",
  };
  for (const char* text : monsters) {
    const std::size_t before = held;
    peak = before;
    const auto spec = parse_spec(text);
    EXPECT_LT(peak - before, 4'000'000u) << "nothing large is allocated to find out: " << text;
    if (spec) {
      EXPECT_LE(memory_need(spec.value(), point_shape(spec.value().task)).total(), kUsualMemory);
    } else {
      EXPECT_NE(spec.error().field.find('.'), std::string::npos) << spec.error().message();
      EXPECT_NE(spec.error().allowed.find("memory"), std::string::npos) << spec.error().message();
    }
  }
}

// A run that just fits leaves no room for a look that takes much: that is said, and the run goes
// on.
TEST(Memory, OfALookAtARunCountsBesideTheRun) {
  Spec spec = default_spec(FeatureCollapseTask{20});
  spec.network.width = 300;
  const std::uint64_t need = memory_need(spec, point_shape(spec.task)).total();
  EXPECT_FALSE(Experiment::create(spec, {}, need - 1).ok());
  auto experiment = Experiment::create(spec, {}, need).value();
  EXPECT_EQ(experiment.embedding(1, 2).error().field, "network.width");
  EXPECT_EQ(experiment.pair_distances({0, 1}, 1, Moment::kStart).error().field, "network.width");
  EXPECT_EQ(experiment.advance({2, 0}), RunState::kRunning);
  EXPECT_TRUE(Experiment::create(spec, {}, need + 20'000'000).value().embedding(1, 2).ok());
}

}  // namespace
}  // namespace reprise
