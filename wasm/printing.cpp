// The C library's formatted output would be 4 kB of the module (compressed), most of it for numbers
// of types that core has not. Only the JSON library asks for any of it: bytes and characters in
// hexadecimal digits ("%.4X", "%04x"). Definitions here take the place of the C library's.

#include <cstdarg>
#include <cstddef>
#include <cstdlib>

extern "C" {

// Text with %x and %X, which may have a number of digits (with leading zeros). Anything else is a
// fault of the module.
int snprintf(char* out, std::size_t size, const char* format, ...) {
  va_list values;
  va_start(values, format);
  std::size_t length = 0;
  const auto put = [&](char character) {
    if (length + 1 < size) out[length] = character;
    ++length;
  };
  for (; *format != '\0'; ++format) {
    if (*format != '%') {
      put(*format);
      continue;
    }
    int digits = 0;
    for (++format; *format == '.' || (*format >= '0' && *format <= '9'); ++format) {
      if (*format != '.') digits = 10 * digits + (*format - '0');
    }
    if (*format != 'x' && *format != 'X') std::abort();
    const unsigned value = va_arg(values, unsigned);
    int shown = 8;
    while (shown > 1 && shown > digits && value >> (4 * (shown - 1)) == 0) --shown;
    while (shown-- > 0) {
      put((*format == 'x' ? "0123456789abcdef" : "0123456789ABCDEF")[(value >> (4 * shown)) & 15]);
    }
  }
  va_end(values);
  if (size > 0) out[length < size ? length : size - 1] = '\0';
  return static_cast<int>(length);
}

// What the C++ library would print before it ends a program: nobody sees it here.
void abort_message(const char*, ...) { std::abort(); }

}  // extern "C"
