#include "numerics/gemm.hpp"

#include <algorithm>

#include "numerics/lanes.hpp"

// The usual packed product: operands are copied, block by block, into panels that the inner kernel
// reads straight through. The kernel's tile of 4 rows by 8 columns keeps 8 accumulators of four
// lanes in registers; larger tiles spill, since both SSE and the browsers' WebAssembly offer 16
// registers.

namespace reprise {
namespace {

constexpr int kTileRows = 4;
constexpr int kTileColumns = 8;
constexpr int kBlockDepth =
    256;                        // A panel of 256 x 8 floats (8 kB) stays in the first-level cache.
constexpr int kBlockRows = 64;  // 64 x 256 floats (64 kB) of A stay in the second-level cache.

constexpr int round_up(int value, int multiple) {
  return (value + multiple - 1) / multiple * multiple;
}

// Copies a `width` x `depth` part of an operand into panels of `Panel` (4 or 8): panel p holds, for
// each step of the depth, the elements p*Panel .. p*Panel+Panel-1 side by side. Missing ones become
// zero. `across` is the stride from one element of a panel to the next, `along` the stride of the
// depth.
template <int Panel>
void pack(const float* data, std::ptrdiff_t across, std::ptrdiff_t along, int width, int depth,
          float* packed) {
  for (int first = 0; first < width; first += Panel) {
    const float* source = data + first * across;
    const int count = std::min(Panel, width - first);
    int step = 0;
    if (count == Panel && across == 1) {
      for (; step < depth; ++step) {
        for (int part = 0; part < Panel; part += kLaneCount) {
          store(packed + step * Panel + part, load(source + step * along + part));
        }
      }
    } else if (count == Panel && along == 1) {
      for (; step + kLaneCount <= depth; step += kLaneCount) {
        for (int part = 0; part < Panel; part += kLaneCount) {
          const float* corner = source + part * across + step;
          Lanes row0 = load(corner), row1 = load(corner + across);
          Lanes row2 = load(corner + 2 * across), row3 = load(corner + 3 * across);
          transpose(row0, row1, row2, row3);
          float* target = packed + step * Panel + part;
          store(target, row0);
          store(target + Panel, row1);
          store(target + 2 * Panel, row2);
          store(target + 3 * Panel, row3);
        }
      }
    }
    for (; step < depth; ++step) {
      for (int item = 0; item < Panel; ++item) {
        packed[step * Panel + item] = item < count ? source[item * across + step * along] : 0.0f;
      }
    }
    packed += static_cast<std::ptrdiff_t>(depth) * Panel;
  }
}

struct Tile {
  Lanes sums[kTileRows][2];
};

// The product of one packed panel of A (depth x 4) with one of B (depth x 8).
inline Tile multiply_panels(const float* a, const float* b, int depth) {
  const Lanes zero = splat(0.0f);
  Lanes s00 = zero, s01 = zero, s10 = zero, s11 = zero;
  Lanes s20 = zero, s21 = zero, s30 = zero, s31 = zero;
  for (int step = 0; step < depth; ++step) {
    const Lanes b0 = load(b), b1 = load(b + kLaneCount);
    const Lanes a0 = splat(a[0]), a1 = splat(a[1]), a2 = splat(a[2]), a3 = splat(a[3]);
    s00 += a0 * b0;
    s01 += a0 * b1;
    s10 += a1 * b0;
    s11 += a1 * b1;
    s20 += a2 * b0;
    s21 += a2 * b1;
    s30 += a3 * b0;
    s31 += a3 * b1;
    a += kTileRows;
    b += kTileColumns;
  }
  return {{{s00, s01}, {s10, s11}, {s20, s21}, {s30, s31}}};
}

inline void write_tile(const Tile& tile, bool add, float scale, float* c, std::ptrdiff_t c_stride,
                       int rows, int columns) {
  const Lanes factor = splat(scale);
  for (int row = 0; row < rows; ++row) {
    float* target = c + row * c_stride;
    for (int part = 0; part < 2; ++part) {
      const int count = std::min(kLaneCount, columns - part * kLaneCount);
      if (count <= 0) break;
      float* place = target + part * kLaneCount;
      Lanes result = factor * tile.sums[row][part];
      if (count == kLaneCount) {
        if (add) result = load(place) + result;
        store(place, result);
      } else {
        if (add) result = load_partial(place, count) + result;
        store_partial(place, result, count);
      }
    }
  }
}

}  // namespace

GemmSize gemm_size(int /*m*/, int n, int k) {
  const std::uint64_t depth = static_cast<std::uint64_t>(std::min(k, kBlockDepth));
  return {kBlockRows * depth, static_cast<std::uint64_t>(round_up(n, kTileColumns)) * depth};
}

void gemm(GemmMode mode, float scale, int m, int n, int k, MatrixView a, MatrixView b, float* c,
          std::ptrdiff_t c_stride, GemmWorkspace& workspace) {
  const GemmSize size = gemm_size(m, n, k);
  float* packed_b = workspace.right(static_cast<std::size_t>(size.right));
  float* packed_a = workspace.left(static_cast<std::size_t>(size.left));

  for (int depth_from = 0; depth_from < k; depth_from += kBlockDepth) {
    const int depth = std::min(kBlockDepth, k - depth_from);
    const bool add = mode == GemmMode::kAdd || depth_from > 0;
    pack<kTileColumns>(b.data + depth_from * b.row_stride, b.column_stride, b.row_stride, n, depth,
                       packed_b);
    for (int row_from = 0; row_from < m; row_from += kBlockRows) {
      const int rows = std::min(kBlockRows, m - row_from);
      pack<kTileRows>(a.data + row_from * a.row_stride + depth_from * a.column_stride, a.row_stride,
                      a.column_stride, rows, depth, packed_a);
      for (int column = 0; column < n; column += kTileColumns) {
        const float* b_panel = packed_b + static_cast<std::ptrdiff_t>(column) * depth;
        const int columns = std::min(kTileColumns, n - column);
        for (int row = 0; row < rows; row += kTileRows) {
          const Tile tile =
              multiply_panels(packed_a + static_cast<std::ptrdiff_t>(row) * depth, b_panel, depth);
          write_tile(tile, add, scale, c + (row_from + row) * c_stride + column, c_stride,
                     std::min(kTileRows, rows - row), columns);
        }
      }
    }
  }
}

}  // namespace reprise
