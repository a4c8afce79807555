#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "reproduce/runs/run.hpp"

namespace reprise::reproduce {

/// How many runs at a time (0: one a core), and when to start no more.
struct Workers {
  unsigned jobs = 0;
  std::optional<std::chrono::steady_clock::time_point> deadline;
};

/// Makes the runs that `folder` does not hold yet, first those of the first seed, and reads all of
/// them. Empty if the deadline left some unmade; one is made in any case. Error: "--out" if a file
/// cannot be written.
Result<std::vector<FinishedRun>> finish_runs(const std::string& folder,
                                             const std::vector<RunRequest>& requests,
                                             const Workers& workers, const std::string& label);

}  // namespace reprise::reproduce
