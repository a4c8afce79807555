#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "experiment/spec.hpp"

namespace reprise {

/// A JSON object whose fields keep the order in which people read them.
using Fields = std::vector<std::pair<const char*, nlohmann::json>>;

/// `parse_spec` for a document that is already parsed.
Result<Spec> spec_from_json(const nlohmann::json& document,
                            std::uint64_t memory_limit = kUsualMemory);

/// What `write_spec` writes, as a document.
nlohmann::json spec_to_json(const Spec& spec);

}  // namespace reprise
