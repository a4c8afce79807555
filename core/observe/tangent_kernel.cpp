#include "observe/tangent_kernel.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "numerics/gemm.hpp"

namespace reprise {
namespace {

using Eigen::Index;

// Products of gradients are added in single precision within so many numbers.
constexpr int kBlock = 4096;

std::uint64_t largest_part(const Network& network) {
  std::uint64_t largest = 0;
  for (int part = 0; part < network.parts(); ++part)
    largest = std::max(largest, network.part_parameters(part));
  return largest;
}

// Adds the inner products of the rows of `gradients` (points x `count`, rows `stride` apart).
void add_products(const std::vector<float>& gradients, std::size_t stride, std::size_t count,
                  GemmWorkspace& workspace, FloatMatrix& block, Matrix& kernel) {
  const int points = static_cast<int>(kernel.rows());
  for (std::size_t from = 0; from < count; from += kBlock) {
    const int depth = static_cast<int>(std::min<std::size_t>(kBlock, count - from));
    const MatrixView rows{gradients.data() + from, static_cast<std::ptrdiff_t>(stride), 1};
    gemm(GemmMode::kAssign, 1.0f, points, points, depth, rows, rows.transposed(), block.data(),
         points, workspace);
    kernel += block.cast<double>();
  }
}

double cosine(const Matrix& a, const Matrix& b) {
  const double sizes = a.norm() * b.norm();
  return sizes > 0 ? a.cwiseProduct(b).sum() / sizes : std::numeric_limits<double>::quiet_NaN();
}

// The means over the points taken off on both sides.
Matrix centred(const MatrixRef& kernel) {
  Matrix rows = kernel.rowwise() - kernel.colwise().mean().eval();
  rows.colwise() -= rows.rowwise().mean().eval();
  return rows;
}

}  // namespace

std::uint64_t tangent_kernel_bytes(const Network& network, int points) {
  const std::uint64_t n = static_cast<std::uint64_t>(points);
  return n * (network.layout(1, PassKind::kTraining).bytes() +
              largest_part(network) * sizeof(float)) +
         n * n * (sizeof(float) + sizeof(double)) +
         gemm_size(points, points, kBlock).left * sizeof(float) +
         gemm_size(points, points, kBlock).right * sizeof(float);
}

// Layer by layer, so that the gradients of one layer alone are held, of all points side by side.
Matrix tangent_kernel(const Network& network, const std::vector<float>& parameters,
                      const FloatMatrixRef& inputs) {
  const Index points = inputs.rows();
  const auto stride = static_cast<std::size_t>(largest_part(network));
  std::vector<float> gradients(static_cast<std::size_t>(points) * stride);
  std::vector<Pass> passes;
  passes.reserve(static_cast<std::size_t>(points));
  for (Index i = 0; i < points; ++i) passes.emplace_back(network, 1);
  GemmWorkspace workspace;
  FloatMatrix block(points, points);
  Matrix kernel = Matrix::Zero(points, points);
  std::vector<float> direction(static_cast<std::size_t>(network.outputs()), 0.0f);
  for (Index i = 0; i < points; ++i)
    network.forward(parameters, inputs.row(i).data(), 1, passes[static_cast<std::size_t>(i)]);
  for (float& output : direction) {
    output = 1.0f;
    for (int part = network.parts(); part-- > 0;) {
      for (std::size_t i = 0; i < passes.size(); ++i) {
        network.part_gradient(part, parameters, direction.data(), gradients.data() + i * stride,
                              passes[i]);
      }
      add_products(gradients, stride, static_cast<std::size_t>(network.part_parameters(part)),
                   workspace, block, kernel);
    }
    output = 0.0f;
  }
  return kernel;
}

KernelMotion kernel_motion(const MatrixRef& kernel, const MatrixRef& start,
                           const MatrixRef& targets) {
  KernelMotion found;
  found.start = cosine(kernel, start);
  const double size = start.norm();
  found.change =
      size > 0 ? (kernel - start).norm() / size : std::numeric_limits<double>::quiet_NaN();
  found.targets = cosine(kernel, targets);
  const Matrix now = centred(kernel);
  found.start_centred = cosine(now, centred(start));
  found.targets_centred = cosine(now, centred(targets));
  return found;
}

}  // namespace reprise
