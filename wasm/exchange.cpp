// What both modules have of the boundary: how bytes go in, and how text, numbers and errors come
// out.
//
// The boundary is the only door between core and the web: a plain C interface, so that a module
// needs no generated JavaScript (which would build functions from strings, against the
// Content-Security-Policy) and the same file runs in a worker, a blob worker and Node.

#include <cstdlib>
#include <cstring>
#include <utility>

#include "boundary.hpp"
#include "reprise_memory.h"

namespace {

// The last of each that was returned.
struct Returned {
  std::string error = "{}";
  std::vector<std::uint8_t> text;  // Its length, then its bytes.
  std::vector<double> numbers;
};

Returned& returned() {
  static Returned instance;
  return instance;
}

// One line of UTF-8 (`Error::bounded`), as JSON. By hand, since the module of algebra has no other
// use for the JSON library.
std::string quoted(const std::string& line) {
  std::string text = "\"";
  for (const char c : line) {
    if (c == '"' || c == '\\') text += '\\';
    text += c;
  }
  return text + '"';
}

}  // namespace

namespace reprise::boundary {

const std::uint8_t* give_text(std::string_view content) {
  std::vector<std::uint8_t>& text = returned().text;
  const std::uint32_t length = static_cast<std::uint32_t>(content.size());
  text.resize(sizeof length + content.size());
  std::memcpy(text.data(), &length, sizeof length);
  std::memcpy(text.data() + sizeof length, content.data(), content.size());
  return text.data();
}

std::string error_text(const Error& given) {
  const Error error = given.bounded();
  return "{\"error\":{\"field\":" + quoted(error.field) + ",\"value\":" + quoted(error.value) +
         ",\"allowed\":" + quoted(error.allowed) + ",\"message\":" + quoted(error.message()) + "}}";
}

void remember_error(const Error& error) { returned().error = error_text(error); }

const double* give_numbers(Result<std::vector<double>> numbers) {
  if (!numbers) remember_error(numbers.error());
  returned().numbers = numbers ? std::move(numbers).value() : std::vector<double>{0.0};
  return returned().numbers.data();
}

}  // namespace reprise::boundary

std::uint8_t* reprise_allocate(std::size_t size) {
  return static_cast<std::uint8_t*>(std::malloc(size == 0 ? 1 : size));
}

void reprise_release(std::uint8_t* memory) { std::free(memory); }

const std::uint8_t* reprise_last_error() { return reprise::boundary::give_text(returned().error); }
