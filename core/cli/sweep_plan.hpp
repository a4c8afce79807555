#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "numerics/result.hpp"

namespace reprise::cli {

/// One field of the spec and the values it takes in a sweep.
struct SweepAxis {
  std::string path;  ///< Dotted, for example network.gain.
  std::vector<nlohmann::json> values;
};

/// Reads an axis: `PATH=FROM:TO:COUNT` (equally spaced, both ends included),
/// `PATH=FROM:TO:COUNT:log` (equally spaced in the logarithm), `PATH=FROM:TO` (whole numbers) or
/// `PATH=A,B,C`. The path may be the last part alone if only one field of `spec` ends in it.
Result<SweepAxis> parse_axis(const std::string& text, const nlohmann::json& spec);

/// A part of a sweep: run number i belongs to shard k of n if i mod n = k - 1.
struct Shard {
  std::size_t number = 1;  ///< 1 to count.
  std::size_t count = 1;
  bool holds(std::size_t run) const { return run % count == number - 1; }
};

/// Reads "k/n".
Result<Shard> parse_shard(const std::string& text);

/// Number of runs: one for each combination of values. Error, field "--over": more than a million,
/// with the number of values of every axis.
Result<std::size_t> run_count(const std::vector<SweepAxis>& axes);

/// The values of run `run`, one for each axis; the last axis varies fastest.
std::vector<nlohmann::json> run_values(const std::vector<SweepAxis>& axes, std::size_t run);

/// `spec` with the fields of the axes set to `values`.
nlohmann::json with_values(nlohmann::json spec, const std::vector<SweepAxis>& axes,
                           const std::vector<nlohmann::json>& values);

}  // namespace reprise::cli
