#pragma once

#include <cstdlib>
#include <string>
#include <string_view>

#include "experiment/spec.hpp"
#include "numerics/result.hpp"
#include "numerics/text.hpp"

namespace reprise::fuzz {

/// Ends the program where a promise is broken, as the sanitizers do.
inline void require(bool holds) {
  if (!holds) std::abort();
}

/// A refusal is one line of text of bounded length, whatever it is about.
inline void require_refusal(const Error& error) {
  const std::string message = error.message();
  require(is_utf8(message) && message.size() < 6000);
  require(message.find('\n') == std::string::npos);
}

inline std::string_view text_of(const unsigned char* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// What a run of a fuzz target may take of the memory, in bytes.
constexpr std::uint64_t kShortMemory = 8'000'000;

/// Whether a run of it takes a moment only.
inline bool is_short(const Spec& spec) {
  return spec.training.epochs <= 20 && spec.network.hidden_layers <= 12;
}

}  // namespace reprise::fuzz
