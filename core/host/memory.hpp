#pragma once

#include <cstdint>

namespace reprise {

/// What one of `at_once` runs side by side may take, in bytes: its share of half of the machine's
/// memory.
std::uint64_t memory_limit(unsigned at_once = 1);

}  // namespace reprise
