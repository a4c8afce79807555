// The JSON library reads numbers by the C library's strtod, which calculates with a long double, in
// WebAssembly in software: 7 kB of the module (compressed). The linker puts this in its place
// (CMakeLists.txt); it gives the same bits.

#include <cstddef>
#include <cstring>

#include "numerics/nearest_double.hpp"

// The text that the JSON library hands over is a number and nothing more.
extern "C" double __wrap_strtod(const char* text, char** end) {
  const std::size_t length = std::strlen(text);
  if (end != nullptr) *end = const_cast<char*>(text) + length;
  return reprise::nearest_double({text, length});
}
