#pragma once

#include <boost/random/mersenne_twister.hpp>
#include <boost/random/normal_distribution.hpp>
#include <boost/random/uniform_real_distribution.hpp>
#include <cmath>
#include <cstdint>
#include <vector>

#include "theory/equations.hpp"

// Random problems for the tests of the theory, the same on every platform up to libm's last digit.

namespace reprise::test_support {

struct Problem {
  Constants constants;
  Rates rates;
  State start;
};

/// A valid start whose dy makes an angle of the given cosine with dy*.
inline State start_at_angle(const Constants& constants, double h0, double y0, double cosine) {
  return {h0, y0, y0 - cosine * std::sqrt(y0 * constants.dy2)};
}

class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}

  double uniform(double low, double high) {
    return boost::random::uniform_real_distribution<double>(low, high)(engine_);
  }
  double log_uniform(double low, double high) {
    return std::exp(uniform(std::log(low), std::log(high)));
  }
  double normal() { return boost::random::normal_distribution<double>()(engine_); }

  /// Rich and lazy starts, balanced and unbalanced, at any angle.
  Problem problem() {
    Problem result;
    result.constants = {log_uniform(0.1, 10.0), log_uniform(0.1, 10.0)};
    result.rates = {log_uniform(1e-3, 10.0), log_uniform(1e-3, 10.0)};
    result.start = start_at_angle(result.constants, log_uniform(1e-6, 1e2), log_uniform(1e-6, 2.0),
                                  uniform(-1.0, 1.0));
    return result;
  }

 private:
  boost::random::mt19937_64 engine_;
};

/// I = y / h - (eta_y / (eta_h X)) h, which the paper's system conserves along every trajectory. It
/// says which of decoder (I > 0) and encoder (I < 0) started the larger.
inline double invariant(const Constants& constants, const Rates& rates, const State& state) {
  return state.y / state.h - rates.eta_y / (rates.eta_h * constants.dx2) * state.h;
}

/// `count` evenly spaced times from 0 to `end`.
inline std::vector<double> even_times(double end, int count) {
  std::vector<double> times;
  for (int i = 0; i < count; ++i) times.push_back(end * i / (count - 1));
  return times;
}

}  // namespace reprise::test_support
