#pragma once

#include <string>
#include <vector>

#include "reproduce/drawing/panels.hpp"

namespace reprise::reproduce {

/// Charts, matrices and points (seen along the third axis) in rows of `columns`, as a whole SVG
/// file with a title for screen readers. Tables are left out. By hand, since it takes four elements
/// of SVG to draw a panel as the site draws it, and a plotting library would bring axes, colours and
/// a dependency of its own.
std::string svg_figure(const std::string& title, const std::vector<Panel>& panels,
                       std::size_t columns);

}  // namespace reprise::reproduce
