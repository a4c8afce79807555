#pragma once

#include <string>
#include <utility>
#include <variant>

namespace reprise {

/// What was wrong with an input: which field, the value given, and what would have been accepted.
struct Error {
  std::string
      field;  ///< Dotted path, for example `network.width`; empty if the whole input is meant.
  std::string value;    ///< The value as given.
  std::string allowed;  ///< What is allowed, as a noun phrase: "an integer from 1 to 4096".

  /// One line for people: "network.width is -3; allowed: an integer from 1 to 4096". Bounded.
  std::string message() const;

  /// The same in one line of UTF-8 each, however long and of whatever bytes the input was: the
  /// middle of what is long is left out, bytes that are no text become "?", and what ends lines a
  /// space.
  Error bounded() const;
};

/// A value or the reason why there is none. Core reports every failure this way and throws nothing,
/// so that it runs unchanged in WebAssembly without exceptions. By hand because std::expected, whose
/// names it has where it can, came with C++23, and this is C++20.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : content_(std::move(value)) {}      // NOLINT: implicit on purpose
  Result(Error error) : content_(std::move(error)) {}  // NOLINT: implicit on purpose

  bool ok() const { return std::holds_alternative<T>(content_); }
  explicit operator bool() const { return ok(); }

  /// The value. Calling it on a failed result is a programming error and ends the program.
  T& value() & { return std::get<T>(content_); }
  const T& value() const& { return std::get<T>(content_); }
  T&& value() && { return std::get<T>(std::move(content_)); }

  /// The value, or `other` where there is none.
  T value_or(T other) const& { return ok() ? value() : std::move(other); }

  /// The error; only on a failed result.
  const Error& error() const { return std::get<Error>(content_); }

 private:
  std::variant<T, Error> content_;
};

}  // namespace reprise
