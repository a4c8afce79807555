#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_int_distribution.hpp>
#include <cmath>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "data/images.hpp"
#include "data/points.hpp"
#include "data/sources.hpp"
#include "data/subset.hpp"

namespace reprise {
namespace {

using Bytes = std::vector<std::uint8_t>;

void append(Bytes& bytes, std::uint32_t value) {
  for (int shift = 24; shift >= 0; shift -= 8) {
    bytes.push_back(static_cast<std::uint8_t>(value >> shift));
  }
}

struct IdxPair {
  Bytes images, labels;
};

// Pictures whose every value tells which picture and pixel it is.
IdxPair make_idx(const std::vector<int>& labels, int height, int width) {
  IdxPair idx;
  append(idx.images, 0x803);
  append(idx.images, static_cast<std::uint32_t>(labels.size()));
  append(idx.images, static_cast<std::uint32_t>(height));
  append(idx.images, static_cast<std::uint32_t>(width));
  append(idx.labels, 0x801);
  append(idx.labels, static_cast<std::uint32_t>(labels.size()));
  for (std::size_t i = 0; i < labels.size(); ++i) {
    idx.labels.push_back(static_cast<std::uint8_t>(labels[i]));
    for (int p = 0; p < height * width; ++p) {
      idx.images.push_back(static_cast<std::uint8_t>(37 * i + static_cast<std::size_t>(p)));
    }
  }
  return idx;
}

ImageSet make_set(const std::vector<int>& labels) {
  const IdxPair idx = make_idx(labels, 2, 3);
  return parse_idx(idx.images, idx.labels).value();
}

std::string failing_field(const IdxPair& idx) {
  const auto result = parse_idx(idx.images, idx.labels);
  return result.ok() ? "accepted" : result.error().field;
}

TEST(Idx, ReadsPicturesAndLabelsInOrder) {
  const IdxPair idx = make_idx({3, 0, 9}, 2, 3);
  const ImageSet set = parse_idx(idx.images, idx.labels).value();
  EXPECT_EQ(set.count, 3);
  EXPECT_EQ(set.height, 2);
  EXPECT_EQ(set.width, 3);
  EXPECT_EQ(set.channels, 1);
  EXPECT_EQ(set.labels, (Bytes{3, 0, 9}));
  ASSERT_EQ(set.pixels.size(), 18u);
  EXPECT_EQ(set.pixels[6 + 5], 37 + 5);
}

TEST(Idx, EveryInconsistencyNamesItsField) {
  const IdxPair good = make_idx({1, 2, 3, 4}, 5, 6);
  const auto changed = [&](auto change) {
    IdxPair idx = good;
    change(idx);
    return failing_field(idx);
  };
  const auto put = [](Bytes& bytes, std::size_t at, std::uint32_t value) {
    for (std::size_t i = 0; i < 4; ++i)
      bytes[at + i] = static_cast<std::uint8_t>(value >> (24 - 8 * i));
  };
  EXPECT_EQ(failing_field(good), "accepted");
  EXPECT_EQ(failing_field({}), "images.size");
  EXPECT_EQ(changed([](IdxPair& p) { p.images.resize(15); }), "images.size");
  EXPECT_EQ(changed([](IdxPair& p) { p.images = {0x1f, 0x8b, 8}; }), "images");
  EXPECT_EQ(changed([](IdxPair& p) { std::swap(p.images, p.labels); }), "images.magic");
  EXPECT_EQ(changed([](IdxPair& p) { p.images[2] = 0x0d; }), "images.magic") << "floats";
  EXPECT_EQ(changed([&](IdxPair& p) { put(p.images, 4, 0); }), "images.count");
  EXPECT_EQ(changed([&](IdxPair& p) { put(p.images, 4, 0xffffffff); }), "images.count");
  EXPECT_EQ(changed([&](IdxPair& p) { put(p.images, 8, 0); }), "images.height");
  EXPECT_EQ(changed([&](IdxPair& p) { put(p.images, 12, 0x80000000); }), "images.width");
  EXPECT_EQ(changed([](IdxPair& p) { p.images.pop_back(); }), "images.size");
  EXPECT_EQ(changed([](IdxPair& p) { p.images.push_back(0); }), "images.size");
  EXPECT_EQ(changed([](IdxPair& p) { p.labels.clear(); }), "labels.size");
  EXPECT_EQ(changed([](IdxPair& p) { p.labels = {0x1f, 0x8b}; }), "labels");
  EXPECT_EQ(changed([](IdxPair& p) { p.labels[3] = 3; }), "labels.magic");
  EXPECT_EQ(changed([&](IdxPair& p) { put(p.labels, 4, 3); }), "labels.count");
  EXPECT_EQ(changed([](IdxPair& p) { p.labels.pop_back(); }), "labels.size");
  EXPECT_EQ(changed([](IdxPair& p) { p.labels.push_back(0); }), "labels.size");
  EXPECT_EQ(changed([](IdxPair& p) { p.labels[8 + 2] = 10; }), "labels[2]");
}

// 65536 x 65536 x 4 wraps to 0 in 32 bits, 2^24 x 1024 x 1024 does not fit in 32 bits: neither may
// pass for small.
TEST(Idx, SizesThatOverflowAreRejected) {
  for (const auto& [count, height, width] : {std::array<std::uint32_t, 3>{4, 65536, 65536},
                                             {1u << 24, 1024, 1024},
                                             {1u << 24, 256, 1}}) {
    IdxPair idx;
    for (const std::uint32_t value : {0x803u, count, height, width}) append(idx.images, value);
    append(idx.labels, 0x801);
    append(idx.labels, count);
    EXPECT_NE(failing_field(idx), "accepted");
  }
}

TEST(Idx, ErrorsSayWhatWouldDo) {
  IdxPair idx = make_idx({1, 2}, 5, 6);
  idx.images.pop_back();
  EXPECT_EQ(parse_idx(idx.images, idx.labels).error().message(),
            "images.size is 75 bytes; allowed: 76 bytes for 2 pictures of 5 x 6");
}

TEST(IdxFuzz, MutationsNeverCrashAndNeverGiveAnInconsistentSet) {
  const IdxPair good = make_idx({0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, 3, 3);
  boost::random::mt19937 random(1402);
  const auto below = [&](std::size_t bound) {
    return boost::random::uniform_int_distribution<std::size_t>(0, bound - 1)(random);
  };
  int accepted = 0;
  for (int round = 0; round < 20'000; ++round) {
    IdxPair idx = good;
    const std::size_t edits = 1 + below(3);
    for (std::size_t edit = 0; edit < edits; ++edit) {
      Bytes& bytes = below(2) == 0 ? idx.images : idx.labels;
      if (bytes.empty()) continue;
      const std::size_t header = std::min<std::size_t>(bytes.size(), 16);
      switch (below(5)) {
        case 0:
          bytes[below(header)] = static_cast<std::uint8_t>(below(256));
          break;
        case 1:
          bytes[below(header)] ^= static_cast<std::uint8_t>(1u << below(8));
          break;
        case 2:
          bytes[below(bytes.size())] = static_cast<std::uint8_t>(below(256));
          break;
        case 3:
          bytes.resize(below(bytes.size() + 1));
          break;
        default:
          bytes.insert(bytes.end(), 1 + below(20), 7);
          break;
      }
    }
    // Copies of the exact size, so that the sanitizer sees a read beyond the end.
    const Bytes images(idx.images.begin(), idx.images.end());
    const Bytes labels(idx.labels.begin(), idx.labels.end());
    const Result<ImageSet> result = parse_idx(images, labels);
    if (!result) {
      ASSERT_FALSE(result.error().allowed.empty());
      continue;
    }
    ++accepted;
    const ImageSet& set = result.value();
    const auto values =
        static_cast<std::size_t>(set.count) * static_cast<std::size_t>(set.pixels_per_image());
    ASSERT_EQ(set.pixels.size(), values);
    ASSERT_EQ(set.labels.size(), static_cast<std::size_t>(set.count));
    for (const std::uint8_t label : set.labels) ASSERT_LE(label, 9);
  }
  EXPECT_GT(accepted, 500);
  EXPECT_LT(accepted, 19'500);
}

TEST(Cifar, ReadsRecordsAndRejectsBrokenOnes) {
  Bytes records;
  for (const int label : {7, 0}) {
    records.push_back(static_cast<std::uint8_t>(label));
    for (int i = 0; i < 3072; ++i) records.push_back(static_cast<std::uint8_t>(i + label));
  }
  const ImageSet set = parse_cifar10(records).value();
  EXPECT_EQ(set.count, 2);
  EXPECT_EQ(set.channels, 3);
  EXPECT_EQ(set.pixels_per_image(), 3072);
  EXPECT_EQ(set.labels, (Bytes{7, 0}));
  // The file holds 1024 values of red, then green, then blue; a set holds the three of each pixel.
  for (const int pixel : {0, 5, 1023}) {
    for (const int channel : {0, 1, 2}) {
      const std::size_t at = static_cast<std::size_t>(3 * pixel + channel);
      EXPECT_EQ(set.pixels[at], static_cast<std::uint8_t>(1024 * channel + pixel + 7));
      EXPECT_EQ(set.pixels[3072 + at], static_cast<std::uint8_t>(1024 * channel + pixel));
    }
  }

  Bytes bad_label = records;
  bad_label[3073] = 10;
  EXPECT_EQ(parse_cifar10(bad_label).error().field, "labels[1]");
  EXPECT_EQ(parse_cifar10({}).error().field, "images.size");
  records.pop_back();
  EXPECT_EQ(parse_cifar10(records).error().field, "images.size");
}

TEST(Idx, ReadsColourPicturesOfFourDimensions) {
  Bytes images = {0, 0, 8, 4, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3};
  for (std::uint8_t value = 0; value < 12; ++value) images.push_back(value);
  const Bytes labels = {0, 0, 8, 1, 0, 0, 0, 2, 3, 9};
  const ImageSet set = parse_idx(images, labels).value();
  EXPECT_EQ(set.count, 2);
  EXPECT_EQ(set.height, 1);
  EXPECT_EQ(set.width, 2);
  EXPECT_EQ(set.channels, 3);
  EXPECT_EQ(set.pixels, Bytes(images.begin() + 20, images.end())) << "as they lie in the file";
  images[19] = 2;
  EXPECT_EQ(parse_idx(images, labels).error().field, "images.channels");
  images[19] = 1;
  EXPECT_EQ(parse_idx(images, labels).error().field, "images.size");
  images.resize(18);
  EXPECT_EQ(parse_idx(images, labels).error().field, "images.size");
}

TEST(Select, DealsClassesInTurnInFileOrder) {
  //                               0  1  2  3  4  5  6  7  8  9 10 11
  const ImageSet set = make_set({5, 1, 1, 5, 2, 1, 5, 1, 1, 5, 5, 2});
  const Subset subset = select(set, std::vector<int>{1, 5}, 5, 3).value();
  EXPECT_EQ(subset.train, (std::vector<int>{1, 0, 2, 3, 5}));
  EXPECT_EQ(subset.held_out, (std::vector<int>{7, 6, 8}));
  const Subset reversed = select(set, std::vector<int>{5, 1}, 2, 2).value();
  EXPECT_EQ(reversed.train, (std::vector<int>{0, 1}));
  EXPECT_EQ(reversed.held_out, (std::vector<int>{3, 2}));
}

// For every count up to too many: accepted exactly if the pictures suffice, disjoint, classes in
// turn.
TEST(Select, TakesAllThereIsAndNotMore) {
  const ImageSet set = make_set({0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 2});
  const std::vector<int> classes = {2, 0, 1};
  const int available[] = {5, 4, 3};
  for (int train = 1; train <= 14; ++train) {
    for (int held_out = 0; held_out <= 14; ++held_out) {
      bool enough = true;
      for (int c = 0; c < 3; ++c) {
        int used = 0;
        for (int k = c; k < train; k += 3) ++used;
        for (int k = c; k < held_out; k += 3) ++used;
        enough = enough && used <= available[c];
      }
      const Result<Subset> subset = select(set, classes, train, held_out);
      ASSERT_EQ(subset.ok(), enough) << train << " and " << held_out;
      if (!enough) continue;
      std::set<int> seen;
      for (const auto* part : {&subset.value().train, &subset.value().held_out}) {
        for (std::size_t k = 0; k < part->size(); ++k) {
          EXPECT_TRUE(seen.insert((*part)[k]).second) << "taken once";
          EXPECT_EQ(set.labels[static_cast<std::size_t>((*part)[k])], classes[k % 3]);
        }
      }
      EXPECT_EQ(seen.size(), static_cast<std::size_t>(train + held_out));
    }
  }
}

TEST(Select, TooFewPicturesSayHowManyThereAre) {
  const ImageSet set = make_set({0, 0, 0, 0, 1, 1, 1});
  const std::vector<int> classes = {0, 1};
  EXPECT_EQ(select(set, classes, 9, 0).error().message(),
            "task.train_count is 9; allowed: at most 7, for there are only 3 pictures of class 1");
  EXPECT_EQ(
      select(set, classes, 4, 5).error().message(),
      "task.held_out_count is 5; allowed: at most 3 after 4 for training, for there are only 1 "
      "pictures of class 1");
  EXPECT_TRUE(select(set, classes, 7, 0).ok());
  EXPECT_TRUE(select(set, classes, 4, 3).ok());
  EXPECT_EQ(select(set, std::vector<int>{0, 7}, 2, 0).error().field, "task.train_count");
  EXPECT_EQ(select(set, std::vector<int>{0, 0}, 2, 0).error().field, "task.classes");
  EXPECT_EQ(select(set, std::vector<int>{}, 2, 0).error().field, "task.classes");
  EXPECT_EQ(select(ImageSet{}, classes, 2, 0).error().field, "task.train_count");
}

TEST(Points, TwoPointsHaveTheDistancesAskedFor) {
  for (const auto& [dx2, dy2] : {std::pair{1.0, 0.5}, {0.25, 0.0}, {2.0, 1.0}}) {
    const PointSet set = two_points(dx2, dy2);
    const PointSet centred = two_points(dx2, dy2, true);
    EXPECT_EQ(centred.inputs, set.inputs);
    EXPECT_EQ(centred.targets[0], -centred.targets[1]);
    EXPECT_NEAR(centred.targets[1] - centred.targets[0], std::sqrt(dy2), 1e-6 * (1 + dy2));
    EXPECT_EQ(set.count, 2);
    EXPECT_EQ(set.inputs[0], -1.0f);
    EXPECT_EQ(set.targets[0], 0.6f);
    EXPECT_NEAR(std::pow(set.inputs[1] - set.inputs[0], 2), dx2, 1e-6);
    EXPECT_NEAR(std::pow(set.targets[1] - set.targets[0], 2), dy2, 1e-6);
    EXPECT_GE(set.targets[1], set.targets[0]);
  }
}

TEST(Points, XorIsTheTruthTable) {
  const PointSet set = xor_points();
  ASSERT_EQ(set.count, 4);
  ASSERT_EQ(set.input_dimension, 2);
  for (std::size_t k = 0; k < 4; ++k) {
    const bool a = set.inputs[2 * k] == 1, b = set.inputs[2 * k + 1] == 1;
    EXPECT_EQ(2 * a + b, static_cast<int>(k)) << "in counting order";
    EXPECT_EQ(set.targets[k], a != b ? 1.0f : 0.0f);
  }
}

TEST(Points, PicturesAreNormalisedAndTargetsOneHot) {
  ImageSet set = make_set({4, 7, 4});
  set.pixels[0] = 0;
  set.pixels[1] = 255;
  const std::vector<int> classes = {7, 4};
  const PointSet points =
      image_points(set, std::vector<int>{1, 0}, classes, known_source("mnist")->scales);
  EXPECT_EQ(points.count, 2);
  EXPECT_EQ(points.input_dimension, 6);
  EXPECT_EQ(points.output_dimension, 2);
  EXPECT_EQ(points.targets, (std::vector<float>{1, 0, 0, 1}));
  EXPECT_EQ(points.labels, (std::vector<int>{7, 4}));
  EXPECT_EQ(points.classes, classes);
  EXPECT_FLOAT_EQ(points.inputs[6], -0.42421296f) << "black: -0.1307 / 0.3081";
  EXPECT_FLOAT_EQ(points.inputs[7], 2.8214867f) << "white: 0.8693 / 0.3081";
  EXPECT_FLOAT_EQ(points.inputs[0], static_cast<float>((37 / 255.0 - 0.1307) / 0.3081));
}

TEST(Points, EachChannelHasItsOwnScale) {
  ImageSet set;
  set.count = 2;
  set.height = 1;
  set.width = 2;
  set.channels = 3;
  set.pixels = {10, 100, 255, 20, 100, 0, 30, 100, 255, 40, 100, 0};
  set.labels = {0, 1};
  const std::vector<int> both = {0, 1};
  const auto scales = measured_scales(set, both);
  ASSERT_EQ(scales.size(), 3u);
  EXPECT_NEAR(scales[0].mean, 25 / 255.0, 1e-15);
  EXPECT_NEAR(scales[0].deviation, std::sqrt(125) / 255.0, 1e-15);
  EXPECT_EQ(scales[1].deviation, 1) << "no variation to scale by";
  EXPECT_NEAR(scales[2].deviation, 0.5, 1e-15);
  const PointSet points = image_points(set, both, both, scales);
  EXPECT_EQ(points.height, 1);
  EXPECT_EQ(points.width, 2);
  EXPECT_EQ(points.channels, 3);
  for (const std::size_t channel : {0u, 1u, 2u}) {
    double mean = 0, square = 0;
    for (std::size_t i = channel; i < 12; i += 3) {
      mean += static_cast<double>(points.inputs[i]) / 4;
      square += std::pow(static_cast<double>(points.inputs[i]), 2) / 4;
    }
    EXPECT_NEAR(mean, 0, 1e-6);
    EXPECT_NEAR(square, channel == 1 ? 0 : 1, 1e-6);
  }
}

TEST(Sources, AreNormalisedByTheirOwnStatistics) {
  EXPECT_EQ(known_source("fashion_mnist")->scales[0].mean, 0.2860);
  EXPECT_EQ(known_source("fashion_mnist")->scales[0].deviation, 0.3530);
  EXPECT_EQ(known_source("cifar10")->scales.size(), 3u);
  EXPECT_EQ(known_source("cifar10")->height, 32);
  EXPECT_FALSE(known_source("custom"));
}

}  // namespace
}  // namespace reprise
