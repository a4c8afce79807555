#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "reproduce/drawing/panels.hpp"
#include "reproduce/report/statement.hpp"
#include "reproduce/runs/requests.hpp"

namespace reprise::reproduce {

/// A quantity that the figure reports, once for each seed.
struct Number {
  std::string label, unit;
  std::vector<double> values;
  std::optional<double> paper = {};  ///< What the paper published.
};

/// What came out of a figure.
struct Outcome {
  std::string ours;     ///< Markdown: our numbers over seeds, median and spread.
  std::string verdict;  ///< One line with the numbers that decide.
  Measures measures;    ///< Those numbers, by which the band is judged.
  std::string note;     ///< Where it does not come out: how, and what was tried.
  std::string other;    ///< What came out another way than the authors'; empty if none was tried.
  nlohmann::json summary = nlohmann::json::object();        ///< The same numbers, for programs.
  std::vector<std::pair<std::string, std::string>> tables;  ///< File names and CSV.
  std::vector<Number> numbers;
  std::vector<Panel> panels;
  std::size_t columns = 2;  ///< Panels in a row.
};

/// A figure of the paper: the runs it needs, and what to make of them, given in the order asked for
/// together with what was stated beforehand. Figures share runs of one name.
struct Figure {
  const char* name;
  std::vector<RunRequest> (*runs)(const Scale&);
  Outcome (*finish)(const std::vector<FinishedRun>& runs, const Statement& stated);
  const char* pictures = nullptr;  ///< The set of pictures it cannot do without.
};

/// The figures of figures.json, each in a file of its own.
extern const Figure kTrajectories, kDepth, kAltered, kXor, kFinalStructure, kRichToLazy,
    kFeatureCollapse, kDigitsTrajectories, kDigitsStructure, kFashion, kCifar, kAttention,
    kAblation, kAlignment;

}  // namespace reprise::reproduce
