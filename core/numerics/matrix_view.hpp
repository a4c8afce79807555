#pragma once

#include <cstddef>

namespace reprise {

/// A read-only matrix seen through two strides: element (i, j) is `data[i * row_stride + j *
/// column_stride]`. One of the two strides must be 1. Swapping rows with columns transposes it for
/// free.
struct MatrixView {
  const float* data;
  std::ptrdiff_t row_stride;
  std::ptrdiff_t column_stride;

  MatrixView transposed() const { return {data, column_stride, row_stride}; }
};

/// The view of a row-major matrix whose rows are `columns` long and lie one after another.
inline MatrixView row_major(const float* data, int columns) { return {data, columns, 1}; }

enum class GemmMode {
  kAssign,  ///< C = scale * A B
  kAdd,     ///< C = C + scale * A B; with C the weights and scale = -rate this is the SGD update
};

/// Sums over k are taken in blocks of this many terms, which are then added: part of what makes
/// the bits, and so the same on every machine. 256 x 8 floats (8 kB) stay in a first-level cache.
inline constexpr int kGemmBlockDepth = 256;
/// At most so many rows of A are packed at once: 64 x 256 floats (64 kB)...
inline constexpr int kGemmBlockRows = 64;
/// ...and so many floats of B (256 kB); both stay in a second-level cache.
inline constexpr int kGemmBlockFloats = 65536;

}  // namespace reprise
