#include "numerics/result.hpp"

#include "numerics/text.hpp"

namespace reprise {

Error Error::bounded() const {
  return {bounded_line(field, 300), bounded_line(value, 400), bounded_line(allowed, 4000)};
}

std::string Error::message() const {
  const Error shown = bounded();
  return (shown.field.empty() ? "the input" : shown.field) + " is " + shown.value +
         "; allowed: " + shown.allowed;
}

}  // namespace reprise
