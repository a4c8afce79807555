// The empirical tangent kernel: against differences of the outputs, the closed form of a network
// with one linear hidden layer, and what must not change it.

#include "observe/tangent_kernel.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "network/architectures.hpp"
#include "noise.hpp"

namespace reprise {
namespace {

using test_support::noise;
using test_support::noise_matrix;

std::vector<float> outputs_at(const Network& network, const std::vector<float>& parameters,
                              const FloatMatrix& inputs) {
  const int points = static_cast<int>(inputs.rows());
  Pass pass(network, points);
  const float* found = network.forward(parameters, inputs.data(), points, pass);
  return {found, found + static_cast<std::ptrdiff_t>(points) * network.outputs()};
}

std::vector<float> some_parameters(const Network& network) {
  std::vector<float> parameters = network.initialise(1.0, 3);
  const std::vector<float> shift = noise(parameters.size(), 4, 0.1);
  for (std::size_t i = 0; i < parameters.size(); ++i) parameters[i] += shift[i];
  return parameters;
}

// The kernel from central differences of every output by every parameter.
Matrix by_differences(const Network& network, const std::vector<float>& parameters,
                      const FloatMatrix& inputs) {
  const Eigen::Index points = inputs.rows(), outputs = network.outputs();
  Eigen::MatrixXd slopes(points * outputs, static_cast<Eigen::Index>(parameters.size()));
  std::vector<float> moved = parameters;
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    moved[i] = parameters[i] + 0x1p-12f;
    const std::vector<float> above = outputs_at(network, moved, inputs);
    moved[i] = parameters[i] - 0x1p-12f;
    const std::vector<float> below = outputs_at(network, moved, inputs);
    moved[i] = parameters[i];
    for (std::size_t k = 0; k < above.size(); ++k) {
      slopes(static_cast<Eigen::Index>(k), static_cast<Eigen::Index>(i)) =
          (static_cast<double>(above[k]) - static_cast<double>(below[k])) * 0x1p11;
    }
  }
  Matrix kernel = Matrix::Zero(points, points);
  for (Eigen::Index i = 0; i < points; ++i) {
    for (Eigen::Index j = 0; j < points; ++j) {
      for (Eigen::Index o = 0; o < outputs; ++o)
        kernel(i, j) += slopes.row(i * outputs + o).dot(slopes.row(j * outputs + o));
    }
  }
  return kernel;
}

TEST(TangentKernel, IsWhatDifferencesOfTheOutputsGive) {
  DenseShape dropping = {3, 6, 2, 2, Activation::kTanh};
  dropping.dropout = 0.3;
  const Network networks[] = {build_mlp({3, 6, 3, 2, Activation::kTanh}), build_mlp(dropping),
                              build_residual({3, 6, 3, 2, Activation::kElu}, 1),
                              build_convolutional({3, 8, 2, 2, Activation::kTanh}, 2, 3),
                              build_attention({3, 8, 2, 2, Activation::kTanh}, 2, 2)};
  int number = 0;
  for (const Network& network : networks) {
    const std::vector<float> parameters = some_parameters(network);
    const FloatMatrix inputs = noise_matrix(5, 3, 5);
    const Matrix expected = by_differences(network, parameters, inputs);
    const Matrix found = tangent_kernel(network, parameters, inputs);
    EXPECT_LE((found - expected).norm(), 2e-3 * expected.norm()) << "network " << number;
    EXPECT_GT(expected.norm(), 1);
    ++number;
  }
}

// One linear hidden layer, y = V (W x + a) + b with r outputs: the gradients by V, W, a and b give
// K_ij = r h_i . h_j + |V|^2 (x_i . x_j + 1) + r.
TEST(TangentKernel, OfOneLinearHiddenLayerHasAClosedForm) {
  const Network network = build_mlp({4, 7, 1, 3, Activation::kLinear});
  const std::vector<float> parameters = some_parameters(network);
  const FloatMatrix inputs = noise_matrix(6, 4, 6);
  using Floats = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
  const Matrix w = Eigen::Map<const Floats>(parameters.data(), 7, 4).cast<double>();
  const Vector a = Eigen::Map<const Eigen::VectorXf>(parameters.data() + 28, 7).cast<double>();
  const Matrix v = Eigen::Map<const Floats>(parameters.data() + 35, 3, 7).cast<double>();
  const Matrix x = inputs.cast<double>();
  const Matrix h = (x * w.transpose()).rowwise() + a.transpose();
  const Matrix expected =
      (3.0 * h * h.transpose() + v.squaredNorm() * x * x.transpose()).array() + v.squaredNorm() + 3;
  const Matrix found = tangent_kernel(network, parameters, inputs);
  EXPECT_LE((found - expected).norm(), 1e-5 * expected.norm());
}

TEST(TangentKernel, IsSymmetricHasNoNegativeDirectionAndFollowsTheOrderOfThePoints) {
  const Network network = build_mlp({3, 40, 4, 2, Activation::kLeakyRelu});
  const std::vector<float> parameters = some_parameters(network);
  const FloatMatrix inputs = noise_matrix(5, 3, 8);
  const Matrix kernel = tangent_kernel(network, parameters, inputs);
  EXPECT_EQ(kernel, kernel.transpose());
  for (int trial = 0; trial < 20; ++trial) {
    const Vector along = noise_matrix(5, 1, 20 + trial).cast<double>();
    EXPECT_GE(along.dot(kernel * along), -1e-5 * kernel.norm());
  }
  // Each point by itself: what else is looked at changes nothing but the rounding of sums.
  const FloatMatrix reversed = inputs.colwise().reverse();
  EXPECT_LE((tangent_kernel(network, parameters, reversed) - kernel.reverse()).norm(),
            1e-6 * kernel.norm());
  const Matrix first = tangent_kernel(network, parameters, inputs.topRows(2));
  EXPECT_LE((first - kernel.topLeftCorner(2, 2)).norm(), 1e-6 * kernel.norm());
}

// Units of a hidden layer in another order make the same network.
TEST(TangentKernel, DoesNotSeeTheOrderOfUnits) {
  const Network network = build_mlp({2, 3, 1, 1, Activation::kTanh});
  const std::vector<float> given = some_parameters(network);
  std::vector<float> other = given;
  const auto swap = [&](std::size_t a, std::size_t b) { std::swap(other[a], other[b]); };
  swap(0, 4);  // Weights of units 0 and 2 from both inputs,
  swap(1, 5);
  swap(6, 8);   // their biases,
  swap(9, 11);  // and what the output takes of them.
  const FloatMatrix inputs = noise_matrix(4, 2, 9);
  const Matrix kernel = tangent_kernel(network, given, inputs);
  EXPECT_LE((tangent_kernel(network, other, inputs) - kernel).norm(), 1e-6 * kernel.norm());
}

TEST(TangentKernel, TakesThePassesAndOneLayersGradients) {
  const Network network = build_mlp({1, 500, 20, 1, Activation::kLeakyRelu});
  const std::uint64_t layer = 500 * 500 + 500, whole = network.parameter_count();
  EXPECT_GT(tangent_kernel_bytes(network, 2), 2 * layer * sizeof(float));
  // Far less than the gradients of all layers at once would take.
  EXPECT_LT(tangent_kernel_bytes(network, 2), 2 * whole * sizeof(float) / 8);
  EXPECT_GT(tangent_kernel_bytes(network, 200), 200 * layer * sizeof(float));
}

TEST(KernelMotion, TellsTurningFromGrowing) {
  Matrix start(3, 3), targets(3, 3);
  start << 2, 1, 0, 1, 2, 1, 0, 1, 2;
  targets << 1, 1, -1, 1, 1, -1, -1, -1, 1;
  const KernelMotion still = kernel_motion(start, start, targets);
  EXPECT_NEAR(still.start, 1, 1e-15);
  EXPECT_EQ(still.change, 0);
  EXPECT_NEAR(still.start_centred, 1, 1e-15);
  // <start, targets> = 6 + 2 - 2; norms 4 and 3.
  EXPECT_NEAR(still.targets, 6.0 / 12, 1e-15);
  const KernelMotion grown = kernel_motion(3 * start, start, targets);
  EXPECT_NEAR(grown.start, 1, 1e-15);
  EXPECT_NEAR(grown.change, 2, 1e-15);
  const KernelMotion turned = kernel_motion(targets, start, targets);
  EXPECT_NEAR(turned.targets, 1, 1e-15);
  EXPECT_NEAR(turned.targets_centred, 1, 1e-15);
  EXPECT_NEAR(turned.start, 0.5, 1e-15);
  // A number added to all entries is the mean's, which the centred cosines do not see.
  const Matrix lifted = start.array() + 7;
  EXPECT_NEAR(kernel_motion(lifted, start, targets).start_centred, 1, 1e-14);
  EXPECT_LT(kernel_motion(lifted, start, targets).start, 0.9);
  // Two points: about the mean there is one direction only.
  Matrix two(2, 2), others(2, 2);
  two << 3, 1, 1, 2;
  others << 1, 0.5, 0.5, 4;
  EXPECT_NEAR(kernel_motion(two, others, others).start_centred, 1, 1e-15);
}

TEST(KernelMotion, IsUndefinedOfNothing) {
  const Matrix none = Matrix::Zero(3, 3), some = Matrix::Identity(3, 3);
  EXPECT_TRUE(std::isnan(kernel_motion(none, some, some).start));
  EXPECT_TRUE(std::isnan(kernel_motion(some, none, some).change));
  EXPECT_TRUE(std::isnan(kernel_motion(some, some, none).targets));
  // The same target for all: about its mean nothing is left.
  EXPECT_TRUE(std::isnan(kernel_motion(some, some, Matrix::Ones(3, 3)).targets_centred));
}

}  // namespace
}  // namespace reprise
