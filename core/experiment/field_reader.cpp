#include "experiment/field_reader.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "experiment/closest_names.hpp"
#include "experiment/json_reader.hpp"

namespace reprise {

using nlohmann::json;

std::optional<double> whole_number(const json& value, double least, double most) {
  if (!value.is_number()) return std::nullopt;
  const double number = value.get<double>();
  if (!(number >= least && number <= most) || number != std::floor(number)) return std::nullopt;
  return number;
}

namespace {

std::string range_text(const char* what, double least, double most) {
  return std::string(what) + " from " + number_json(least).dump() + " to " +
         number_json(most).dump();
}

}  // namespace

FieldReader::FieldReader(const json* object, std::string path, std::vector<std::string> known,
                         std::optional<Error>& error)
    : object_(object), path_(std::move(path)), error_(&error) {
  if (object_ == nullptr) return;
  if (!object_->is_object()) {
    report({path_, brief_json(*object_), "an object with the fields " + join_names(known, "and")});
    object_ = nullptr;
    return;
  }
  for (const auto& item : object_->items()) {
    const std::string& key = item.key();
    if (std::find(known.begin(), known.end(), key) != known.end()) continue;
    const std::vector<std::string> similar = closest_names(key, known, 1);
    std::string allowed = join_names(known, "or");
    if (!similar.empty()) allowed += " (closest: " + similar.front() + ")";
    const std::string quoted = brief_quoted(key);
    report({path_of(quoted.substr(1, quoted.size() - 2)), "not a known field", allowed});
    return;
  }
}

FieldReader FieldReader::object(const char* key, std::vector<std::string> known) const {
  return FieldReader(find(key), path_of(key), std::move(known), *error_);
}

const json* FieldReader::find(const char* key) const {
  if (object_ == nullptr) return nullptr;
  const auto found = object_->find(key);
  return found == object_->end() ? nullptr : &*found;
}

std::string FieldReader::path_of(const std::string& key) const {
  return path_.empty() ? key : path_ + "." + key;
}

void FieldReader::report(Error error) const {
  if (!error_->has_value()) *error_ = std::move(error);
}

void FieldReader::reject(const char* key, const std::string& allowed) const {
  const json* value = find(key);
  report({path_of(key), value == nullptr ? "missing" : brief_json(*value), allowed});
}

void FieldReader::reject_value(const char* key, std::string value, std::string allowed) const {
  report({path_of(key), std::move(value), std::move(allowed)});
}

double FieldReader::whole(const char* key, double least, double most, double fallback) const {
  const json* value = find(key);
  if (value == nullptr) return fallback;
  const std::optional<double> number = whole_number(*value, least, most);
  if (!number) reject(key, range_text("an integer", least, most));
  return number.value_or(fallback);
}

int FieldReader::integer(const char* key, int least, int most, int fallback) const {
  return static_cast<int>(whole(key, least, most, fallback));
}

double FieldReader::number(const char* key, double least, double most, double fallback) const {
  const json* value = find(key);
  if (value == nullptr) return fallback;
  const double number = value->is_number() ? value->get<double>() : NAN;
  if (number >= least && number <= most) return number;
  reject(key, range_text("a number", least, most));
  return fallback;
}

double FieldReader::positive(const char* key, double most, double fallback) const {
  const json* value = find(key);
  if (value == nullptr) return fallback;
  const double number = value->is_number() ? value->get<double>() : NAN;
  if (number > 0 && number <= most) return number;
  reject(key, "a number above 0 and at most " + number_json(most).dump());
  return fallback;
}

std::size_t FieldReader::choice(const char* key, const std::vector<std::string>& names,
                                std::optional<std::size_t> fallback) const {
  const json* value = find(key);
  if (value == nullptr && fallback) return *fallback;
  if (value != nullptr && value->is_string()) {
    const auto found = std::find(names.begin(), names.end(), value->get_ref<const std::string&>());
    if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  }
  std::vector<std::string> quoted;
  for (const std::string& name : names) quoted.push_back(brief_quoted(name));
  reject(key, join_names(quoted, "or"));
  return fallback.value_or(0);
}

std::vector<int> FieldReader::distinct_integers(const char* key, int least, int most,
                                                std::size_t fewest, std::size_t greatest,
                                                std::vector<int> fallback) const {
  const json* value = find(key);
  if (value == nullptr) return fallback;
  std::vector<int> numbers;
  bool good = value->is_array() && value->size() >= fewest && value->size() <= greatest;
  if (good) {
    for (const json& element : *value) {
      const std::optional<double> number = whole_number(element, least, most);
      if (!number) {
        good = false;
        break;
      }
      numbers.push_back(static_cast<int>(*number));
      good = good && std::count(numbers.begin(), numbers.end(), numbers.back()) == 1;
    }
  }
  if (good) return numbers;
  const std::string how_many = fewest == greatest
                                   ? std::to_string(fewest)
                                   : std::to_string(fewest) + " to " + std::to_string(greatest);
  reject(key, "a list of " + how_many + " different integers from " + std::to_string(least) +
                  " to " + std::to_string(most));
  return fallback;
}

}  // namespace reprise
