#pragma once

#include <cstddef>
#include <string>

namespace reprise {

/// Whether the bytes are text in UTF-8.
bool is_utf8(const std::string& text);

/// The text in one line of UTF-8 of at most about `most` bytes, whatever it is: the middle of what
/// is longer is left out, bytes that are no text become "?", and what ends lines a space.
std::string bounded_line(const std::string& text, std::size_t most);

}  // namespace reprise
