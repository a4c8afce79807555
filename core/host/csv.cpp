#include "host/csv.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <limits>
#include <optional>

#include "host/files.hpp"

namespace reprise {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

std::string at_line(const std::string& name, int line) {
  return name + ", line " + std::to_string(line);
}

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string::npos) return "";
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// The separator that the first line has most of, outside of quotes.
char found_separator(std::string_view text) {
  constexpr std::string_view candidates = ",;\t";
  std::size_t counts[3] = {};
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n' || c == '\r') break;
    const auto place = candidates.find(c);
    if (place != std::string_view::npos) ++counts[place];
  }
  return candidates[static_cast<std::size_t>(std::max_element(counts, counts + 3) - counts)];
}

// A number with a decimal point; NaN where one says so.
std::optional<double> number_of(std::string_view text) {
  if (text == "nan" || text == "NaN") return kNan;
  if (!text.empty() && text[0] == '+') text.remove_prefix(1);
  double value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
    return {};
  return value;
}

// What commas within cells mean: the decimals, or nothing that is sure.
enum class Comma { kNone, kDecimal, kUnsure };

// Gathers what commas mean. Where cells are set apart by another sign, they are decimal. In quoted
// cells they might set thousands apart as well, unless some cell shows that they do not.
class CommaEvidence {
 public:
  explicit CommaEvidence(bool separates) : decimal_(!separates) {}
  void add(const std::string& cell) {
    const auto comma = cell.find(',');
    if (comma == std::string::npos) return;
    any_ = true;
    mixed_ = mixed_ || cell.find('.') != std::string::npos;
    const auto begin = cell.find_first_of("0123456789");
    const bool thousands = begin < comma && comma - begin <= 3 && cell[begin] != '0' &&
                           cell.size() - comma == 4 &&
                           cell.find_first_not_of("0123456789", comma + 1) == std::string::npos;
    decimal_ = decimal_ || !thousands;
  }
  Comma meaning() const {
    return !any_ ? Comma::kNone : decimal_ && !mixed_ ? Comma::kDecimal : Comma::kUnsure;
  }

 private:
  bool any_ = false, mixed_ = false, decimal_;
};

// Whether a column's name is that of a run's record of a quantity, as in "h_0_1_layer_4" or
// "y_0_1".
bool is_record(std::string_view name, const std::string& quantity, const RecordChoice& choice) {
  const auto take = [&](std::string_view start) {
    const bool there = name.substr(0, start.size()) == start;
    if (there) name.remove_prefix(start.size());
    return there;
  };
  const auto take_number = [&](std::string& number) {
    const std::size_t end = std::min(name.size(), name.find_first_not_of("0123456789"));
    number = name.substr(0, end);
    name.remove_prefix(end);
    return !number.empty();
  };
  std::string i, j, layer;
  if (!take(quantity) || !take("_") || !take_number(i) || !take("_") || !take_number(j))
    return false;
  if (!choice.pair.empty() && i + "_" + j != choice.pair) return false;
  if (quantity != "h") return name.empty();
  if (!take("_layer_") || !take_number(layer) || !name.empty()) return false;
  return !choice.layer || layer == std::to_string(*choice.layer);
}

// The place of a column by its name, else by the only record that fits; none if it is not there.
Result<std::optional<std::size_t>> place_of(const std::vector<std::string>& header,
                                            const WantedColumn& wanted, const RecordChoice& choice,
                                            const std::string& where) {
  std::vector<std::size_t> exact, records;
  for (std::size_t i = 0; i < header.size(); ++i) {
    if (header[i] == wanted.name) exact.push_back(i);
    if (is_record(header[i], wanted.name, choice)) records.push_back(i);
  }
  const std::vector<std::size_t>& found = exact.empty() ? records : exact;
  if (found.size() == 1) return std::optional(found[0]);
  if (exact.size() > 1) return Error{where, "given twice", "every column once"};
  if (records.size() > 1) {
    std::string names;
    for (std::size_t i = 0; i < records.size() && i < 30; ++i)
      names += (i == 0 ? "" : " ") + header[records[i]];
    return Error{where, "not the only one that fits",
                 "one of " + names + ", chosen by --layer and --points"};
  }
  return std::optional<std::size_t>();
}

// The columns that are there of those wanted.
struct Chosen {
  std::vector<std::string> names;
  std::vector<std::size_t> places;
  std::vector<bool> required;
};

Result<Chosen> choose(const std::vector<std::string>& header,
                      const std::vector<WantedColumn>& wanted, const RecordChoice& choice,
                      const std::string& where) {
  Chosen chosen;
  std::string needed;
  for (const WantedColumn& column : wanted) {
    if (column.required) needed += (needed.empty() ? "" : ", ") + column.name;
  }
  for (const WantedColumn& column : wanted) {
    const auto place = place_of(header, column, choice, where + ", column " + column.name);
    if (!place) return place.error();
    if (place.value()) {
      chosen.names.push_back(column.name);
      chosen.places.push_back(*place.value());
      chosen.required.push_back(column.required);
    } else if (column.required) {
      return Error{where + ", column " + column.name, "missing",
                   "a first line that names the columns " + needed};
    }
  }
  return chosen;
}

}  // namespace

