#include "numerics/text.hpp"

#include <algorithm>

namespace reprise {
namespace {

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// How many bytes the character that begins there has; 0 if none does.
std::size_t character_size(const std::string& text, std::size_t at) {
  const unsigned char first = static_cast<unsigned char>(text[at]);
  const std::size_t size = first < 0x80                    ? 1
                           : first >= 0xC2 && first < 0xE0 ? 2
                           : first >= 0xE0 && first < 0xF0 ? 3
                           : first >= 0xF0 && first < 0xF5 ? 4
                                                           : 0;
  if (at + size > text.size()) return 0;
  for (std::size_t i = 1; i < size; ++i) {
    if (!continues(text[at + i])) return 0;
  }
  if (size < 3) return size;
  // Neither a longer form than need be, nor half a pair of UTF-16, nor beyond the last character.
  const unsigned char second = static_cast<unsigned char>(text[at + 1]);
  const bool wrong = (first == 0xE0 && second < 0xA0) || (first == 0xED && second >= 0xA0) ||
                     (first == 0xF0 && second < 0x90) || (first == 0xF4 && second >= 0x90);
  return wrong ? 0 : size;
}

std::string one_line(const std::string& text) {
  std::string line;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = character_size(text, at);
    const bool control =
        size == 1 && (static_cast<unsigned char>(text[at]) < 0x20 || text[at] == 0x7F);
    line += size == 0 ? "?" : control ? " " : text.substr(at, size);
    at += std::max<std::size_t>(size, 1);
  }
  return line;
}

}  // namespace

bool is_utf8(const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = character_size(text, at);
    if (size == 0) return false;
    at += size;
  }
  return true;
}

std::string bounded_line(const std::string& text, std::size_t most) {
  if (text.size() <= most) return one_line(text);
  std::size_t head = most / 2, tail = text.size() - most / 2;
  while (head > 0 && continues(text[head])) --head;
  while (tail < text.size() && continues(text[tail])) ++tail;
  return one_line(text.substr(0, head)) + "..." + one_line(text.substr(tail));
}

}  // namespace reprise
