#pragma once

#include <cstdint>
#include <cstring>

namespace reprise {

/// Four floats that are added, multiplied and compared together.
///
/// This is the compiler's own vector type (GCC and Clang share it) and not a wrapper around one
/// instruction set: the same source becomes SSE, NEON or WebAssembly SIMD, and plain scalar code
/// where there is none. Each lane is an IEEE single, so all of them give the same bits.
using Lanes = float __attribute__((vector_size(16)));
/// Four 32-bit integers: bit patterns of `Lanes`, and the all-ones or all-zeros result of comparing
/// them.
using LanesMask = std::int32_t __attribute__((vector_size(16)));

inline constexpr int kLaneCount = 4;

inline Lanes splat(float value) { return Lanes{value, value, value, value}; }

/// Reads four floats from memory of any alignment.
inline Lanes load(const float* from) {
  Lanes lanes;
  std::memcpy(&lanes, from, sizeof lanes);
  return lanes;
}

/// Writes four floats to memory of any alignment.
inline void store(float* to, Lanes lanes) { std::memcpy(to, &lanes, sizeof lanes); }

/// Reads `count` (0 to 4) floats; the other lanes are zero.
inline Lanes load_partial(const float* from, int count) {
  float padded[kLaneCount] = {0, 0, 0, 0};
  for (int lane = 0; lane < count; ++lane) padded[lane] = from[lane];
  return load(padded);
}

/// Writes the first `count` (0 to 4) lanes.
inline void store_partial(float* to, Lanes lanes, int count) {
  for (int lane = 0; lane < count; ++lane) to[lane] = lanes[lane];
}

inline LanesMask bits(Lanes lanes) { return reinterpret_cast<LanesMask>(lanes); }
inline Lanes from_bits(LanesMask mask) { return reinterpret_cast<Lanes>(mask); }

/// Lane by lane: `yes` where the mask is all ones, `no` where it is all zeros.
inline Lanes select(LanesMask mask, Lanes yes, Lanes no) {
  return from_bits((mask & bits(yes)) | (~mask & bits(no)));
}

/// The sum of the four lanes, always as (0 + 1) + (2 + 3).
inline float sum(Lanes lanes) { return (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]); }

/// Transposes a 4 x 4 block held in four rows.
inline void transpose(Lanes& a, Lanes& b, Lanes& c, Lanes& d) {
  const Lanes ab_low = __builtin_shufflevector(a, b, 0, 4, 1, 5);
  const Lanes ab_high = __builtin_shufflevector(a, b, 2, 6, 3, 7);
  const Lanes cd_low = __builtin_shufflevector(c, d, 0, 4, 1, 5);
  const Lanes cd_high = __builtin_shufflevector(c, d, 2, 6, 3, 7);
  a = __builtin_shufflevector(ab_low, cd_low, 0, 1, 4, 5);
  b = __builtin_shufflevector(ab_low, cd_low, 2, 3, 6, 7);
  c = __builtin_shufflevector(ab_high, cd_high, 0, 1, 4, 5);
  d = __builtin_shufflevector(ab_high, cd_high, 2, 3, 6, 7);
}

}  // namespace reprise
