#include "numerics/vector_width.hpp"

namespace reprise {

// One table for each width, from the same source; see kernels/kernels.cpp.
namespace lanes4 {
extern const Kernels kernels_of_this_width;
}
#ifdef REPRISE_WIDE_KERNELS
namespace lanes8 {
extern const Kernels kernels_of_this_width;
}
namespace lanes16 {
extern const Kernels kernels_of_this_width;
}
#endif

namespace {

// The tables that this processor can run, narrowest first. It allocates nothing: the first of all
// calls may come in the middle of a step.
template <typename Use>
void for_each_available(const Use& use) {
  use(lanes4::kernels_of_this_width);
#ifdef REPRISE_WIDE_KERNELS
  if (__builtin_cpu_supports("avx2")) use(lanes8::kernels_of_this_width);
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
      __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq")) {
    use(lanes16::kernels_of_this_width);
  }
#endif
}

// Eight lanes where there are any: sixteen were measured slower (docs/speed.md).
const Kernels* preferred() {
  const Kernels* best = nullptr;
  for_each_available([&](const Kernels& table) {
    if (table.lanes <= 8) best = &table;
  });
  return best;
}

// The one thing core keeps between calls besides constants: which of several equal ways to compute
// is taken. No result depends on it.
const Kernels*& in_use() {
  static const Kernels* chosen = preferred();
  return chosen;
}

}  // namespace

std::vector<int> available_lanes() {
  std::vector<int> widths;
  for_each_available([&](const Kernels& table) { widths.push_back(table.lanes); });
  return widths;
}

bool use_lanes(int lanes) {
  bool found = false;
  for_each_available([&](const Kernels& table) {
    if (table.lanes != lanes) return;
    in_use() = &table;
    found = true;
  });
  return found;
}

const Kernels& kernels() { return *in_use(); }

}  // namespace reprise
