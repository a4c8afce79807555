#pragma once

#include <string>
#include <vector>

#include "reproduce/drawing/panels.hpp"

namespace reprise::reproduce {

/// Charts, matrices and points (seen along the third axis) in rows of `columns`, as a whole SVG
/// file with a title for screen readers. Tables are left out.
std::string svg_figure(const std::string& title, const std::vector<Panel>& panels,
                       std::size_t columns);

}  // namespace reprise::reproduce
