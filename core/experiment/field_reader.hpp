#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "numerics/result.hpp"

namespace reprise {

/// Reads the fields of one JSON object, each with a type, a range and a default. The first thing
/// found wrong is kept in the error slot that all readers of a document share; after that, reading
/// goes on with defaults, so that callers check once at the end.
class FieldReader {
 public:
  /// Reads the object at `path` ("" for the document itself); `object` may be null for one that was
  /// left out. Reports anything but an object, and fields that are not among `known`.
  FieldReader(const nlohmann::json* object, std::string path, std::vector<std::string> known,
              std::optional<Error>& error);

  /// The reader for the object in the field `key`.
  FieldReader object(const char* key, std::vector<std::string> known) const;

  /// A whole number from `least` to `most`; 3.0 counts as one. The bounds must be exact as doubles.
  double whole(const char* key, double least, double most, double fallback) const;
  int integer(const char* key, int least, int most, int fallback) const;

  /// A number from `least` to `most`.
  double number(const char* key, double least, double most, double fallback) const;

  /// A number above 0 and at most `most`.
  double positive(const char* key, double most, double fallback) const;

  /// One of the texts in `names`; gives its position. With `fallback` empty the field is required.
  std::size_t choice(const char* key, const std::vector<std::string>& names,
                     std::optional<std::size_t> fallback) const;

  /// Different integers from `least` to `most`, from `fewest` to `greatest` of them.
  std::vector<int> distinct_integers(const char* key, int least, int most, std::size_t fewest,
                                     std::size_t greatest, std::vector<int> fallback) const;

  /// The value of the field, or null if it was left out.
  const nlohmann::json* find(const char* key) const;

  /// Reports that the field's value (or its absence) is wrong.
  void reject(const char* key, const std::string& allowed) const;

  /// Likewise for a value that is not the document's own, such as a default that does not fit.
  void reject_value(const char* key, std::string value, std::string allowed) const;

  /// Dotted path of a field of this object.
  std::string path_of(const std::string& key) const;

 private:
  void report(Error error) const;

  const nlohmann::json* object_;
  std::string path_;
  std::optional<Error>* error_;
};

/// The value if it is a whole number from `least` to `most`.
std::optional<double> whole_number(const nlohmann::json& value, double least, double most);

}  // namespace reprise