std::string to_csv(const Table& table) {
  std::string text;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    text += (i == 0 ? "" : ",") + table.columns[i];
  }
  text += '\n';
  char number[40];
  for (std::size_t i = 0; i < table.values.size(); ++i) {
    if (!std::isnan(table.values[i])) {
      std::snprintf(number, sizeof number, "%.17g", table.values[i]);
      text += number;
    }
    text += (i + 1) % table.columns.size() == 0 ? '\n' : ',';
  }
  return text;
}

CsvReader::CsvReader(std::string_view text, std::string name)
    : text_(text), name_(std::move(name)) {
  if (text_.substr(0, 3) == "\xEF\xBB\xBF") text_.remove_prefix(3);
  separator_ = found_separator(text_);
  if (text_.substr(0, 4) == "sep=" && text_.size() > 4) {
    separator_ = text_[4];
    at_ = std::min(text_.size(), text_.find('\n', 4)) + 1;
    line_ = 2;
  }
}

Error CsvReader::error(int line, const std::string& value, const std::string& allowed) const {
  return {at_line(name_, line), value, allowed};
}

std::optional<Error> CsvReader::read_quoted(std::string& cell) {
  const int opened = line_;
  for (++at_;; ++at_) {
    if (at_ == text_.size())
      return error(opened, "a quote that is never closed", "quotes in pairs");
    if (text_[at_] == '"') {
      if (at_ + 1 == text_.size() || text_[at_ + 1] != '"') break;
      ++at_;
    }
    line_ += text_[at_] == '\n';
    cell += text_[at_];
  }
  at_ = std::min(text_.size(), text_.find_first_not_of(' ', at_ + 1));
  const char next = at_ < text_.size() ? text_[at_] : '\n';
  if (next == separator_ || next == '\n' || next == '\r') return {};
  return error(line_, "text after a quoted cell", "a separator or the end of the line");
}

std::optional<Error> CsvReader::read_row() {
  const char ends[] = {separator_, '\n', '\r', '\0'};
  row_line_ = line_;
  cells_.clear();
  for (bool more = true; more;) {
    std::string cell;
    at_ = std::min(text_.size(), text_.find_first_not_of(' ', at_));
    if (at_ < text_.size() && text_[at_] == '"') {
      if (auto problem = read_quoted(cell)) return problem;
    } else {
      const std::size_t end = std::min(text_.size(), text_.find_first_of(ends, at_));
      cell = trimmed(std::string(text_.substr(at_, end - at_)));
      at_ = end;
    }
    cells_.push_back(std::move(cell));
    more = at_ < text_.size() && text_[at_] == separator_;
    if (more) ++at_;
  }
  if (at_ < text_.size() && text_[at_] == '\r') ++at_;
  if (at_ < text_.size() && text_[at_] == '\n') ++at_;
  ++line_;
  return {};
}

Result<bool> CsvReader::next() {
  if (width_ == 0 && text_.find('\0') != std::string_view::npos)
    return Error{name_, "no text in UTF-8", "CSV saved as UTF-8"};
  do {
    if (at_ >= text_.size()) return false;
    if (auto problem = read_row()) return *problem;
  } while (cells_.size() == 1 && cells_[0].empty());
  if (width_ == 0) width_ = cells_.size();
  if (cells_.size() == width_) return true;
  return error(row_line_, std::to_string(cells_.size()) + " cells long",
               "as many cells as the first line, which has " + std::to_string(width_));
}

Result<Table> parse_table(std::string_view text, const std::string& name,
                          const std::vector<WantedColumn>& wanted, const RecordChoice& choice) {
  CsvReader reader(text, name);
  Result<bool> more = reader.next();
  if (!more) return more.error();
  if (!more.value()) return Error{name, "empty", "CSV whose first line names the columns"};

  const auto chosen = choose(reader.cells(), wanted, choice, at_line(name, reader.line()));
  if (!chosen) return chosen.error();
  // Bound to names of their own, since a lambda takes no structured binding with it (Clang until 16).
  const auto& names = chosen.value().names;
  const auto& places = chosen.value().places;
  const auto& required = chosen.value().required;
  Table table{names, {}};
  // What commas mean shows only at the end: a first pass asks for that alone.
  CommaEvidence evidence(reader.separator() == ',');
  while ((more = reader.next()) && more.value()) {
    for (const std::size_t place : places) evidence.add(reader.cells()[place]);
  }
  if (!more) return more.error();
  CsvReader again(text, name);
  more = again.next();  // The names.
  while ((more = again.next()) && more.value()) {
    for (std::size_t i = 0; i < places.size(); ++i) {
      std::string cell = again.cells()[places[i]];
      const std::string given = "'" + cell + "'";
      const auto wrong = [&](const char* allowed) {
        return Error{at_line(name, again.line()) + ", column " + names[i], given, allowed};
      };
      const auto comma = cell.find(',');
      if (comma != std::string::npos && evidence.meaning() == Comma::kUnsure)
        return wrong("a number whose comma or point has one meaning in the whole file");
      if (comma != std::string::npos) cell[comma] = '.';
      const auto value = cell.empty() && !required[i] ? kNan : number_of(cell);
      if (!value) return wrong("a number");
      table.values.push_back(*value);
    }
  }
  return table;
}

Result<Table> read_csv(const std::string& path, const std::vector<WantedColumn>& wanted,
                       const RecordChoice& choice) {
  const auto content = read_file(path, kLargestTable);
  if (!content) return content.error();
  return parse_table(
      {reinterpret_cast<const char*>(content.value().data()), content.value().size()}, path, wanted,
      choice);
}

}  // namespace reprise
