#pragma once

// What all parts of the boundary share: how text and numbers leave a module.

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

/// Numbers for the caller: a block of doubles, valid until the next call, whose first is never 0;
/// a 0 alone if there are none, with the reason kept for `reprise_last_error`.
const double* give_numbers(Result<std::vector<double>> numbers);

/// Keeps the error for `reprise_last_error`.
void remember_error(const Error& error);

}  // namespace reprise::boundary
