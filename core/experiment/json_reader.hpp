#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "numerics/result.hpp"

namespace reprise {

/// Parses a JSON document (UTF-8) from an untrusted source. On top of the grammar it rejects a
/// field given twice in one object, more than 16 levels of nesting, and more than a million bytes.
/// Errors of grammar say the line and column. The grammar is nlohmann's parser; only what is built of its
/// events is by hand, since the document that the library builds keeps the last of two fields of one
/// name without a word, and says no position without exceptions.
Result<nlohmann::json> read_json(std::string_view text);

/// The value as compact JSON, cut off after about 60 bytes, for error messages.
std::string brief_json(const nlohmann::json& value);

/// The text between quotes, escaped as in JSON and cut off likewise.
std::string brief_quoted(std::string_view text);

/// The number as JSON that reads back to the same double, whole ones as integers: 3, not 3.0.
nlohmann::json number_json(double value);

}  // namespace reprise
