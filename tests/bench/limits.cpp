// The two limits that training in a page is held against, as a WebAssembly module of its own: the
// bare loop of products, and the passes over memory. The page calls them in turns with the training
// steps.

#pragma GCC diagnostic ignored "-Wunused-function"  // It takes one loop of the kernels.

#include <cstdint>
#include <vector>

#include "numerics/kernels.hpp"
#include "numerics/kernels/gemm_kernel.hpp"

namespace {

constexpr int kDepth = reprise::kGemmBlockDepth;

// What keeps the compiler from leaving out what nobody reads.
template <class Value>
void use(const Value& value) {
  asm volatile("" : : "r"(&value) : "memory");
}

}  // namespace

/// Multiplies two packed panels that lie in the first-level cache, `tiles` times: the loop of
/// `gemm` and nothing around it. Returns the multiplications done, each with its addition.
extern "C" __attribute__((export_name("bare_products"))) double bare_products(int tiles) {
  static const std::vector<float> rows(reprise::kTileRows * kDepth, 0.5f);
  static const std::vector<float> columns(reprise::kTileColumns * kDepth, 0.25f);
  for (int i = 0; i < tiles; ++i) {
    use(reprise::multiply<reprise::kTileVectors>(reprise::PackedRows{rows.data()},
                                                 reprise::PackedColumns{columns.data()}, kDepth));
  }
  return double{reprise::kTileRows} * reprise::kTileColumns * kDepth * tiles;
}

/// The passes over memory that a step of the two points' network (20 layers of 500) cannot do
/// without, `steps` times: one that reads all weights, one that reads and writes them.
extern "C" __attribute__((export_name("memory_passes"))) void memory_passes(int steps) {
  using reprise::LanesMask;
  // Vectors written out: the compiler would take the words of the first pass one by one.
  static std::vector<LanesMask> words((19 * 500 * 500 + 20 * 500) / reprise::kLaneCount);
  for (int i = 0; i < steps; ++i) {
    LanesMask total = {1, 2, 3, 4};
    for (const LanesMask& word : words) total ^= word;
    use(total);
    for (LanesMask& word : words) word += total;
    use(words);
  }
}
