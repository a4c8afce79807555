// Every preset's first steps, down to the last bit: as kept in tests/digests.json, whatever
// compiled them and whatever runs them. A few steps in every build of the tests;
// REPRISE_DIGEST_STEPS=200 takes those of ./dev digests.

#include <gtest/gtest.h>

#include <cinttypes>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "experiment/experiment.hpp"
#include "experiment/presets.hpp"
#include "numerics/vector_width.hpp"

namespace reprise {
namespace {

// Pictures that every machine makes alike, as many as a preset asks for.
ImageSet pictures(const ImagesTask& task) {
  ImageSet set;
  set.height = set.width = task.source == "cifar10" ? 32 : 28;
  set.channels = task.source == "cifar10" ? 3 : 1;
  set.count = task.train_count + task.held_out_count + 100;
  std::uint32_t state = 1;
  for (int i = 0; i < set.count; ++i) {
    set.labels.push_back(
        static_cast<std::uint8_t>(task.classes[static_cast<std::size_t>(i) % task.classes.size()]));
    for (int pixel = 0; pixel < set.pixels_per_image(); ++pixel) {
      state = 1664525u * state + 1013904223u;
      set.pixels.push_back(static_cast<std::uint8_t>(state >> 24));
    }
  }
  return set;
}

// FNV-1a of 64 bits.
class Digest {
 public:
  template <class T>
  void add(const T* values, std::size_t count) {
    const auto* bytes = reinterpret_cast<const unsigned char*>(values);
    for (std::size_t i = 0; i < count * sizeof(T); ++i)
      value_ = (value_ ^ bytes[i]) * 0x100000001b3u;
  }
  std::string text() const {
    char digits[20];
    std::snprintf(digits, sizeof digits, "%016" PRIx64, value_);
    return digits;
  }

 private:
  std::uint64_t value_ = 0xcbf29ce484222325u;
};

std::string digest_of(const Preset& preset, int steps) {
  const auto* images = std::get_if<ImagesTask>(&preset.spec.task);
  auto run = Experiment::create(preset.spec, images ? pictures(*images) : ImageSet{});
  if (!run) return preset.name + ": " + run.error().message();
  run.value().advance({steps, 0});
  Digest digest;
  const Records records = run.value().all_records();
  digest.add(records.values.data(), records.values.size());
  for (int layer = 0; layer < preset.spec.network.hidden_layers; ++layer) {
    const FloatMatrix hidden = run.value().hidden(layer);
    digest.add(hidden.data(), static_cast<std::size_t>(hidden.size()));
  }
  return digest.text();
}

TEST(Digests, OfEveryPresetAreThoseKept) {
  const char* asked = std::getenv("REPRISE_DIGEST_STEPS");
  const std::string steps = asked == nullptr ? "2" : asked;
  std::ifstream file(std::string(REPRISE_SOURCE_DIR) + "/tests/digests.json");
  const nlohmann::json kept = nlohmann::json::parse(file, nullptr, false);
  const bool known = kept.is_object() && kept.contains(steps);
  EXPECT_TRUE(known) << "none are kept of " << steps << " steps";
  const auto all = presets();
  ASSERT_TRUE(all.ok());
  // Few steps as this machine takes them by itself; many at every width of vectors that it has.
  const int usual = kernels().lanes;
  for (const int lanes : asked == nullptr ? std::vector<int>{usual} : available_lanes()) {
    ASSERT_TRUE(use_lanes(lanes));
    nlohmann::json found = nlohmann::json::object();
    for (const Preset& preset : all.value())
      found[preset.name] = digest_of(preset, std::atoi(steps.c_str()));
    std::printf("%zu presets, %s steps, vectors of %d\n", found.size(), steps.c_str(), lanes);
    if (known) {
      EXPECT_EQ(found, kept[steps])
          << lanes << " lanes; if they are meant to change: ./dev digests --keep";
    }
    if (const char* out = std::getenv("REPRISE_DIGESTS_OUT")) std::ofstream(out) << found.dump(1);
  }
  use_lanes(usual);
}

}  // namespace
}  // namespace reprise
