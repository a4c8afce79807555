#pragma once

#include <string>
#include <vector>

namespace reprise::reproduce {

/// The first two rows of a Markdown table: names of the columns, and a line.
std::string markdown_head(const std::vector<std::string>& cells);
std::string markdown_row(const std::vector<std::string>& cells);

/// A row of CSV.
std::string csv_row(const std::vector<std::string>& cells);

/// All the cells, one after another.
std::vector<std::string> together(std::vector<std::string> cells,
                                  const std::vector<std::string>& more);

}  // namespace reprise::reproduce
