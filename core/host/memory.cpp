#include "host/memory.hpp"

#include <unistd.h>

#include <algorithm>

namespace reprise {

std::uint64_t memory_limit(unsigned at_once) {
  const long pages = sysconf(_SC_PHYS_PAGES), size = sysconf(_SC_PAGE_SIZE);
  // A system that does not say is taken to have 4 GB.
  const std::uint64_t machine =
      pages > 0 && size > 0 ? static_cast<std::uint64_t>(pages) * static_cast<std::uint64_t>(size)
                            : 4'000'000'000u;
  return machine / 2 / std::max(1u, at_once);
}

}  // namespace reprise
