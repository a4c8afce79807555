#include "experiment/alignment.hpp"

#include <cstddef>
#include <string>
#include <utility>

#include "experiment/field_reader.hpp"
#include "experiment/json_reader.hpp"
#include "experiment/point_choice.hpp"
#include "experiment/spec_json.hpp"

namespace reprise {
namespace {

using nlohmann::json;

constexpr std::size_t kMostRepresentations = 101;

std::optional<Error> check_equal(const std::string& field, const json& first, const json& other) {
  if (first == other) return std::nullopt;
  return Error{field, other.dump(),
               first.dump() +
                   ", as of the network before: the points and the "
                   "epochs at which they are looked at are shared"};
}

Error no_block(const char* name) {
  return {name, "not a block", "activations as the module gives them, of the same points"};
}

// The representations in a block.
Result<std::vector<Representation>> read_block(const char* name, std::span<const float> block) {
  const auto whole = [&](std::size_t at, std::size_t most) -> std::size_t {
    const float value = at < block.size() ? block[at] : 0.0f;
    return value >= 1 && value <= static_cast<float>(most) ? static_cast<std::size_t>(value) : 0;
  };
  const std::size_t points = whole(0, 500), count = whole(1, kMostRepresentations);
  std::size_t widths = 2 + 2 * points, at = widths + count;
  if (points == 0 || count == 0) return no_block(name);
  std::vector<Representation> found;
  for (; found.size() < count; ++widths) {
    const std::size_t width = whole(widths, 1'000'000);
    if (width == 0 || at + points * width > block.size()) return no_block(name);
    auto made = Representation::of(
        {block.data() + at, static_cast<Eigen::Index>(points), static_cast<Eigen::Index>(width)});
    if (!made) return made.error();
    found.push_back(std::move(made).value());
    at += points * width;
  }
  if (at != block.size()) return no_block(name);
  return found;
}

}  // namespace

Result<std::vector<Representation>> representations(const Experiment& experiment,
                                                    const std::vector<int>& points) {
  const auto values = experiment.activations(points);
  if (!values) return values.error();
  std::vector<Representation> found;
  for (const FloatMatrix& layer : values.value()) {
    auto made = Representation::of({layer.data(), layer.rows(), layer.cols()});
    if (!made) return made.error();
    found.push_back(std::move(made).value());
  }
  return found;
}

std::optional<Error> check_comparable(const Spec& first, const Spec& other) {
  const json before = spec_to_json(first), now = spec_to_json(other);
  for (const auto& [name, value] : now["task"].items()) {
    if (auto error = check_equal("task." + name, before["task"].value(name, json()), value))
      return error;
  }
  for (const auto& [section, name] : {std::pair{"training", "epochs"}, {"observe", "every"}}) {
    if (auto error = check_equal(std::string(section) + "." + name, before[section][name],
                                 now[section][name]))
      return error;
  }
  return std::nullopt;
}

Result<std::vector<float>> activations_block(const Experiment& experiment,
                                             std::string_view options) {
  const auto document = read_json(options);
  if (!document) return document.error();
  std::optional<Error> error;
  const FieldReader fields(&document.value(), "", {"points"}, error);
  std::optional<int> asked;
  if (fields.find("points") != nullptr) asked = fields.integer("points", 3, 200, 3);
  if (error) return *error;
  const auto choice = choose_points(experiment, asked);
  if (!choice) return choice.error();
  const std::vector<int>& points = choice.value().points;
  const auto values = experiment.activations(points);
  if (!values) return values.error();
  std::vector<float> block = {static_cast<float>(points.size()),
                              static_cast<float>(values.value().size())};
  for (const int number : points) block.push_back(static_cast<float>(number));
  for (const int label : choice.value().labels) block.push_back(static_cast<float>(label));
  for (const FloatMatrix& layer : values.value())
    block.push_back(static_cast<float>(layer.cols()));
  for (const FloatMatrix& layer : values.value()) {
    block.insert(block.end(), layer.data(), layer.data() + layer.size());
  }
  return block;
}

Result<std::vector<double>> alignment_block(std::span<const float> a, std::span<const float> b) {
  const auto first = read_block("a", a);
  if (!first) return first.error();
  const auto second = read_block("b", b);
  if (!second) return second.error();
  if (first.value()[0].points() != second.value()[0].points()) return no_block("b");
  std::vector<double> block = {static_cast<double>(first.value().size()),
                               static_cast<double>(second.value().size())};
  for (const Representation& one : first.value()) {
    for (const Representation& other : second.value()) {
      const Alignment found = align(one, other);
      for (const double value : {found.cka, found.rsa, found.procrustes}) block.push_back(value);
    }
  }
  return block;
}

}  // namespace reprise
