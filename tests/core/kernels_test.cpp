// The kernels of training at every width of vectors that this machine has: the same bits from all.

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string>
#include <vector>

#include "network/architectures.hpp"
#include "noise.hpp"
#include "numerics/gemm.hpp"
#include "numerics/random.hpp"
#include "numerics/small_batch.hpp"
#include "numerics/vector_width.hpp"
#include "training/trainer.hpp"

namespace reprise {
namespace {

using test_support::noise;

std::vector<std::uint32_t> bits_of(const std::vector<float>& values) {
  std::vector<std::uint32_t> bits(values.size());
  std::memcpy(bits.data(), values.data(), 4 * values.size());
  return bits;
}

// Puts back at the end of a test the width that was in use before it.
class KernelsTest : public testing::Test {
 protected:
  ~KernelsTest() override { use_lanes(lanes_); }

 private:
  int lanes_ = reprise::kernels().lanes;
};

// Runs `compute`, which returns floats, at each width and holds the results equal bit for bit.
template <class Compute>
void expect_equal_bits(const std::string& what, Compute compute) {
  const std::vector<int> widths = available_lanes();
  ASSERT_EQ(widths.front(), 4);
  ASSERT_TRUE(use_lanes(4));
  const auto expected = bits_of(compute());
  for (const int lanes : widths) {
    ASSERT_TRUE(use_lanes(lanes));
    EXPECT_TRUE(bits_of(compute()) == expected) << what << ", " << lanes << " lanes";
  }
}

struct Training {
  std::string name;
  Network network;
  int points;
  TrainingOptions options;
};

// Every architecture, activation and optimiser, and sizes that are no multiple of any width.
std::vector<Training> trainings() {
  std::vector<Training> all;
  const auto add = [&](const char* name, Network network, int points, int batch,
                       Optimizer optimizer, double rate) {
    TrainingOptions options;
    options.optimizer = optimizer;
    options.learning_rate = rate;
    options.batch = batch;
    all.push_back({name, std::move(network), points, options});
  };
  for (const Activation activation :
       {Activation::kLinear, Activation::kRelu, Activation::kLeakyRelu, Activation::kTanh,
        Activation::kElu, Activation::kSilu}) {
    add(activation_name(activation), build_mlp({13, 37, 3, 3, activation}), 50, 19, Optimizer::kSgd,
        0.02);
  }
  for (const int points : {1, 2, 3, 4, 5}) {
    add("few points", build_mlp({3, 51, 4, 2, Activation::kLeakyRelu}), points, 0, Optimizer::kSgd,
        0.01);
  }
  add("wide", build_mlp({530, 70, 2, 10, Activation::kLeakyRelu}), 150, 64, Optimizer::kSgd, 0.01);
  add("many points", build_mlp({2, 33, 3, 1, Activation::kTanh}), 301, 0, Optimizer::kSgd, 0.05);
  add("residual", build_residual({7, 41, 4, 3, Activation::kElu}), 40, 17, Optimizer::kSgd, 0.01);
  add("convolutional", build_convolutional({20, 60, 3, 4, Activation::kLeakyRelu}, 4, 3), 23, 10,
      Optimizer::kSgd, 0.01);
  add("convolutional in the plane",
      build_picture_convolutional({2 * 9 * 11, 5 * 9 * 11, 2, 4, Activation::kRelu}, 9, 11, 2, 5,
                                  3),
      12, 5, Optimizer::kSgd, 0.01);
  add("attention", build_attention({28, 7 * 12, 2, 5, Activation::kSilu}, 7, 3), 20, 9,
      Optimizer::kSgd, 0.01);
  add("attention, Adam", build_attention({28, 7 * 12, 2, 5, Activation::kRelu}, 7, 3), 20, 9,
      Optimizer::kAdam, 0.001);
  add("Adam", build_mlp({13, 37, 3, 3, Activation::kTanh}), 50, 3, Optimizer::kAdam, 0.002);
  DenseShape dropout{13, 37, 3, 3, Activation::kRelu};
  dropout.dropout = 0.2;
  add("dropout", build_mlp(dropout), 50, 19, Optimizer::kSgd, 0.02);
  return all;
}

TEST_F(KernelsTest, WholeTrainingRunsHaveTheSameBitsAtEveryWidth) {
  for (const Training& training : trainings()) {
    const Network& network = training.network;
    const auto inputs = noise(static_cast<std::size_t>(training.points) * network.inputs(), 1);
    const auto targets = noise(static_cast<std::size_t>(training.points) * network.outputs(), 2);
    expect_equal_bits(training.name, [&] {
      Trainer trainer(network, {training.points, inputs.data(), targets.data()}, training.options);
      std::vector<float> losses;
      for (int step = 0; step < 25; ++step) losses.push_back(static_cast<float>(trainer.step()));
      EXPECT_TRUE(std::isfinite(losses.back())) << training.name;
      EXPECT_NE(losses.front(), losses.back()) << training.name;
      std::vector<float> all = trainer.parameters();
      all.insert(all.end(), losses.begin(), losses.end());
      return all;
    });
  }
}

TEST_F(KernelsTest, ProductsHaveTheSameBitsAtEveryWidth) {
  RandomStream sizes(3, RandomPurpose::kNoise);
  const auto size = [&](int largest) { return 1 + static_cast<int>(sizes.uniform() * largest); };
  for (int trial = 0; trial < 40; ++trial) {
    const int m = size(90), n = size(90), k = size(trial % 4 == 0 ? 600 : 70);
    const auto a = noise(static_cast<std::size_t>(m) * k, 1);
    const auto b = noise(static_cast<std::size_t>(k) * n, 2);
    const auto before = noise(static_cast<std::size_t>(m) * (n + 3), 4);
    const MatrixView left =
        trial % 2 == 0 ? row_major(a.data(), k) : row_major(a.data(), m).transposed();
    const MatrixView right =
        trial % 3 == 0 ? row_major(b.data(), n) : row_major(b.data(), k).transposed();
    expect_equal_bits(std::to_string(m) + " x " + std::to_string(n) + " x " + std::to_string(k),
                      [&] {
                        GemmWorkspace workspace;
                        auto c = before;
                        gemm(trial % 5 < 2 ? GemmMode::kAssign : GemmMode::kAdd, 0.7f, m, n, k,
                             left, right, c.data(), n + 3, workspace);
                        return c;
                      });
  }
}

// What a wide matrix needs does not grow with it, and no kernel touches more than what is said.
TEST_F(KernelsTest, ProductsKeepToTheWorkspaceTheyAskFor) {
  for (const auto& [m, n, k] : {std::array{8, 1 << 22, 2}, std::array{1 << 22, 8, 300},
                                std::array{1 << 20, 1 << 20, 1 << 20}}) {
    const GemmSize size = gemm_size(m, n, k);
    EXPECT_LE(4 * (size.left + size.right), 400'000u) << m << " x " << n << " x " << k;
  }
  const float guard = 12345.0f;
  for (const auto& [m, n, k] : {std::array{1, 1, 1}, std::array{5, 3000, 2}, std::array{3000, 5, 2},
                                std::array{70, 70, 300}, std::array{200, 784, 64},
                                std::array{64, 200, 784}, std::array{33, 500, 17}}) {
    for (const bool transpose : {false, true}) {
      const auto a = noise(static_cast<std::size_t>(m) * k, 1);
      const auto b = noise(static_cast<std::size_t>(k) * n, 2);
      const MatrixView left =
          transpose ? row_major(a.data(), m).transposed() : row_major(a.data(), k);
      const MatrixView right =
          transpose ? row_major(b.data(), k).transposed() : row_major(b.data(), n);
      const GemmSize size = gemm_size(m, n, k);
      std::vector<float> c(static_cast<std::size_t>(m) * n);
      for (const int lanes : available_lanes()) {
        ASSERT_TRUE(use_lanes(lanes));
        std::vector<float> work_left(size.left + 64, guard), work_right(size.right + 64, guard);
        kernels().gemm(GemmMode::kAssign, 1.0f, m, n, k, left, right, c.data(), n, work_left.data(),
                       work_right.data());
        for (int i = 0; i < 64; ++i) {
          ASSERT_EQ(work_left[size.left + i], guard) << m << " x " << n << " x " << k;
          ASSERT_EQ(work_right[size.right + i], guard) << m << " x " << n << " x " << k;
        }
      }
    }
  }
}

// Gradients that vanish: 0.9^n would go on through the numbers below the smallest normal one, where
// processors differ in how long they take, and some in what they do.
TEST_F(KernelsTest, AdamCountsWhatIsBelowTheSmallestNormalNumberAsNought) {
  const float smallest = std::numeric_limits<float>::min();
  const std::vector<float> gradients = {1.0f,    1e-5f,  1e-15f,  1e-19f, 1e-22f,
                                        -1e-30f, 2e-38f, -3e-39f, 1e-45f, 0.0f};
  const std::vector<float> none(gradients.size(), 0.0f);
  const AdamStep step{0.9f, 0.1f, 0.999f, 0.001f, 0.001f, 1.0f, 1e-8f};
  expect_equal_bits("Adam", [&] {
    std::vector<float> mean = none, square = none, parameters = none;
    for (int i = 0; i < 3000; ++i) {
      kernels().adam(none.size(), step, i < 5 ? gradients.data() : none.data(), mean.data(),
                     square.data(), parameters.data());
      for (std::size_t j = 0; j < none.size(); ++j) {
        EXPECT_TRUE(mean[j] == 0.0f || std::abs(mean[j]) >= smallest) << i << ", " << j;
        EXPECT_TRUE(square[j] == 0.0f || square[j] >= smallest) << i << ", " << j;
      }
    }
    EXPECT_EQ(mean, none);
    EXPECT_GT(square[0], 1e-4f) << "what is not small stays";
    parameters.insert(parameters.end(), square.begin(), square.end());
    return parameters;
  });
}

TEST_F(KernelsTest, AdamKeepsNan) {
  for (const int lanes : available_lanes()) {
    ASSERT_TRUE(use_lanes(lanes));
    std::vector<float> gradient(21, std::nanf("")), mean(21), square(21), parameters(21);
    kernels().adam(21, {0.9f, 0.1f, 0.999f, 0.001f, 0.001f, 1.0f, 1e-8f}, gradient.data(),
                   mean.data(), square.data(), parameters.data());
    for (const float parameter : parameters) EXPECT_TRUE(std::isnan(parameter));
  }
}

TEST_F(KernelsTest, AWidthThatTheMachineLacksIsRefused) {
  const int before = kernels().lanes;
  EXPECT_FALSE(use_lanes(5));
  EXPECT_EQ(kernels().lanes, before);
}

}  // namespace
}  // namespace reprise
