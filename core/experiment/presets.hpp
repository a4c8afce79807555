#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "experiment/spec.hpp"
#include "numerics/result.hpp"

namespace reprise {

/// A named experiment: one row of the paper's settings, or one of our own.
struct Preset {
  std::string name;     ///< "family/variant", for example "two-points/default".
  std::string title;    ///< A few words, for lists.
  std::string summary;  ///< One or two sentences: what it shows and what to look for.
  std::string source;   ///< Where the settings come from.
  std::string
      formerly;  ///< The name by which links meant it until another preset took it; mostly empty.
  Spec spec;
};

/// The text of `presets.json`, as it was when core was built.
const char* presets_text();

/// Reads a preset file: `{"presets": [{"name", "title", "summary", "source", "spec"}, ...]}`, with
/// specs that may leave out what has a default; "formerly" may stand there too.
Result<std::vector<Preset>> parse_presets(std::string_view json);

/// The presets that core carries.
Result<std::vector<Preset>> presets();

/// The preset file with every spec complete.
std::string write_presets(const std::vector<Preset>& presets);

/// The spec of the preset core carries under this name; the error lists the names closest to it.
Result<Spec> find_preset(std::string_view name);

}  // namespace reprise
