#pragma once

#include <string>
#include <utility>
#include <vector>

namespace reprise::reproduce {

/// What a series shows, which decides how it is drawn.
enum class Role {
  kMeasured,  ///< A broad line.
  kTheory,    ///< A fine dashed line.
  kPoints,    ///< Dots.
  kPaper,     ///< Numbers that the paper published; a grey dashed line.
};

/// A line, or separate dots, in a chart. Points that are not finite interrupt a line.
struct Series {
  std::string
      id;  ///< Names it within its panel, so that a newer run's series can be laid over this one.
  std::string label;  ///< Written beside the last point; empty for none.
  std::string name;   ///< In full, for a table or a listener.
  Role role = Role::kMeasured;
  std::string
      colour;  ///< "h", "y", "w", "loss", "ink", "ink-muted", "accent", or "point-0" to "point-4".
  std::vector<double> x, y;
  int seed = 0;              ///< Of its run; 0 for what is over seeds.
  bool label_first = false;  ///< The label is beside the first point instead.
};

/// Values by which points of a 3-d panel are coloured.
struct Colouring {
  std::string label, unit;
  std::vector<double> values;  ///< One a point.
};

/// A chart, a matrix, a table or points in space: whichever of `series`, `cells`, `rows` and
/// `points` is not empty.
struct Panel {
  std::string id, group;  ///< Readers choose among groups; empty for a figure without.
  std::string heading;
  int layer = -1;  ///< Hidden layer shown; -1 for none.
  std::string x_title,
      y_title;  ///< Axis titles with their units. A matrix has its quantity in `x_title`.
  bool log_x = false, log_y = false;
  std::vector<Series> series;
  std::vector<double> cells;             ///< Square matrix, row by row.
  std::vector<std::string> cell_labels;  ///< One for each row, and column.
  double cells_max = 0;                  ///< Top of the scale; 0 for the largest value.
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
  std::vector<double> points;  ///< n x 3.
  std::vector<Colouring> colourings;
  std::vector<double> explained;  ///< Share of the variance along each of the three axes.
};

/// The points (at most about `most`) of a curve that a reader can tell from the whole: straight
/// lines between them stay near all others. `log_x` and `log_y` say how it is drawn. Dots are all
/// kept.
std::vector<std::size_t> visible_points(const Series& series, bool log_x, bool log_y,
                                        std::size_t most);

}  // namespace reprise::reproduce
