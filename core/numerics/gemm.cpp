#include "numerics/gemm.hpp"

#include "numerics/vector_width.hpp"

namespace reprise {
namespace {

constexpr std::uint64_t kWidestPanel = 32;  // Two vectors of sixteen.
constexpr std::uint64_t kAlignment = 16;    // The kernels begin at a multiple of 64 bytes.

}  // namespace

GemmSize gemm_size(int m, int n, int k) {
  const auto panels = [](int width) {
    return (static_cast<std::uint64_t>(width) + kWidestPanel - 1) / kWidestPanel * kWidestPanel;
  };
  const std::uint64_t depth = static_cast<std::uint64_t>(std::min(k, kGemmBlockDepth));
  // The kernels may compute the transpose instead, so each side may be the left one.
  const std::uint64_t width = panels(std::max(m, n));
  return {std::min<std::uint64_t>(width, kGemmBlockRows) * depth + kAlignment,
          std::min<std::uint64_t>(width * depth, kGemmBlockFloats) + kAlignment};
}

void gemm(GemmMode mode, float scale, int m, int n, int k, MatrixView a, MatrixView b, float* c,
          std::ptrdiff_t c_stride, GemmWorkspace& workspace) {
  const GemmSize size = gemm_size(m, n, k);
  float* left = workspace.left(static_cast<std::size_t>(size.left));
  float* right = workspace.right(static_cast<std::size_t>(size.right));
  kernels().gemm(mode, scale, m, n, k, a, b, c, c_stride, left, right);
}

}  // namespace reprise
