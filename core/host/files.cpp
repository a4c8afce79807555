#include "host/files.hpp"

#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <memory>
#include <sstream>

namespace reprise {
namespace {

std::vector<std::string> split(const std::string& line) {
  std::vector<std::string> cells;
  std::stringstream stream(line);
  std::string cell;
  while (std::getline(stream, cell, ',')) {
    const auto first = cell.find_first_not_of(" \t\r\"");
    const auto last = cell.find_last_not_of(" \t\r\"");
    cells.push_back(first == std::string::npos ? "" : cell.substr(first, last - first + 1));
  }
  if (!line.empty() && line.back() == ',') cells.emplace_back();
  return cells;
}

bool parse_number(const std::string& text, double& value) {
  char* end = nullptr;
  value = std::strtod(text.c_str(), &end);
  return !text.empty() && *end == '\0';
}

}  // namespace

Result<std::vector<std::uint8_t>> read_file(const std::string& path) {
  // zlib passes through what is not compressed. Its file is closed on every way out.
  const std::unique_ptr<gzFile_s, int (*)(gzFile)> file(gzopen(path.c_str(), "rb"), gzclose);
  if (!file) return Error{path, std::strerror(errno), "a file that can be read"};
  std::vector<std::uint8_t> content;
  std::vector<std::uint8_t> block(1 << 20);
  int count = 0;
  while ((count = gzread(file.get(), block.data(), static_cast<unsigned>(block.size()))) > 0)
    content.insert(content.end(), block.begin(), block.begin() + count);
  // What ends within compressed data is an error that reading alone does not report.
  int problem = Z_OK;
  gzerror(file.get(), &problem);
  if (count < 0 || problem != Z_OK)
    return Error{path, "damaged or a folder", "a file that can be read"};
  return content;
}

bool write_file(const std::string& path, const std::string& content) {
  std::ofstream file(path, std::ios::binary);
  file << content;
  file.close();
  return static_cast<bool>(file);
}

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

Result<Table> read_csv(const std::string& path, const std::vector<std::string>& wanted,
                       std::size_t required) {
  auto content = read_file(path);
  if (!content) return content.error();
  std::istringstream lines(std::string(content.value().begin(), content.value().end()));
  std::string line;
  if (!std::getline(lines, line))
    return Error{path, "empty", "CSV whose first line names the columns"};

  const std::vector<std::string> header = split(line);
  Table table;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const auto place = std::find(header.begin(), header.end(), wanted[i]);
    if (place != header.end()) {
      table.columns.push_back(wanted[i]);
      places.push_back(static_cast<std::size_t>(place - header.begin()));
    } else if (i < required) {
      return Error{path + ", line 1, column " + wanted[i], "missing",
                   "a first line that names the columns t, h, y, w"};
    }
  }
  for (int number = 2; std::getline(lines, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const std::vector<std::string> cells = split(line);
    for (std::size_t i = 0; i < places.size(); ++i) {
      const std::string where =
          path + ", line " + std::to_string(number) + ", column " + table.columns[i];
      if (places[i] >= cells.size()) return Error{where, "missing", "a number"};
      double value = 0;
      if (!parse_number(cells[places[i]], value))
        return Error{where, "'" + cells[places[i]] + "'", "a number"};
      table.values.push_back(value);
    }
  }
  return table;
}

}  // namespace reprise
