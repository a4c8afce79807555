// One target as a program of libFuzzer: REPRISE_FUZZ_TARGET names it.

#include <cstdlib>

#include "targets.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const reprise::fuzz::Target target = [] {
    for (const auto& named : reprise::fuzz::targets()) {
      if (named.name == REPRISE_FUZZ_TARGET) return named.target;
    }
    std::abort();
  }();
  target(data, size);
  return 0;
}
