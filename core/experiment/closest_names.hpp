#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace reprise {

/// The candidates that `name` may be a misspelling of, most similar first, at most `limit` of them;
/// empty if none is similar. Similar means few insertions, deletions and replacements, or that one
/// contains the other.
std::vector<std::string> closest_names(std::string_view name,
                                       const std::vector<std::string>& candidates,
                                       std::size_t limit);

/// With the word "or": "a", "a or b", "a, b or c".
std::string join_names(const std::vector<std::string>& names, const char* word);

}  // namespace reprise
