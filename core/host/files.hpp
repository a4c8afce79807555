#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "numerics/result.hpp"

namespace reprise {

/// The whole file; one compressed with gzip comes out decompressed.
Result<std::vector<std::uint8_t>> read_file(const std::string& path);

/// Writes the file; false if that fails.
bool write_file(const std::string& path, const std::string& content);

/// Numbers in columns, row by row.
struct Table {
  std::vector<std::string> columns;
  std::vector<double> values;  ///< rows() x columns.size()
  std::size_t rows() const { return columns.empty() ? 0 : values.size() / columns.size(); }
};

/// The table as CSV, every number with the digits that bring back the same double, and an empty cell
/// for one that is undefined (NaN).
std::string to_csv(const Table& table);

/// Reads CSV whose first line names the columns. Only `wanted` columns are kept, in that order,
/// where the first `required` of them must be there and a missing other is left out. Errors name
/// the line and the column.
Result<Table> read_csv(const std::string& path, const std::vector<std::string>& wanted,
                       std::size_t required);

}  // namespace reprise
