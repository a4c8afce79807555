#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace reprise::fuzz {

/// Hands whatever bytes to a reader, and ends the program if what comes back is not as promised.
using Target = void (*)(const std::uint8_t* data, std::size_t size);

struct NamedTarget {
  /// Of the program, reprise_fuzz_NAME, and of its folder of examples, corpus/NAME.
  std::string name;
  Target target;
};

const std::vector<NamedTarget>& targets();

// Those of host_targets.cpp and boundary_target.cpp.
void gzip(const std::uint8_t* data, std::size_t size);
void axis(const std::uint8_t* data, std::size_t size);
void finished(const std::uint8_t* data, std::size_t size);
void calls(const std::uint8_t* data, std::size_t size);

}  // namespace reprise::fuzz
