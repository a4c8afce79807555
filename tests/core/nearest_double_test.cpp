// Numbers read without the C library's long double, held against the C library.

#include "numerics/nearest_double.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <random>
#include <string>

namespace reprise {
namespace {

std::uint64_t bits(double value) {
  std::uint64_t bits = 0;
  std::memcpy(&bits, &value, sizeof bits);
  return bits;
}

std::string printed(double value, int digits) {
  char text[64];
  std::snprintf(text, sizeof text, "%.*g", digits, value);
  return text;
}

void expect_read_alike(const std::string& text) {
  EXPECT_EQ(bits(nearest_double(text)), bits(std::strtod(text.c_str(), nullptr))) << text;
}

TEST(NearestDouble, ReadsWhatLiesOnAnEdge) {
  for (const char* text :
       {"0", "-0", "0.0e5", "0e999999999999", "1", "-1", "0.1", "12.5e-3", "1E+2", "123456789012345678901234567890",
        "9007199254740993", "9007199254740993.0000000000000000000000000001", "9007199254740995",
        "1.7976931348623157e308", "1.7976931348623158e308", "1.7976931348623159e308", "1e309", "-1e99999999999",
        "17976931348623157" "0000000000000000000000000000000000000000000000000000000000000000e230",
        "2.2250738585072014e-308", "2.2250738585072011e-308", "4.9406564584124654e-324",
        "2.4703282292062327e-324", "2.4703282292062328e-324", "1e-400", "1e-99999999999",
        "0.000000000000000000000000000000000000000000000000000000000000000000000000001e75"}) {
    expect_read_alike(text);
  }
  // Half way between two doubles, and more than is kept of the digits from there.
  const std::string half = "1.00000000000000011102230246251565404236316680908203125";
  expect_read_alike(half);
  expect_read_alike(half + std::string(2000, '0'));
  expect_read_alike(half + std::string(2000, '0') + "1");
  expect_read_alike(std::string(1500, '9') + "e-1400");
}

TEST(NearestDouble, ReadsAnyDouble) {
  std::mt19937_64 random(5);
  for (int k = 0; k < 3000; ++k) {
    const std::uint64_t drawn = random();
    double value = 0;
    std::memcpy(&value, &drawn, sizeof value);
    if (!std::isfinite(value)) continue;
    int exponent = 0;  // Every other one of a size that is met with.
    if (k % 2 == 0) value = std::frexp(value, &exponent) * std::pow(10.0, k % 60 - 30);
    for (const int digits : {1, 3, 10, 16, 17}) {
      expect_read_alike(printed(value, digits));
    }
  }
}

}  // namespace
}  // namespace reprise
