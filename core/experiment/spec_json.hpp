#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "experiment/spec.hpp"

namespace reprise {

/// `parse_spec` for a document that is already parsed.
Result<Spec> spec_from_json(const nlohmann::json& document,
                            std::uint64_t memory_limit = kUsualMemory);

/// What `write_spec` writes, as a document.
nlohmann::json spec_to_json(const Spec& spec);

}  // namespace reprise
