#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "numerics/matrix_view.hpp"

namespace reprise {

/// How much of a workspace a product uses, in floats. 64 bits, as sizes are compared with a limit
/// before anything is allocated, in a page too.
struct GemmSize {
  std::uint64_t left = 0, right = 0;

  /// Grows to what both need.
  void cover(const GemmSize& other) {
    left = std::max(left, other.left);
    right = std::max(right, other.right);
  }
};

/// What `gemm` uses for a product of these sizes: at most 82,000 floats, and no more than the
/// matrices hold where they are small. It does not fall when one of the sizes grows.
GemmSize gemm_size(int m, int n, int k);

/// Packed copies of the operands, kept between calls so that a training step allocates nothing.
class GemmWorkspace {
 public:
  /// Makes room, so that products up to this size allocate nothing.
  void reserve(const GemmSize& size) {
    left(static_cast<std::size_t>(size.left));
    right(static_cast<std::size_t>(size.right));
  }
  float* left(std::size_t size) { return grown(left_, size); }
  float* right(std::size_t size) { return grown(right_, size); }

 private:
  static float* grown(std::vector<float>& buffer, std::size_t size) {
    if (buffer.size() < size) buffer.resize(size);
    return buffer.data();
  }
  std::vector<float> left_, right_;
};

/// Matrix product C (m x n, row-major, rows `c_stride` apart) from A (m x k) and B (k x n).
///
/// Each element of C is summed over k in ascending order, within blocks of 256 that are then added
/// in order, whatever the machine; so results agree bit for bit between native and WebAssembly.
void gemm(GemmMode mode, float scale, int m, int n, int k, MatrixView a, MatrixView b, float* c,
          std::ptrdiff_t c_stride, GemmWorkspace& workspace);

}  // namespace reprise
