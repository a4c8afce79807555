#pragma once

#include <vector>

#include "numerics/kernels.hpp"

namespace reprise {

/// How many floats the vectors of this machine can hold, ascending: 4 everywhere, 8 with AVX2, 16
/// with AVX-512 (where the program was built with kernels for them).
std::vector<int> available_lanes();

/// Lets all training from now on use vectors of so many floats; eight where the machine has them,
/// else four, if it is never called. Results are the same bits at every width, so this serves tests
/// and measurements. Returns false, and changes nothing, if `lanes` is not among
/// `available_lanes()`. Not to be called while anything trains.
bool use_lanes(int lanes);

/// The kernels in use.
const Kernels& kernels();

}  // namespace reprise
