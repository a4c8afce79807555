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

std::vector<const Kernels*> available() {
  std::vector<const Kernels*> tables = {&lanes4::kernels_of_this_width};
#ifdef REPRISE_WIDE_KERNELS
  if (__builtin_cpu_supports("avx2")) tables.push_back(&lanes8::kernels_of_this_width);
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
      __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq")) {
    tables.push_back(&lanes16::kernels_of_this_width);
  }
#endif
  return tables;
}

// Eight lanes where there are any: sixteen were measured slower (docs/speed.md).
const Kernels* preferred() {
  const Kernels* best = nullptr;
  for (const Kernels* table : available()) {
    if (table->lanes <= 8) best = table;
  }
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
  for (const Kernels* table : available()) widths.push_back(table->lanes);
  return widths;
}

bool use_lanes(int lanes) {
  for (const Kernels* table : available()) {
    if (table->lanes != lanes) continue;
    in_use() = table;
    return true;
  }
  return false;
}

const Kernels& kernels() { return *in_use(); }

}  // namespace reprise
