#include "reproduce/report/tables.hpp"

namespace reprise::reproduce {
namespace {

std::string joined(const std::vector<std::string>& cells, const std::string& separator) {
  std::string row;
  for (std::size_t i = 0; i < cells.size(); ++i) row += (i == 0 ? "" : separator) + cells[i];
  return row;
}

}  // namespace

std::string markdown_head(const std::vector<std::string>& cells) {
  return markdown_row(cells) + markdown_row(std::vector<std::string>(cells.size(), "---"));
}

std::string markdown_row(const std::vector<std::string>& cells) {
  std::vector<std::string> safe;
  for (const std::string& cell : cells) {
    safe.emplace_back();
    for (const char c : cell) safe.back() += c == '|' ? std::string("\\|") : std::string(1, c);
  }
  return "| " + joined(safe, " | ") + " |\n";
}

std::string csv_row(const std::vector<std::string>& cells) { return joined(cells, ",") + "\n"; }

std::vector<std::string> together(std::vector<std::string> cells,
                                  const std::vector<std::string>& more) {
  cells.insert(cells.end(), more.begin(), more.end());
  return cells;
}

}  // namespace reprise::reproduce
