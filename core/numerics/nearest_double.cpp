#include "numerics/nearest_double.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <vector>

// A guess in doubles is off by a few units of the last place; comparing the number with what lies half
// way between neighbours, in whole numbers of any length, corrects it.

namespace reprise {
namespace {

// From this many digits on, only whether all others are 0 matters to a double.
constexpr int kMostDigits = 800;
// A guess from so many is off by a few units of the last place.
constexpr int kGuessed = 18;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A whole number, the lowest 32 bits first.
class Whole {
 public:
  explicit Whole(std::uint64_t value = 0) {
    words_ = {static_cast<std::uint32_t>(value), static_cast<std::uint32_t>(value >> 32)};
  }

  void multiply_add(std::uint32_t factor, std::uint32_t summand = 0) {
    std::uint64_t carry = summand;
    for (std::uint32_t& word : words_) {
      carry += std::uint64_t{word} * factor;
      word = static_cast<std::uint32_t>(carry);
      carry >>= 32;
    }
    if (carry != 0) words_.push_back(static_cast<std::uint32_t>(carry));
  }

  void multiply_by_power(std::uint32_t base, int exponent) {
    const std::uint32_t cube = base * base * base;
    for (; exponent >= 9; exponent -= 9) multiply_add(cube * cube * cube);
    while (exponent-- > 0) multiply_add(base);
  }

  // -1, 0 or 1.
  int compare(const Whole& other) const {
    for (std::size_t k = std::max(words_.size(), other.words_.size()); k-- > 0;) {
      const std::uint32_t mine = word(k), others = other.word(k);
      if (mine != others) return mine < others ? -1 : 1;
    }
    return 0;
  }

 private:
  std::uint32_t word(std::size_t k) const { return k < words_.size() ? words_[k] : 0; }
  std::vector<std::uint32_t> words_;
};

// Whether digits 10^tens is less than (-1), equal to or more than significand 2^twos.
int compare(Whole digits, int tens, std::uint64_t significand, int twos) {
  Whole other(significand);
  digits.multiply_by_power(10, tens);
  other.multiply_by_power(10, -tens);
  digits.multiply_by_power(2, -twos);
  other.multiply_by_power(2, twos);
  return digits.compare(other);
}

// value 10^tens, nearly; in two steps, since the power alone may be too large.
double scaled(double value, int tens) {
  for (int left = std::abs(tens); left > 0;) {
    double power = 1;
    for (int k = 0; k < 200 && left > 0; ++k, --left) power *= 10;
    value = tens < 0 ? value / power : value * power;
  }
  return value;
}

// The first number from 0 on, at most `limit`, that `above` is not true of; it is true of all smaller
// ones. Found near the guess.
template <class Above>
std::uint64_t first_not(std::uint64_t guess, std::uint64_t limit, const Above& above) {
  std::uint64_t low = guess, high = std::min(guess, limit);
  for (std::uint64_t step = 1; low > 0 && !above(low - 1); step *= 2) low -= std::min(low, step);
  for (std::uint64_t step = 1; high < limit && above(high); step *= 2) high = std::min(limit, high + step);
  while (low < high) {
    const std::uint64_t middle = low + (high - low) / 2;
    if (above(middle)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

// std::bit_cast, which the library that comes with Emscripten 3.1.6 lacks.
template <class To, class From>
To same_bits(From from) {
  static_assert(sizeof(To) == sizeof(From));
  To to;
  std::memcpy(&to, &from, sizeof to);
  return to;
}

constexpr int kFraction = 52;  // Bits of a double after its leading one.

// A positive double is significand 2^twos; the bits of doubles are in the order of their values.
std::uint64_t significand(std::uint64_t bits) {
  const std::uint64_t fraction = bits & ((std::uint64_t{1} << kFraction) - 1);
  return bits >> kFraction == 0 ? fraction : fraction | std::uint64_t{1} << kFraction;
}
int twos(std::uint64_t bits) {
  return std::max(static_cast<int>(bits >> kFraction), 1) - 1075;
}

}  // namespace

double nearest_double(std::string_view decimal) {
  const char* at = decimal.data();
  const char* const end = at + decimal.size();
  const bool negative = at != end && *at == '-';
  if (negative) ++at;

  Whole digits;
  int kept = 0, tens = 0;
  double guess = 0;
  bool after_point = false, more = false;
  for (; at != end && (*at == '.' || is_digit(*at)); ++at) {
    if (*at == '.') {
      after_point = true;
      continue;
    }
    const int digit = *at - '0';
    if (after_point) --tens;
    if (kept == kMostDigits) {
      more = more || digit != 0;
      ++tens;
      continue;
    }
    if (kept > 0 || digit != 0) ++kept;
    digits.multiply_add(10, static_cast<std::uint32_t>(digit));
    guess = kept <= kGuessed ? 10 * guess + digit : guess;
  }
  if (more) {
    digits.multiply_add(10, 1);
    --tens;
    ++kept;
  }
  if (at != end && (*at == 'e' || *at == 'E')) {
    ++at;
    const bool down = at != end && *at == '-';
    if (at != end && (*at == '-' || *at == '+')) ++at;
    int exponent = 0;
    for (; at != end && is_digit(*at); ++at) {
      exponent = std::min(10 * exponent + (*at - '0'), 10'000'000);
    }
    tens += down ? -exponent : exponent;
  }

  const auto infinity = same_bits<std::uint64_t>(std::numeric_limits<double>::infinity());
  std::uint64_t bits = 0;
  if (kept + tens > 310) {
    bits = kept == 0 ? 0 : infinity;
  } else if (kept > 0 && kept + tens > -330) {
    bits = same_bits<std::uint64_t>(scaled(guess, tens + std::max(kept - kGuessed, 0)));
    // Whether the number lies above what is half way from these bits to the next.
    const auto above = [&](std::uint64_t below) {
      const int side = compare(digits, tens, 2 * significand(below) + 1, twos(below) - 1);
      return side > 0 || (side == 0 && below % 2 == 1);
    };
    bits = first_not(bits, infinity, above);
  }
  const double value = same_bits<double>(bits);
  return negative ? -value : value;
}

}  // namespace reprise
