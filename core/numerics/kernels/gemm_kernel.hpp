#pragma once

#include <cstddef>
#include <cstdint>

#include "numerics/lanes.hpp"
#include "numerics/matrix_view.hpp"

// By hand: see README.md. With four lanes it is as quick as Eigen's product (581 to 561
// microseconds for 64 x 784 x 200), with eight, which Eigen would need to be compiled anew for, it
// takes 243.
//
// The usual packed product: operands are copied, block by block, into panels that the inner kernel
// reads straight through. The inner kernel keeps a tile of C in registers, four rows high and two
// vectors wide: more spills with 16 registers (SSE, AVX, and what browsers offer to WebAssembly),
// and was not faster with the 32 of AVX-512.
//
// What wide vectors, for which packing is dear, do not pack: rows of A that lie along k, since the
// kernel reads them one number at a time and so straight through as they are; and rows of B that
// few tiles would share.

namespace reprise {
inline namespace REPRISE_LANES_NAMESPACE {
namespace {

constexpr int kTileRows = 4;
constexpr int kTileVectors = 2;
constexpr int kTileColumns = kTileVectors * kLaneCount;

// With vectors of four, packing is a small part of the work, and a kernel that reads operands where
// they are is slower: browsers make addresses at run time, and SSE has no register left for them.
constexpr bool kInPlace = kLaneCount > 4;

constexpr int smaller(int a, int b) { return a < b ? a : b; }

constexpr int round_up(int value, int multiple) {
  return (value + multiple - 1) / multiple * multiple;
}

// Copies a `width` x `depth` part of an operand into panels of `Panel` (4, 8, 16 or 32): panel p
// holds, for each step of the depth, the elements p*Panel .. p*Panel+Panel-1 side by side. Missing
// ones become zero. `across` is the stride from one element of a panel to the next, `along` the
// stride of the depth.
template <int Panel>
void pack(const float* data, std::ptrdiff_t across, std::ptrdiff_t along, int width, int depth,
          float* packed) {
  for (int first = 0; first < width; first += Panel, packed += std::ptrdiff_t{depth} * Panel) {
    const float* source = data + first * across;
    const int count = smaller(Panel, width - first);
    if (Panel >= kLaneCount && count == Panel && across == 1) {
      for (int step = 0; step < depth; ++step) {
        for (int part = 0; part < Panel; part += kLaneCount) {
          store(packed + step * Panel + part, load(source + step * along + part));
        }
      }
      continue;
    }
    for (int part = 0; part < Panel; part += 4) {
      const float* corner = source + part * across;
      float* target = packed + part;
      int step = 0;
      if (part + 4 <= count && across == 1) {
        for (; step < depth; ++step) {
          store(target + step * Panel, load_as<Quad>(corner + step * along));
        }
      } else if (part + 4 <= count && along == 1) {
        for (; step + 4 <= depth; step += 4) {
          Quad row0 = load_as<Quad>(corner + step), row1 = load_as<Quad>(corner + across + step);
          Quad row2 = load_as<Quad>(corner + 2 * across + step);
          Quad row3 = load_as<Quad>(corner + 3 * across + step);
          transpose(row0, row1, row2, row3);
          store(target + step * Panel, row0);
          store(target + (step + 1) * Panel, row1);
          store(target + (step + 2) * Panel, row2);
          store(target + (step + 3) * Panel, row3);
        }
      }
      for (; step < depth; ++step) {
        for (int item = 0; item < 4; ++item) {
          target[step * Panel + item] =
              part + item < count ? corner[item * across + step * along] : 0.0f;
        }
      }
    }
  }
}

// kTileRows rows of A: packed side by side for each step of the depth, or where they are. Pointers
// move on, so that what is read lies at constant offsets from them.
struct PackedRows {
  const float* at;
  float operator[](int row) const { return at[row]; }
  void advance() { at += kTileRows; }
};
struct RowsInPlace {
  const float* at;
  std::ptrdiff_t stride;
  float operator[](int row) const { return at[row * stride]; }
  void advance() { ++at; }
};
// Likewise two vectors of columns of B.
struct PackedColumns {
  const float* at;
  void advance() { at += kTileColumns; }
};
struct ColumnsInPlace {
  const float* at;
  std::ptrdiff_t stride;
  void advance() { at += stride; }
};

template <int Vectors>
struct Tile {
  Lanes sums[kTileRows][Vectors];
};

template <int Vectors, class Rows, class Columns>
inline Tile<Vectors> multiply(Rows a, Columns b, int depth) {
  Tile<Vectors> tile = {};
  for (int step = 0; step < depth; ++step, a.advance(), b.advance()) {
    Lanes columns[Vectors];
    for (int v = 0; v < Vectors; ++v) columns[v] = load(b.at + v * kLaneCount);
    for (int row = 0; row < kTileRows; ++row) {
      const Lanes factor = splat(a[row]);
      for (int v = 0; v < Vectors; ++v) tile.sums[row][v] += factor * columns[v];
    }
  }
  return tile;
}

// Where the product goes, and how.
struct Destination {
  float* c;
  std::ptrdiff_t stride;
  float scale;
  bool add;
};

template <bool Add, int Vectors>
inline void write_whole(const Tile<Vectors>& tile, Destination to) {
  for (int row = 0; row < kTileRows; ++row) {
    for (int v = 0; v < Vectors; ++v) {
      float* place = to.c + row * to.stride + v * kLaneCount;
      Lanes result = splat(to.scale) * tile.sums[row][v];
      if (Add) result = load(place) + result;
      store(place, result);
    }
  }
}

template <int Vectors>
void write_edge(const Tile<Vectors>& tile, Destination to, int rows, int columns) {
  for (int row = 0; row < rows; ++row) {
    float* target = to.c + row * to.stride;
    for (int v = 0; v < Vectors; ++v) {
      const int count = smaller(kLaneCount, columns - v * kLaneCount);
      if (count <= 0) break;
      float* place = target + v * kLaneCount;
      Lanes result = splat(to.scale) * tile.sums[row][v];
      if (count == kLaneCount) {
        if (to.add) result = load(place) + result;
        store(place, result);
      } else {
        if (to.add) result = load_partial(place, count) + result;
        store_partial(place, result, count);
      }
    }
  }
}

// Whole tiles are written straight out of registers. An edge asks for rows by number, and so for a
// tile in memory: for a copy, or every tile would go through memory.
template <int Vectors>
inline void write_rows(const Tile<Vectors>& tile, Destination to, int rows, int columns) {
  if (rows == kTileRows && columns == Vectors * kLaneCount) {
    if (to.add) {
      write_whole<true>(tile, to);
    } else {
      write_whole<false>(tile, to);
    }
  } else {
    const Tile<Vectors> copy = tile;
    write_edge(copy, to, rows, columns);
  }
}

// Four rows and four columns of a tile, into the transpose of C.
template <int Vector, int Part, int Vectors>
inline void write_block(const Tile<Vectors>& tile, int row, Destination to, int rows, int columns) {
  Quad block[4];
  for (int i = 0; i < 4; ++i) {
    block[i] = splat_as<Quad>(to.scale) * quad<Part>(tile.sums[row + i][Vector]);
  }
  transpose(block[0], block[1], block[2], block[3]);
  for (int i = 0; i < smaller(4, columns); ++i) {
    float* place = to.c + i * to.stride;
    if (rows >= 4) {
      if (to.add) block[i] = load_as<Quad>(place) + block[i];
      store(place, block[i]);
    } else {
      if (to.add) block[i] = load_partial_as<Quad>(place, rows) + block[i];
      store_partial(place, block[i], rows);
    }
  }
}

template <int Vector, int Part, int Vectors>
inline void write_blocks(const Tile<Vectors>& tile, int row, Destination to, int rows,
                         int columns) {
  if (columns <= 0) return;
  write_block<Vector, Part>(tile, row, to, rows, columns);
  to.c += 4 * to.stride;
  if constexpr (4 * (Part + 1) < kLaneCount) {
    write_blocks<Vector, Part + 1>(tile, row, to, rows, columns - 4);
  } else if constexpr (Vector + 1 < Vectors) {
    write_blocks<Vector + 1, 0>(tile, row, to, rows, columns - 4);
  }
}

template <int Vectors>
inline void write_columns(const Tile<Vectors>& tile, Destination to, int rows, int columns) {
  static_assert(kTileRows == 4);
  // The same with numbers that the compiler knows, and so without asking in between.
  if (rows == kTileRows && columns == Vectors * kLaneCount) {
    write_blocks<0, 0>(tile, 0, to, kTileRows, Vectors * kLaneCount);
  } else {
    write_blocks<0, 0>(tile, 0, to, rows, columns);
  }
}

template <bool Transposed, int Vectors, class Rows, class Columns>
inline void product_tile(Rows a, Columns b, int depth, Destination to, int rows, int columns) {
  const auto tile = multiply<Vectors>(a, b, depth);
  if constexpr (Transposed) {
    write_columns(tile, to, rows, columns);
  } else {
    write_rows(tile, to, rows, columns);
  }
}

template <bool Transposed, class Rows, class Columns>
void product_tile(Rows a, Columns b, int depth, Destination to, int rows, int columns) {
  if (kInPlace && columns <= kLaneCount) {
    product_tile<Transposed, 1>(a, b, depth, to, rows, columns);
  } else {
    product_tile<Transposed, kTileVectors>(a, b, depth, to, rows, columns);
  }
}

// Not the view's own, which the linker might share with code for other machines.
inline MatrixView transposed(MatrixView view) {
  return {view.data, view.column_stride, view.row_stride};
}

inline float* align(float* place) {
  return reinterpret_cast<float*>((reinterpret_cast<std::uintptr_t>(place) + 63) &
                                  ~std::uintptr_t{63});
}

// C, or with `Transposed` the transpose of C, from A (m x k) and B (k x n).
template <bool Transposed>
void product(GemmMode mode, float scale, int m, int n, int k, MatrixView a, MatrixView b, float* c,
             std::ptrdiff_t c_stride, float* left, float* right) {
  float* packed_a = align(left);
  float* packed_b = align(right);
  // Packing costs as much as some tiles do.
  const bool b_in_place = kInPlace && b.column_stride == 1 && m <= 2 * kTileRows;
  const bool a_in_place = kInPlace && a.column_stride == 1;

  const int deepest = smaller(k, kGemmBlockDepth);
  const int block_columns = kGemmBlockFloats / (deepest * kTileColumns) * kTileColumns;
  for (int column_from = 0; column_from < n; column_from += block_columns) {
    const int block_width = smaller(block_columns, n - column_from);
    for (int depth_from = 0; depth_from < k; depth_from += kGemmBlockDepth) {
      const int depth = smaller(kGemmBlockDepth, k - depth_from);
      const float* b_block = b.data + depth_from * b.row_stride + column_from * b.column_stride;
      const int in_place = b_in_place ? block_width / kLaneCount * kLaneCount : 0;
      pack<kTileColumns>(b_block + in_place * b.column_stride, b.column_stride, b.row_stride,
                         block_width - in_place, depth, packed_b);
      for (int row_from = 0; row_from < m; row_from += kGemmBlockRows) {
        const int block_height = smaller(kGemmBlockRows, m - row_from);
        const float* a_block = a.data + row_from * a.row_stride + depth_from * a.column_stride;
        const int whole = a_in_place ? block_height / kTileRows * kTileRows : 0;
        pack<kTileRows>(a_block + whole * a.row_stride, a.row_stride, a.column_stride,
                        block_height - whole, depth, packed_a);
        for (int column = 0; column < block_width;) {
          const bool here = column < in_place;
          const int columns = smaller(kTileColumns, (here ? in_place : block_width) - column);
          for (int row = 0; row < block_height; row += kTileRows) {
            const std::ptrdiff_t i = row_from + row, j = column_from + column;
            const Destination to{c + (Transposed ? j * c_stride + i : i * c_stride + j), c_stride,
                                 scale, mode == GemmMode::kAdd || depth_from > 0};
            const int rows = smaller(kTileRows, block_height - row);
            const PackedRows packed_rows{packed_a + std::ptrdiff_t{row - whole} * depth};
            const PackedColumns packed_columns{packed_b +
                                               std::ptrdiff_t{column - in_place} * depth};
            if constexpr (kInPlace) {
              const RowsInPlace own_rows{a_block + row * a.row_stride, a.row_stride};
              const ColumnsInPlace own_columns{b_block + column, b.row_stride};
              const auto with_columns = [&](auto b_columns) {
                if (row < whole) {
                  product_tile<Transposed>(own_rows, b_columns, depth, to, rows, columns);
                } else {
                  product_tile<Transposed>(packed_rows, b_columns, depth, to, rows, columns);
                }
              };
              if (here) {
                with_columns(own_columns);
              } else {
                with_columns(packed_columns);
              }
            } else {
              product_tile<Transposed>(packed_rows, packed_columns, depth, to, rows, columns);
            }
          }
          column += columns;
        }
      }
    }
  }
}

// What to run: lanes go along the columns of C, or, as if both operands changed sides, along its
// rows. The sums are the same. Lanes need one operand packed: a copy where it lies along the lanes
// already, and some ten times the work where it has to be transposed. And lanes past the edge are
// lost.
void gemm_kernel(GemmMode mode, float scale, int m, int n, int k, MatrixView a, MatrixView b,
                 float* c, std::ptrdiff_t c_stride, float* left, float* right) {
  if constexpr (kInPlace) {
    constexpr std::int64_t kTransposing = 12;
    const std::int64_t by_rows =
        std::int64_t{m} * round_up(n, kLaneCount) + (b.column_stride == 1 ? 1 : kTransposing) * n;
    const std::int64_t by_columns = std::int64_t{n} * round_up(m, kLaneCount) +
                                    (a.row_stride == 1 ? 1 : kTransposing) * m +
                                    kTransposing * m * n / k;
    if (by_columns < by_rows) {
      return product<true>(mode, scale, n, m, k, transposed(b), transposed(a), c, c_stride, left,
                           right);
    }
  }
  product<false>(mode, scale, m, n, k, a, b, c, c_stride, left, right);
}

}  // namespace
}  // namespace REPRISE_LANES_NAMESPACE
}  // namespace reprise
