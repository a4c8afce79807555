#include "experiment/closest_names.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

namespace reprise {
namespace {

// Levenshtein's distance, one row of the table at a time.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row[b.size()];
}

bool contains(std::string_view text, std::string_view part) {
  return part.size() >= 3 && text.find(part) != std::string_view::npos;
}

}  // namespace

std::vector<std::string> closest_names(std::string_view name,
                                       const std::vector<std::string>& candidates,
                                       std::size_t limit) {
  name = name.substr(0, 100);  // Names are short; the bound keeps hostile input cheap.
  std::multimap<std::size_t, std::string> similar;  // By distance, else in the order given.
  for (const std::string& candidate : candidates) {
    if (contains(candidate, name) || contains(name, candidate)) {
      similar.emplace(0, candidate);
      continue;
    }
    const std::size_t distance = edit_distance(name, candidate);
    const std::size_t tolerance = 1 + std::min(name.size(), candidate.size()) / 3;
    if (distance <= tolerance) similar.emplace(distance, candidate);
  }
  std::vector<std::string> names;
  for (const auto& [distance, candidate] : similar) {
    if (names.size() < limit) names.push_back(candidate);
  }
  return names;
}

std::string join_names(const std::vector<std::string>& names, const char* word) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const bool is_last = i + 1 == names.size();
    if (i > 0) text += is_last ? std::string(" ") + word + " " : ", ";
    text += names[i];
  }
  return text;
}

}  // namespace reprise
