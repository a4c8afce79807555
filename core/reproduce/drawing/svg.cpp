#include "reproduce/drawing/svg.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <limits>
#include <map>

namespace reprise::reproduce {
namespace {

constexpr double kWidth = 270, kHeight = 190;                       // Of a panel, in pixels.
constexpr double kLeft = 58, kRight = 12, kTop = 26, kBottom = 42;  // Margins within it.

std::string number(double value, const char* format = "%.2f") {
  char text[40];
  std::snprintf(text, sizeof text, format, value);
  return text;
}

std::string escape(const std::string& text) {
  std::string safe;
  for (const char c : text) {
    safe += c == '&' ? std::string("&amp;") : c == '<' ? std::string("&lt;") : std::string(1, c);
  }
  return safe;
}

// Colours that remain apart for colour-blind readers; h, y and w as on the site.
std::string hex(const std::string& name) {
  static const std::map<std::string, std::string> colours = {
      {"h", "#15419c"},       {"y", "#b84700"},       {"w", "#007d5b"},
      {"loss", "#3d3d46"},    {"ink", "#1d1c22"},     {"accent", "#7a2e72"},
      {"point-0", "#15419c"}, {"point-1", "#966400"}, {"point-2", "#007d5b"},
      {"point-3", "#a8327d"}, {"point-4", "#3d3d46"}};
  const auto found = colours.find(name);
  return found == colours.end() ? "#5b5a63" : found->second;
}

std::string text_at(double x, double y, const std::string& anchor, const std::string& text,
                    const std::string& more = "") {
  return "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" text-anchor=\"" + anchor + "\"" +
         more + ">" + escape(text) + "</text>\n";
}

// One axis: where values lie on the page, and its ticks.
struct Axis {
  double low = std::numeric_limits<double>::infinity(), high = -low, from = 0, to = 1;
  bool logarithmic = false;

