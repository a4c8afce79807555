#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "numerics/result.hpp"

namespace reprise {

/// Numbers in columns, row by row.
struct Table {
  std::vector<std::string> columns;
  std::vector<double> values;  ///< rows() x columns.size()
  std::size_t rows() const { return columns.empty() ? 0 : values.size() / columns.size(); }
};

/// The table as CSV, every number with the digits that bring back the same double, and an empty
/// cell for one that is undefined (NaN).
std::string to_csv(const Table& table);

/// The rows of a CSV file as programs save it (RFC 4180), one after the other: quoted cells may
/// hold separators, quotes and line ends; a byte order mark and empty lines are passed over; cells
/// are separated by commas, semicolons or tabulators, whichever the first line has most of, or as a
/// line "sep=;" before it says.
class CsvReader {
 public:
  /// The text has to outlive the reader. Errors name the line and begin with `name`.
  CsvReader(std::string_view text, std::string name);

  /// Reads the next row into cells(): false at the end. Every row has as many cells as the first.
  Result<bool> next();
  const std::vector<std::string>& cells() const { return cells_; }
  /// Of the row's first cell, from 1.
  int line() const { return row_line_; }
  char separator() const { return separator_; }

 private:
  std::optional<Error> read_row();
  std::optional<Error> read_quoted(std::string& cell);
  Error error(int line, const std::string& value, const std::string& allowed) const;

  std::string_view text_;
  std::string name_;
  char separator_ = ',';
  std::size_t at_ = 0, width_ = 0;
  int line_ = 1, row_line_ = 1;
  std::vector<std::string> cells_;
};

/// A column to be read: by its name, or, where that is not there, by one of a run's records, as in
/// "h_0_1_layer_4" for "h".
struct WantedColumn {
  std::string name;
  bool required;
};

/// Which of a run's records are meant where a file holds more than one that fits.
struct RecordChoice {
  std::optional<int> layer;  ///< Hidden layer of h, from 0.
  std::string pair;          ///< Of points, as in "0_1"; empty for the only one.
};

/// Reads CSV whose first line names the columns; `name` begins the errors. Only `wanted` ones are
/// kept, in that order, where one that is not required may be missing, and its empty cells are
/// undefined (NaN). Decimals follow a point, or in the whole text a comma. Errors name the line and
/// the column.
Result<Table> parse_table(std::string_view text, const std::string& name,
                          const std::vector<WantedColumn>& wanted, const RecordChoice& choice = {});

/// The same of a file.
Result<Table> read_csv(const std::string& path, const std::vector<WantedColumn>& wanted,
                       const RecordChoice& choice = {});

}  // namespace reprise
