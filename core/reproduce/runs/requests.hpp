#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "reproduce/runs/run.hpp"

namespace reprise::reproduce {

/// Sets of pictures by name: "digits", "fashion", "cifar".
using PictureSets = std::map<std::string, std::shared_ptr<const PictureSet>>;

/// How large a reproduction is, and on what.
struct Scale {
  int seeds = 5;
  bool quick = false;  ///< Networks at most 100 units wide; see `scaled`.
  PictureSets pictures;
};

/// The spec at this scale. Quick makes fully connected layers at most 100 units wide, gives
/// convolutions without padding half the places, or as many as leave 100 at the end, and leaves
/// depth, gain and epochs as they are; Adam, whose steps have one size whatever the width, takes
/// larger ones in proportion.
Spec scaled(Spec spec, const Scale& scale);

/// A preset at every seed from 1; names are like "xor-rich-seed-1".
std::vector<RunRequest> preset_runs(const std::string& preset, const Scale& scale);

/// The paper's own settings of two points, as names of presets, in the order of the presets.
std::vector<std::string> paper_settings();

/// A two-point preset the way the paper draws its curves: half the learning rate, twice the epochs,
/// which is the same time with finer steps. Names are like "two-points-tanh-curve-seed-1". A quick
/// scale gives `preset_runs`.
std::vector<RunRequest> curve_runs(const std::string& preset, const Scale& scale);

}  // namespace reprise::reproduce
