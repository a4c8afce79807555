#pragma once

#include <cstdint>
#include <cstring>

// How many floats `Lanes` holds: 4 unless a file is compiled for a wider machine, see kernels/. The
// width is part of every name here, so that code for different machines can meet in one program.
#ifndef REPRISE_LANES
#define REPRISE_LANES 4
#endif
#define REPRISE_JOIN_(a, b) a##b
#define REPRISE_JOIN(a, b) REPRISE_JOIN_(a, b)
#define REPRISE_LANES_NAMESPACE REPRISE_JOIN(lanes, REPRISE_LANES)

namespace reprise {
inline namespace REPRISE_LANES_NAMESPACE {

inline constexpr int kLaneCount = REPRISE_LANES;

/// Four, eight or sixteen floats that are added, multiplied and compared together.
///
/// This is the compiler's own vector type (GCC and Clang share it) and not a wrapper around one
/// instruction set: the same source becomes SSE, AVX, NEON or WebAssembly SIMD, and plain scalar
/// code where there is none. Each lane is an IEEE single, so all of them give the same bits.
using Lanes = float __attribute__((vector_size(4 * REPRISE_LANES)));
/// As many 32-bit integers: bit patterns of `Lanes`, and the all-ones or all-zeros result of
/// comparing them.
using LanesMask = std::int32_t __attribute__((vector_size(4 * REPRISE_LANES)));
/// Four floats on every machine: for the rest of a row, and for sums with four parts.
using Quad = float __attribute__((vector_size(16)));

/// The same number in every lane of `Vector`.
template <class Vector>
inline Vector splat_as(float value) {
  return value - Vector{};  // Not 0 + value, which would lose the sign of -0.
}
inline Lanes splat(float value) { return splat_as<Lanes>(value); }

/// Reads a `Vector` from memory of any alignment.
template <class Vector>
inline Vector load_as(const float* from) {
  Vector lanes;
  std::memcpy(&lanes, from, sizeof lanes);
  return lanes;
}
inline Lanes load(const float* from) { return load_as<Lanes>(from); }

/// Writes all lanes to memory of any alignment.
template <class Vector>
inline void store(float* to, Vector lanes) {
  std::memcpy(to, &lanes, sizeof lanes);
}

/// Reads `count` (0 to as many as there are lanes) floats; the other lanes are zero.
template <class Vector>
inline Vector load_partial_as(const float* from, int count) {
  float padded[sizeof(Vector) / sizeof(float)] = {};
  for (int lane = 0; lane < count; ++lane) padded[lane] = from[lane];
  return load_as<Vector>(padded);
}
inline Lanes load_partial(const float* from, int count) {
  return load_partial_as<Lanes>(from, count);
}

/// Writes the first `count` lanes.
template <class Vector>
inline void store_partial(float* to, Vector lanes, int count) {
  for (int lane = 0; lane < count; ++lane) to[lane] = lanes[lane];
}

inline LanesMask bits(Lanes lanes) { return reinterpret_cast<LanesMask>(lanes); }
inline Lanes from_bits(LanesMask mask) { return reinterpret_cast<Lanes>(mask); }

/// Lane by lane: `yes` where the mask is all ones, `no` where it is all zeros.
inline Lanes select(LanesMask mask, Lanes yes, Lanes no) {
  return from_bits((mask & bits(yes)) | (~mask & bits(no)));
}

/// The sum of four lanes, always as (0 + 1) + (2 + 3).
inline float sum(Quad lanes) { return (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]); }

/// Lanes 4 * Part to 4 * Part + 3.
template <int Part, class Vector>
inline Quad quad(Vector lanes) {
  if constexpr (sizeof(Vector) == sizeof(Quad)) {
    return lanes;
  } else {
    return __builtin_shufflevector(lanes, lanes, 4 * Part, 4 * Part + 1, 4 * Part + 2,
                                   4 * Part + 3);
  }
}

/// Transposes a 4 x 4 block held in four rows.
inline void transpose(Quad& a, Quad& b, Quad& c, Quad& d) {
  const Quad ab_low = __builtin_shufflevector(a, b, 0, 4, 1, 5);
  const Quad ab_high = __builtin_shufflevector(a, b, 2, 6, 3, 7);
  const Quad cd_low = __builtin_shufflevector(c, d, 0, 4, 1, 5);
  const Quad cd_high = __builtin_shufflevector(c, d, 2, 6, 3, 7);
  a = __builtin_shufflevector(ab_low, cd_low, 0, 1, 4, 5);
  b = __builtin_shufflevector(ab_low, cd_low, 2, 3, 6, 7);
  c = __builtin_shufflevector(ab_high, cd_high, 0, 1, 4, 5);
  d = __builtin_shufflevector(ab_high, cd_high, 2, 3, 6, 7);
}

}  // namespace REPRISE_LANES_NAMESPACE
}  // namespace reprise
