#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "reproduce/figure.hpp"

namespace reprise::reproduce {

/// Every figure, in the order of the report.
const std::vector<const Figure*>& all_figures();

/// The figures of these names; all of them for none. Error: "NAME" if there is no such figure.
Result<std::vector<const Figure*>> find_figures(const std::vector<std::string>& names);

/// Writes the figure's folder below `out`, with everything in it, and the report of all figures
/// that `out` has; false if that fails.
bool write_figure(const std::filesystem::path& out, const Figure& figure, const Scale& scale,
                  const std::vector<FinishedRun>& runs, const Outcome& outcome);

}  // namespace reprise::reproduce
