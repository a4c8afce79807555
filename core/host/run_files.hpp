#pragma once

#include <string>

#include <nlohmann/json.hpp>

namespace reprise {

// The file of a run appears only when the run is complete, and says what was run. So a command that
// was interrupted goes on where it stopped, and one with other settings makes its runs again.

/// Whether the file holds the run that `identity` describes: each of its fields is in the file with
/// the same value.
bool is_done(const std::string& file, const nlohmann::json& identity);

/// Writes the file in one go, or not at all; false if that fails.
bool save_complete(const std::string& file, const std::string& content);

}  // namespace reprise
