#pragma once

#include <string>

namespace reprise {

/// The number to so many significant digits, 1 to 15, without trailing zeros: what "%.{digits}g" of
/// the C library prints, which in the WebAssembly module would bring along 4 kB (compressed) that
/// nothing else needs.
std::string decimal_text(double value, int digits);

}  // namespace reprise
