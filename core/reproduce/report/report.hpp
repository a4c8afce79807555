#pragma once

#include <string>

#include "reproduce/figure.hpp"

namespace reprise::reproduce {

/// A figure's part of the report: what the paper has, the band, ours, the verdict.
std::string report_section(const Statement& stated, const Outcome& outcome, const Scale& scale);

}  // namespace reprise::reproduce
