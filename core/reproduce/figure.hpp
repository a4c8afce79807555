#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "reproduce/drawing/panels.hpp"
#include "reproduce/runs/runs.hpp"

namespace reprise::reproduce {

/// Sets of pictures by name: "digits", "fashion", "cifar".
using PictureSets = std::map<std::string, std::shared_ptr<const PictureSet>>;

/// How large a reproduction is, and on what.
struct Scale {
  int seeds = 5;
  bool quick = false;  ///< Networks at most 100 units wide; see `scaled`.
  PictureSets pictures;
};

/// The spec at this scale. Quick makes fully connected layers at most 100 units wide and leaves
/// depth, gain and epochs as they are; Adam, whose steps have one size whatever the width, takes
/// larger ones in proportion.
Spec scaled(Spec spec, const Scale& scale);

/// A quantity that the figure reports, once for each seed.
struct Number {
  std::string label, unit;
  std::vector<double> values;
  std::optional<double> paper;  ///< What the paper published.
};

/// What came out of a figure.
struct Outcome {
  std::string ours;     ///< Markdown: our numbers over seeds, median and spread.
  std::string verdict;  ///< One line with the numbers that decide.
  bool within = false;  ///< Whether the band holds.
  std::string note;     ///< Where it does not come out: how, and what was tried.
  nlohmann::json summary = nlohmann::json::object();        ///< The same numbers, for programs.
  std::vector<std::pair<std::string, std::string>> tables;  ///< File names and CSV.
  std::vector<Number> numbers;
  std::vector<Panel> panels;
  std::size_t columns = 2;  ///< Panels in a row.
};

/// A figure of the paper: the runs it needs, and what to make of them, given in the order asked for
/// together with the figure's entry in figures.json. Figures share runs of one name.
struct Figure {
  const char* name;
  std::vector<RunRequest> (*runs)(const Scale&);
  Outcome (*finish)(const std::vector<FinishedRun>& runs, const nlohmann::json& entry);
  const char* pictures = nullptr;  ///< The set of pictures it cannot do without.
};

/// The figures of figures.json, each in a file of its own.
extern const Figure kTrajectories, kDepth, kAltered, kXor, kFinalStructure, kRichToLazy,
    kFeatureCollapse, kDigitsTrajectories, kDigitsStructure, kFashion, kCifar, kAttention,
    kAblation;

/// The text of figures.json as it was when the program was built: what the paper reports for each
/// figure and the band that ours has to fall in, stated before any run.
const char* figures_text();

/// A preset at every seed from 1; names are like "xor-rich-seed-1".
std::vector<RunRequest> preset_runs(const std::string& preset, const Scale& scale);

/// A two-point preset the way the paper draws its curves: half the learning rate, twice the epochs,
/// which is the same time with finer steps. Names are like "two-points-tanh-curve-seed-1". A quick
/// scale gives `preset_runs`.
std::vector<RunRequest> curve_runs(const std::string& preset, const Scale& scale);

}  // namespace reprise::reproduce
