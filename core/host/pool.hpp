#pragma once

#include <cstddef>
#include <functional>
#include <string>

namespace reprise {

/// How many threads `jobs` means: 0 is one for each core.
unsigned thread_count(unsigned jobs);

/// Calls `work(i)` for every i below `count`, on `jobs` threads (0: one for each core).
void on_all_cores(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& work);

/// The same, with a progress bar named `label`. Items are handed out one by one, so that slow ones
/// do not hold a core's whole share back.
void work_on_all_cores(const std::string& label, std::size_t count, unsigned jobs,
                       const std::function<void(std::size_t)>& work);

}  // namespace reprise
