#pragma once

#include <string_view>

namespace reprise {

/// The double nearest to a decimal number as JSON writes it, such as -12.5e-3; of two as near the
/// one whose last bit is 0, infinity from half a step above the largest double on. Whatever follows
/// the number is left unread. This is what strtod gives, which in the WebAssembly module would be
/// ten times the code: the C library reads numbers with a long double, calculated in software.
double nearest_double(std::string_view decimal);

}  // namespace reprise
