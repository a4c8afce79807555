#include "targets.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <span>
#include <string_view>

#include "checks.hpp"
#include "data/images.hpp"
#include "experiment/experiment.hpp"
#include "experiment/spec.hpp"
#include "experiment/theory_json.hpp"
#include "host/csv.hpp"

namespace reprise::fuzz {
namespace {

// A spec that is taken can be written and read again, and is then the same.
void spec(const std::uint8_t* data, std::size_t size) {
  const auto read = parse_spec(text_of(data, size));
  if (!read) return require_refusal(read.error());
  const std::string written = write_spec(read.value());
  const auto again = parse_spec(written);
  require(again.ok() && write_spec(again.value()) == written);
}

// Runs as long as a short test's, from start to end and once more: to the same last bit.
void run(const std::uint8_t* data, std::size_t size) {
  const auto read = parse_spec(text_of(data, size), kShortMemory);
  if (!read) return require_refusal(read.error());
  const Spec& spec = read.value();
  if (std::holds_alternative<ImagesTask>(spec.task)) return;
  if (!is_short(spec)) return;
  auto first = Experiment::create(spec, {}, kShortMemory);
  auto second = Experiment::create(spec, {}, kShortMemory);
  require(first.ok() == second.ok());
  if (!first) return require_refusal(first.error());
  // Cut where it may be, or in one piece.
  int slices = 0;
  while (first.value().advance({1, 1}) == RunState::kRunning) {
    if (++slices > 200) return;
  }
  second.value().advance({});
  const Records a = first.value().all_records(), b = second.value().all_records();
  require(a.values.size() == b.values.size());
  require(a.values.empty() ||
          std::memcmp(a.values.data(), b.values.data(), a.values.size() * sizeof(double)) == 0);
}

void theory(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = text_of(data, size);
  const auto rows = theory_rows(text);
  if (!rows) require_refusal(rows.error());
  if (rows) {
    require(rows.value().allFinite());
  }
  const auto prediction = predict_json(text);
  if (!prediction) require_refusal(prediction.error());
}

// The options up to a line's end, and rows of t, h, y, w and the loss as their bytes.
void fit(const std::uint8_t* data, std::size_t size) {
  const auto* end = std::find(data, data + size, '\n');
  const std::string_view options = text_of(data, static_cast<std::size_t>(end - data));
  constexpr std::size_t columns = 5, most_rows = 40;
  std::vector<double> rows;
  for (const auto* at = end; data + size - at > static_cast<std::ptrdiff_t>(sizeof(double));) {
    double value = 0;
    std::memcpy(&value, at + 1, sizeof value);
    at += sizeof value;
    rows.push_back(value);
    if (rows.size() == columns * most_rows) break;
  }
  const int count = static_cast<int>(rows.size() / columns);
  const auto fitted = fit_json(MatrixMap(rows.data(), count, columns), options);
  if (!fitted) return require_refusal(fitted.error());
  for (const char* rate : {"\"eta_h\":null", "\"eta_y\":null"})
    require(fitted.value().find(rate) == std::string::npos);
}

// Two files, the first as long as the first two bytes say.
void pictures(const std::uint8_t* data, std::size_t size) {
  const std::span<const std::uint8_t> all(data, size);
  const auto records = parse_cifar10(all);
  if (!records) require_refusal(records.error());
  if (size < 2) return;
  const std::size_t length = std::min<std::size_t>(size - 2, data[0] + 256u * data[1]);
  const auto set = parse_idx(all.subspan(2, length), all.subspan(2 + length));
  if (!set) return require_refusal(set.error());
  const ImageSet& images = set.value();
  require(images.pixels.size() == static_cast<std::size_t>(images.count) *
                                      static_cast<std::size_t>(images.pixels_per_image()));
  require(images.labels.size() == static_cast<std::size_t>(images.count));
  for (const std::uint8_t label : images.labels) require(label <= 9);
}

void csv(const std::uint8_t* data, std::size_t size) {
  const auto table =
      parse_table(text_of(data, size), "table.csv",
                  {{"t", true}, {"h", true}, {"y", true}, {"w", true}, {"loss", false}});
  if (!table) return require_refusal(table.error());
  const std::size_t width = table.value().columns.size();
  require(width >= 4 && table.value().values.size() % width == 0);
  // What was read is written so that it is read the same.
  const std::string written = to_csv(table.value());
  const bool undefined = std::any_of(table.value().values.begin(), table.value().values.end(),
                                     [](double value) { return std::isnan(value); });
  if (undefined) return;
  const auto again = parse_table(
      written, "table.csv", {{"t", true}, {"h", true}, {"y", true}, {"w", true}, {"loss", false}});
  require(again.ok() && again.value().columns == table.value().columns &&
          again.value().values == table.value().values);
}

}  // namespace

const std::vector<NamedTarget>& targets() {
  static const std::vector<NamedTarget> all = {
      {"spec", spec},         {"run", run},     {"theory", theory}, {"fit", fit},
      {"pictures", pictures}, {"csv", csv},     {"gzip", gzip},     {"axis", axis},
      {"finished", finished}, {"calls", calls},
  };
  return all;
}

}  // namespace reprise::fuzz