  bool usable(double value) const { return std::isfinite(value) && (!logarithmic || value > 0); }
  double scaled(double value) const { return logarithmic ? std::log10(value) : value; }
  void cover(double value) {
    if (!usable(value)) return;
    low = std::min(low, scaled(value));
    high = std::max(high, scaled(value));
  }
  void finish() {
    if (!(low <= high)) low = 0, high = 1;
    const double slack = high > low ? 0.04 * (high - low) : 0.5;
    low -= slack;
    high += slack;
  }
  double place(double value) const {
    return from + (scaled(value) - low) / (high - low) * (to - from);
  }
  // About four values that are 1, 2 or 5 times a power of ten (powers of ten alone on a logarithmic
  // axis).
  std::vector<double> ticks() const {
    const double span = high - low, power = std::pow(10.0, std::floor(std::log10(span / 4)));
    double step = power;
    for (const double factor : {2.0, 5.0, 10.0}) {
      if (span / step > 5) step = power * factor;
    }
    if (logarithmic) step = std::max(1.0, std::round(step));
    std::vector<double> values;
    for (double i = std::ceil(low / step); i * step <= high; i += 1) {
      values.push_back(logarithmic ? std::pow(10.0, i * step) : i * step + 0.0);  // Not -0.
    }
    if (logarithmic && values.size() < 2) {
      // Within one power of ten: 1, 2 and 5 times it, or whatever lies near the ends.
      values.clear();
      // Decades are whole numbers from -324 to 308.
      // NOLINTNEXTLINE(clang-analyzer-security.FloatLoopCounter)
      for (double decade = std::floor(low); decade <= high; decade += 1) {
        for (const double factor : {1.0, 2.0, 5.0}) {
          const double value = factor * std::pow(10.0, decade);
          if (std::log10(value) >= low && std::log10(value) <= high) values.push_back(value);
        }
      }
      if (values.size() < 2)
        values = {std::pow(10.0, low + 0.1 * span), std::pow(10.0, high - 0.1 * span)};
    }
    return values;
  }
};

std::string draw_axes(const Panel& panel, const Axis& x, const Axis& y) {
  std::string svg = "<path d=\"M" + number(x.from) + " " + number(y.to) + "V" + number(y.from) +
                    "H" + number(x.to) + "\" fill=\"none\" stroke=\"#555\"/>\n";
  for (const double tick : x.ticks()) {
    svg += text_at(x.place(tick), y.from + 14, "middle", number(tick, "%.4g"));
  }
  for (const double tick : y.ticks()) {
    svg += "<path d=\"M" + number(x.from) + " " + number(y.place(tick)) + "H" + number(x.to) +
           "\" stroke=\"#ddd\"/>\n" +
           text_at(x.from - 5, y.place(tick) + 3, "end", number(tick, "%.4g"));
  }
  svg += text_at((x.from + x.to) / 2, y.from + 32, "middle", panel.x_title);
  const std::string turned = number(x.from - 46) + " " + number((y.from + y.to) / 2);
  svg += "<text transform=\"translate(" + turned + ") rotate(-90)\" text-anchor=\"middle\">" +
         escape(panel.y_title) + "</text>\n";
  return svg;
}

std::string draw_series(const Series& series, const Axis& x, const Axis& y) {
  std::string svg, path;
  bool pen_down = false;
  double label_x = 0, label_y = 0;
  const bool dots = series.role == Role::kPoints;
  const bool dashed = series.role == Role::kTheory || series.role == Role::kPaper;
  const std::string colour = hex(series.colour);
  for (std::size_t i = 0; i < series.x.size(); ++i) {
    if (!x.usable(series.x[i]) || !y.usable(series.y[i])) {
      pen_down = false;
      continue;
    }
    const bool keep = series.label_first && (label_x != 0 || label_y != 0);
    const double here_x = x.place(series.x[i]), here_y = y.place(series.y[i]);
    if (!keep) label_x = here_x, label_y = here_y;
    if (dots) {
      svg += "<circle cx=\"" + number(here_x) + "\" cy=\"" + number(here_y) +
             "\" r=\"2.5\" fill=\"" + colour + "\" fill-opacity=\"0.6\"/>\n";
    } else {
      path += (pen_down ? "L" : "M") + number(here_x) + " " + number(here_y);
    }
    pen_down = true;
  }
  if (!path.empty()) {
    svg += "<path d=\"" + path + "\" fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"" +
           (dashed ? "1.2" : "1.8") + "\"" + (dashed ? " stroke-dasharray=\"5 3\"" : "") + "/>\n";
  }
  if (!series.label.empty() && (label_x != 0 || label_y != 0)) {
    // Above the line, or below it for a dashed one, which often lies on a solid one.
    const double height = std::clamp(label_y + (dashed ? 13 : -5), y.to - 2, y.from - 3);
    svg += text_at(label_x, height, series.label_first ? "start" : "end", series.label,
                   " fill=\"" + colour + "\"");
  }
  return svg;
}

std::string shade(double share) {
  char fill[8];
  std::snprintf(fill, sizeof fill, "#%02x%02x%02x",
                static_cast<int>(std::lround(250 - 219 * share)),
                static_cast<int>(std::lround(250 - 155 * share)),
                static_cast<int>(std::lround(250 - 82 * share)));
  return fill;
}

std::string draw_cells(const Panel& panel, double left, double top) {
  const auto size =
      static_cast<std::size_t>(std::lround(std::sqrt(static_cast<double>(panel.cells.size()))));
  const double side = (kHeight - kTop - kBottom) / static_cast<double>(size);
  const bool written = size <= 10;  // Larger matrices have no room for numbers.
  double largest = panel.cells_max;
  for (const double value : panel.cells) {
    if (panel.cells_max <= 0) largest = std::max(largest, std::isfinite(value) ? value : 0.0);
  }
  // Cells of one shade are one path, so that a hundred points make no file of megabytes.
  std::map<std::string, std::string> squares;
  std::string numbers;
  const std::string box = "h" + number(side) + "v" + number(side) + "h-" + number(side) + "z";
  for (std::size_t i = 0; i < panel.cells.size(); ++i) {
    const bool drawn = largest > 0 && std::isfinite(panel.cells[i]);
    const double share = drawn ? std::clamp(panel.cells[i] / largest, 0.0, 1.0) : 0;
    const double x = left + kLeft + static_cast<double>(i % size) * side;
    const double y = top + kTop + static_cast<double>(i / size) * side;
    squares[shade(written ? share : std::round(32 * share) / 32)] +=
        "M" + number(x) + " " + number(y) + box;
    if (written) {
      numbers += text_at(x + side / 2, y + side / 2 + 4, "middle",
                         number(share, share > 0.005 ? "%.2f" : "%.0f"),
                         share > 0.55 ? " fill=\"#fff\"" : "");
    }
  }
  std::string svg;
  for (const auto& [fill, path] : squares)
    svg += "<path fill=\"" + fill + "\" d=\"" + path + "\"/>\n";
  svg += numbers;
  for (std::size_t i = 0; written && i < panel.cell_labels.size(); ++i) {
    const double middle = (static_cast<double>(i) + 0.5) * side;
    svg += text_at(left + kLeft - 5, top + kTop + middle + 4, "end", panel.cell_labels[i]);
    svg += text_at(left + kLeft + middle, top + kHeight - kBottom + 14, "middle",
                   panel.cell_labels[i]);
  }
  return svg + text_at(left + kLeft, top + kHeight - kBottom + 32, "start",
                       panel.x_title + ", largest " + number(largest, "%.3g"));
}

// The first two coordinates, coloured from blue to orange by the first colouring.
std::string draw_points(const Panel& panel, double left, double top) {
  Axis x, y;
  for (std::size_t i = 0; i + 2 < panel.points.size(); i += 3)
    x.cover(panel.points[i]), y.cover(panel.points[i + 1]);
  x.finish();
  y.finish();
  x.from = left + kLeft, x.to = left + kWidth - kRight;
  y.from = top + kHeight - kBottom, y.to = top + kTop;
  std::string svg;
  const std::vector<double> none,
      &values = panel.colourings.empty() ? none : panel.colourings[0].values;
  const auto [low, high] = std::minmax_element(values.begin(), values.end());
  for (std::size_t i = 0; 3 * i + 2 < panel.points.size(); ++i) {
    const double share =
        i < values.size() && *high > *low ? (values[i] - *low) / (*high - *low) : 0;
    char fill[8];
    std::snprintf(fill, sizeof fill, "#%02x%02x%02x",
                  static_cast<int>(std::lround(21 + 163 * share)),
                  static_cast<int>(std::lround(65 + 6 * share)),
                  static_cast<int>(std::lround(156 * (1 - share))));
    svg += "<circle cx=\"" + number(x.place(panel.points[3 * i])) + "\" cy=\"" +
           number(y.place(panel.points[3 * i + 1])) + "\" r=\"1.6\" fill=\"" + fill + "\"/>\n";
  }
  return svg + text_at(left + kLeft, top + kHeight - kBottom + 32, "start", panel.x_title);
}

std::string draw(const Panel& panel, double left, double top) {
  std::string svg =
      text_at(left + kLeft, top + 16, "start",
              panel.group.empty() ? panel.heading : panel.group + ": " + panel.heading,
              " font-weight=\"bold\"");
  if (!panel.cells.empty()) return svg + draw_cells(panel, left, top);
  if (!panel.points.empty()) return svg + draw_points(panel, left, top);
  Axis x, y;
  x.logarithmic = panel.log_x;
  y.logarithmic = panel.log_y;
  for (const Series& series : panel.series) {
    for (std::size_t i = 0; i < series.x.size(); ++i) {
      if (!x.usable(series.x[i]) || !y.usable(series.y[i])) continue;
      x.cover(series.x[i]);
      y.cover(series.y[i]);
    }
  }
  x.finish();
  y.finish();
  x.from = left + kLeft, x.to = left + kWidth - kRight;
  y.from = top + kHeight - kBottom, y.to = top + kTop;
  svg += draw_axes(panel, x, y);
  for (const Series& series : panel.series) svg += draw_series(series, x, y);
  return svg;
}

}  // namespace

std::string svg_figure(const std::string& title, const std::vector<Panel>& all,
                       std::size_t columns) {
  std::vector<const Panel*> panels;
  for (const Panel& panel : all) {
    if (panel.rows.empty()) panels.push_back(&panel);
  }
  const std::size_t rows = (panels.size() + columns - 1) / columns;
  const double width = kWidth * static_cast<double>(std::min(columns, panels.size()));
  const double height = kHeight * static_cast<double>(rows);
  std::string svg =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + number(width, "%.0f") +
      "\" height=\"" + number(height, "%.0f") + "\" viewBox=\"0 0 " + number(width, "%.0f") + " " +
      number(height, "%.0f") +
      "\" font-family=\"sans-serif\" font-size=\"11\" fill=\"#222\" role=\"img\">\n<title>" +
      escape(title) + "</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n";
  for (std::size_t i = 0; i < panels.size(); ++i) {
    svg += draw(*panels[i], kWidth * static_cast<double>(i % columns),
                kHeight * static_cast<double>(i / columns));
  }
  return svg + "</svg>\n";
}

}  // namespace reprise::reproduce
