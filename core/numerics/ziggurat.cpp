#include "numerics/ziggurat.hpp"

#include <boost/random/uniform_01.hpp>
#include <cmath>
#include <cstdint>

#include "numerics/exponential.hpp"

namespace reprise {
namespace {

// A number as the sum of two doubles, good to 32 digits: edges have to come out correctly rounded,
// and each follows from the one before.
struct Double2 {
  double high, low = 0;
};

Double2 sum_of(double a, double b) {
  const double high = a + b, of_b = high - a;
  return {high, (a - (high - of_b)) + (b - of_b)};
}

Double2 product_of(double a, double b) {
  constexpr double kSplit = 134217729;  // 2^27 + 1: halves whose products are exact
  const double high = a * b;
  const double a_high = kSplit * a - (kSplit * a - a), b_high = kSplit * b - (kSplit * b - b);
  const double a_low = a - a_high, b_low = b - b_high;
  return {high, ((a_high * b_high - high) + a_high * b_low + a_low * b_high) + a_low * b_low};
}

Double2 operator+(Double2 a, Double2 b) {
  const Double2 high = sum_of(a.high, b.high), low = sum_of(a.low, b.low);
  const Double2 first = sum_of(high.high, high.low + low.high);
  return sum_of(first.high, first.low + low.low);
}

Double2 operator-(Double2 a) { return {-a.high, -a.low}; }

Double2 operator*(Double2 a, Double2 b) {
  const Double2 product = product_of(a.high, b.high);
  return sum_of(product.high, product.low + (a.high * b.low + a.low * b.high));
}

Double2 operator/(Double2 a, Double2 b) {
  Double2 quotient{0};
  for (int digits = 0; digits < 3; ++digits) {
    const Double2 left = a + -(quotient * b);
    quotient = quotient + Double2{left.high / b.high};
  }
  return quotient;
}

Double2 operator/(Double2 a, double b) {
  const double quotient = a.high / b;
  const Double2 left = a + -product_of(quotient, b);
  return sum_of(quotient, left.high / b);
}

Double2 root_of(Double2 a) {
  const Double2 guess{std::sqrt(a.high)};
  return guess + (a + -(guess * guess)) / (guess + guess);
}

// exp(-a) for a from 0 to 9: the series of a 256th of it, squared eight times.
Double2 exp_of_minus(Double2 a) {
  const Double2 part{a.high / -256, a.low / -256};
  Double2 sum{1};
  for (int term = 14; term > 0; --term) sum = Double2{1} + sum * part / static_cast<double>(term);
  for (int doubling = 0; doubling < 8; ++doubling) sum = sum * sum;
  return sum;
}

// The layers under exp(-s), where x is s, or s is x^2 / 2. edge: of the lowest layer, where the tail
// begins; area: of each layer, such that the uppermost one ends at height 1. Both follow from that.
template <int layers>
Ziggurat<layers> layers_under(Double2 edge, Double2 area, bool halved_square) {
  Ziggurat<layers> made;
  Double2 x = edge;
  Double2 s = halved_square ? x * x * Double2{0.5} : x;
  Double2 y = exp_of_minus(s);
  made.x[0] = (area / y).high;
  made.y[0] = 0;
  for (int i = 1; i < layers; ++i) {
    made.x[i] = x.high;
    made.y[i] = y.high;
    y = y + area / x;
    // Newton's method for exp(-s) = y, from the layer below; a step as small as this was the last one needed.
    for (double moved = 1; std::abs(moved) > 1e-16 && i + 1 < layers;) {
      const Double2 step = Double2{1} + -(y / exp_of_minus(s));
      s = s + step;
      moved = step.high;
    }
    x = halved_square ? root_of(s + s) : s;
  }
  made.x[layers] = 0;
  made.y[layers] = 1;
  return made;
}

// The layer that the engine chooses, and how far to the right in it, as a share of its edge.
struct Place {
  int layer;
  double share;
};

Place place(boost::random::mt19937_64& engine) {
  const std::uint64_t bits = engine();
  // One bit less than there is, as Boost has it.
  return {static_cast<int>(bits & 255), static_cast<double>((bits & ~(std::uint64_t{1} << 11)) >> 8) * 0x1p-56};
}

double uniform(boost::random::mt19937_64& engine) { return boost::random::uniform_01<double>()(engine); }

double exponential_number(boost::random::mt19937_64& engine) {
  const auto& [edge, base] = exponential_layers();
  double shift = 0;
  for (;;) {
    const auto [i, share] = place(engine);
    const double x = share * edge[i];
    if (x < edge[i + 1]) return shift + x;
    if (i == 0) {
      // The tail looks as the whole does.
      shift += edge[1];
      continue;
    }
    const double across = uniform(engine);
    const double y = base[i] + across * (base[i + 1] - base[i]);
    const double over_chord = (edge[i] - edge[i + 1]) * across - (edge[i] - x);
    const double over_tangent = y - (base[i + 1] + (edge[i + 1] - x) * base[i + 1]);
    if (over_chord < 0 && (over_tangent < 0 || y < exponential(-x))) return x + shift;
  }
}

// Beyond the lowest edge: an exponential number, taken or not by a second one.
double tail_number(boost::random::mt19937_64& engine, double edge) {
  for (;;) {
    const double x = exponential_number(engine) / edge;
    const double y = exponential_number(engine);
    if (2 * y > x * x) return x + edge;
  }
}

}  // namespace

const Ziggurat<128>& normal_layers() {
  static const auto made = layers_under<128>({3.4426198558966523, -1.9301768750013438e-16},
                                             {0.00991256303533646, 6.555101713267045e-19}, true);
  return made;
}

const Ziggurat<256>& exponential_layers() {
  static const auto made = layers_under<256>({7.69711747013105, -3.6248703662405964e-16},
                                             {0.003949659822581557, 2.0147157867286268e-19}, false);
  return made;
}

double normal_number(boost::random::mt19937_64& engine) {
  const auto& [edge, base] = normal_layers();
  for (;;) {
    const auto [signed_layer, share] = place(engine);
    const int sign = (signed_layer & 1) * 2 - 1, i = signed_layer >> 1;
    const double x = share * edge[i];
    if (x < edge[i + 1]) return x * sign;
    if (i == 0) return tail_number(engine, edge[1]) * sign;

    const double across = uniform(engine);
    const double y = base[i] + across * (base[i + 1] - base[i]);
    // The density bends to the left of 1 the other way than to the right of it, so chord and tangent
    // change their parts.
    const double from_chord = (edge[i] - edge[i + 1]) * across - (edge[i] - x);
    const double from_tangent = y - (base[i] + (edge[i] - x) * base[i] * edge[i]);
    const double above_upper = edge[i] >= 1 ? from_chord : from_tangent;
    const double above_lower = edge[i] >= 1 ? from_tangent : from_chord;
    if (above_upper < 0 && (above_lower < 0 || y < exponential(-(x * x / 2)))) return x * sign;
  }
}

}  // namespace reprise
