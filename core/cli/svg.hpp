#pragma once

#include <string>
#include <vector>

namespace reprise::cli {

/// A line, or separate dots, in a chart. Points that are not finite interrupt a line.
struct Series {
  std::vector<double> x, y;
  std::string colour = "#1f5fa8";
  bool dashed = false;
  bool dots = false;         ///< Dots in place of a line.
  std::string label;         ///< Written beside the last point; empty for none.
  bool label_first = false;  ///< Written beside the first point instead.
};

/// A chart, or a heat map if `cells` has numbers.
struct Panel {
  std::string title, x_title, y_title;  ///< Axis titles with their units.
  bool log_x = false, log_y = false;
  std::vector<Series> series;
  std::vector<double> cells;             ///< Square matrix, row by row; drawn as shares of the largest.
  std::vector<std::string> cell_labels;  ///< One for each row, and column.
};

/// Colours that remain apart for colour-blind readers, in the order of use.
const std::string& series_colour(std::size_t index);

/// Panels in rows of `columns`, as a whole SVG file with a title for screen readers.
std::string svg_figure(const std::string& title, const std::vector<Panel>& panels, std::size_t columns);

}  // namespace reprise::cli
