#pragma once

#include <string>
#include <vector>

#include "reproduce/figure.hpp"

namespace reprise::reproduce {

/// A figure as the site stores it: what the paper has, the band, ours over seeds, the verdict, the
/// runs and everything that is drawn, as JSON without dates. web/results/README.md describes it,
/// and figure.schema.json there.
std::string stored_result(const Statement& stated, const Outcome& outcome,
                          const std::vector<FinishedRun>& runs, const Scale& scale);

}  // namespace reprise::reproduce
