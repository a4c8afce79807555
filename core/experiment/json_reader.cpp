#include "experiment/json_reader.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace reprise {
namespace {

using nlohmann::json;

constexpr std::size_t kMaximumSize = 1'000'000;
constexpr std::size_t kMaximumDepth = 16;
constexpr std::size_t kBriefSize = 60;

// Cuts at a character's first byte, so that the result is still UTF-8.
std::string brief(std::string text) {
  if (text.size() <= kBriefSize) return text;
  std::size_t end = kBriefSize;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "...";
}

std::string line_and_column(std::string_view text, std::size_t position) {
  std::size_t line = 1;
  std::size_t column = 1;
  for (std::size_t i = 0; i + 1 < position && i < text.size(); ++i) {
    if (text[i] == '\n') {
      ++line;
      column = 1;
    } else if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) {
      ++column;
    }
  }
  return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

// The library's account of an error without its prefix ("[json.exception...] parse error at ...:
// ").
std::string reason(std::string what) {
  const std::size_t bracket = what.find("] ");
  if (bracket != std::string::npos) what.erase(0, bracket + 2);
  if (what.rfind("parse error", 0) == 0) {
    const std::size_t colon = what.find(": ");
    if (colon != std::string::npos) what.erase(0, colon + 2);
  }
  return what;
}

// Receives the parser's events and builds the document. Building it here rather than in the library
// is what makes repeated fields and deep nesting visible, and keeps the position of an error
// without exceptions.
class Builder {
 public:
  explicit Builder(std::string_view text) : text_(text) {}

  bool null() { return add(nullptr); }
  bool boolean(bool value) { return add(value); }
  bool number_integer(std::int64_t value) { return add(value); }
  bool number_unsigned(std::uint64_t value) { return add(value); }
  bool number_float(double value, const std::string&) { return add(value); }
  bool string(std::string& value) { return add(std::move(value)); }
  bool binary(json::binary_t&) { return false; }  // Not part of the text format.

  bool start_object(std::size_t) { return open(json::object()); }
  bool start_array(std::size_t) { return open(json::array()); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool key(std::string& name) {
    keys_.back() = name;
    if (!containers_.back()->contains(name)) return true;
    error_ = Error{path(), "given twice", "every field at most once"};
    return false;
  }

  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception& why) {
    error_ =
        Error{"", "not JSON (" + line_and_column(text_, position) + ": " + reason(why.what()) + ")",
              "a JSON document"};
    return false;
  }

  json take() { return std::move(root_); }
  const std::optional<Error>& error() const { return error_; }

 private:
  json* place(json value) {
    if (containers_.empty()) {
      root_ = std::move(value);
      return &root_;
    }
    json& container = *containers_.back();
    if (container.is_array()) {
      container.push_back(std::move(value));
      return &container.back();
    }
    json& slot = container[keys_.back()];
    slot = std::move(value);
    return &slot;
  }

  bool add(json value) {
    place(std::move(value));
    return true;
  }

  bool open(json container) {
    if (containers_.size() == kMaximumDepth) {
      error_ = Error{path(), "nested more than " + std::to_string(kMaximumDepth) + " levels deep",
                     "at most " + std::to_string(kMaximumDepth) + " levels"};
      return false;
    }
    containers_.push_back(place(std::move(container)));
    keys_.emplace_back();
    return true;
  }

  bool close() {
    containers_.pop_back();
    keys_.pop_back();
    return true;
  }

  std::string path() const {
    std::string text;
    for (const std::string& key : keys_) {
      if (key.empty()) continue;
      text += (text.empty() ? "" : ".") + key;
    }
    return brief(text);
  }

  std::string_view text_;
  json root_;
  // A pointer stays valid while its container is open: only the innermost container grows.
  std::vector<json*> containers_;
  std::vector<std::string> keys_;  // The field being read in each container; empty in arrays.
  std::optional<Error> error_;
};

}  // namespace

Result<json> read_json(std::string_view text) {
  if (text.size() > kMaximumSize) {
    return Error{"", std::to_string(text.size()) + " bytes long",
                 "at most " + std::to_string(kMaximumSize) + " bytes"};
  }
  Builder builder(text);
  if (!json::sax_parse(text.begin(), text.end(), &builder)) {
    return builder.error().value_or(Error{"", "not JSON", "a JSON document"});
  }
  return builder.take();
}

std::string brief_json(const json& value) {
  return brief(value.dump(-1, ' ', false, json::error_handler_t::replace));
}

std::string brief_quoted(std::string_view text) {
  return brief_json(json(std::string(text.substr(0, 2 * kBriefSize))));
}

json number_json(double value) {
  constexpr double kExactIntegers = 9007199254740992.0;  // 2^53
  if (value == std::floor(value) && std::fabs(value) < kExactIntegers &&
      !(value == 0 && std::signbit(value))) {
    return static_cast<std::int64_t>(value);
  }
  return value;
}

}  // namespace reprise
