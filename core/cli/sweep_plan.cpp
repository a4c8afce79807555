#include "cli/sweep_plan.hpp"

#include <cmath>
#include <cstdlib>

#include "experiment/json_reader.hpp"
#include "numerics/text.hpp"

namespace reprise::cli {
namespace {

using nlohmann::json;

// Of one axis, and in all; a product with one more axis does not overflow.
constexpr std::size_t kMostValues = 100000, kMostRuns = 1000000;

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == separator) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

std::string pointer_of(std::string path) {
  for (char& c : path) {
    if (c == '.') c = '/';
  }
  return "/" + path;
}

// Dotted paths of all fields that hold no object.
void list_fields(const json& value, const std::string& path, std::vector<std::string>& fields) {
  if (!value.is_object()) {
    fields.push_back(path);
    return;
  }
  for (const auto& [key, inner] : value.items())
    list_fields(inner, path.empty() ? key : path + "." + key, fields);
}

Result<std::string> full_path(const std::string& given, const json& spec) {
  std::vector<std::string> fields, fitting;
  list_fields(spec, "", fields);
  for (const std::string& field : fields) {
    if (field == given) return given;
    const std::string tail = "." + given;
    if (field.size() > tail.size() &&
        field.compare(field.size() - tail.size(), tail.size(), tail) == 0) {
      fitting.push_back(field);
    }
  }
  if (fitting.size() == 1) return fitting[0];
  std::string allowed = "one of";
  for (const std::string& field : fitting.empty() ? fields : fitting) allowed += " " + field;
  return Error{"--over", given, allowed};
}

bool read_number(const std::string& text, double& value) {
  char* end = nullptr;
  value = std::strtod(text.c_str(), &end);
  return !text.empty() && *end == '\0' && std::isfinite(value);
}

Result<std::vector<json>> read_range(const std::string& axis,
                                     const std::vector<std::string>& parts) {
  const Error wrong{"--over", axis,
                    "PATH=FROM:TO:COUNT, PATH=FROM:TO:COUNT:log, PATH=FROM:TO or PATH=A,B,C"};
  double from = 0, to = 0, count = 0;
  const bool logarithmic = parts.size() == 4 && parts[3] == "log";
  if (!read_number(parts[0], from) || !read_number(parts[1], to) ||
      (parts.size() == 4 && !logarithmic))
    return wrong;
  std::vector<json> values;
  if (parts.size() == 2) {
    // Beyond 2^53 a double and the next whole number are one.
    constexpr double kLargest = 9007199254740992.0;
    if (from != std::floor(from) || to < from || to - from >= static_cast<double>(kMostValues) ||
        std::abs(from) > kLargest || std::abs(to) > kLargest)
      return wrong;
    const int last = static_cast<int>(to - from);
    for (int i = 0; i <= last; ++i) values.push_back(number_json(from + i));
    return values;
  }
  if (!read_number(parts[2], count) || count < 2 || count > static_cast<double>(kMostValues) ||
      count != std::floor(count) || (logarithmic && (from <= 0 || to <= 0))) {
    return wrong;
  }
  for (int i = 0; i < static_cast<int>(count); ++i) {
    const double share = i / (count - 1);
    const double value =
        logarithmic ? from * std::pow(to / from, share) : from + (to - from) * share;
    values.push_back(number_json(value));
  }
  return values;
}

}  // namespace

Result<SweepAxis> parse_axis(const std::string& text, const json& spec) {
  if (!is_utf8(text)) return Error{"--over", text, "text in UTF-8"};
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos || equals == 0 || equals + 1 == text.size()) {
    return Error{"--over", text,
                 "PATH=FROM:TO:COUNT, PATH=FROM:TO:COUNT:log, PATH=FROM:TO or PATH=A,B,C"};
  }
  const auto path = full_path(text.substr(0, equals), spec);
  if (!path) return path.error();
  SweepAxis axis{path.value(), {}};
  const std::string values = text.substr(equals + 1);
  const std::vector<std::string> parts = split(values, ':');
  if (parts.size() >= 2 && parts.size() <= 4) {
    auto range = read_range(text, parts);
    if (!range) return range.error();
    axis.values = std::move(range).value();
    return axis;
  }
  for (const std::string& item : split(values, ',')) {
    double number = 0;
    axis.values.push_back(read_number(item, number) ? number_json(number) : json(item));
  }
  return axis;
}

Result<Shard> parse_shard(const std::string& text) {
  const std::vector<std::string> parts = split(text, '/');
  double number = 0, count = 0;
  if (parts.size() != 2 || !read_number(parts[0], number) || !read_number(parts[1], count) ||
      number < 1 || count < number || count > 1e6 || number != std::floor(number) ||
      count != std::floor(count)) {
    return Error{"--shard", text, "K/N with whole numbers, K from 1 to N"};
  }
  return Shard{static_cast<std::size_t>(number), static_cast<std::size_t>(count)};
}

Result<std::size_t> run_count(const std::vector<SweepAxis>& axes) {
  std::size_t count = 1;
  std::string product;
  bool too_many = false;
  for (const SweepAxis& axis : axes) {
    product += (product.empty() ? "" : " x ") + axis.path + " (" +
               std::to_string(axis.values.size()) + ")";
    // Once too many, the product is left alone: it could overflow.
    if (!too_many) count *= axis.values.size();
    too_many = too_many || count > kMostRuns;
  }
  if (!too_many) return count;
  return Error{"--over", product, "at most " + std::to_string(kMostRuns) + " runs in all"};
}

std::vector<json> run_values(const std::vector<SweepAxis>& axes, std::size_t run) {
  std::vector<json> values(axes.size());
  for (std::size_t i = axes.size(); i-- > 0;) {
    values[i] = axes[i].values[run % axes[i].values.size()];
    run /= axes[i].values.size();
  }
  return values;
}

json with_values(json spec, const std::vector<SweepAxis>& axes, const std::vector<json>& values) {
  for (std::size_t i = 0; i < axes.size(); ++i)
    spec[json::json_pointer(pointer_of(axes[i].path))] = values[i];
  return spec;
}

}  // namespace reprise::cli
