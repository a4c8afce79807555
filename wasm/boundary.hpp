#pragma once

// What the two halves of the boundary share: how text and numbers leave the module.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "numerics/result.hpp"

namespace reprise::boundary {

/// Text for the caller: a pointer to its length (32 bits) and its bytes, valid until the next call.
const std::uint8_t* give_text(std::string_view content);

/// {"error": {"field", "value", "allowed", "message"}}.
std::string error_text(const Error& error);

/// Keeps the error for `reprise_last_error`.
void remember_error(const Error& error);

}  // namespace reprise::boundary
