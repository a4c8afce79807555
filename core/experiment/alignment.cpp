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

Error no_blocks() {
  return {"blocks", "none", "activations as the module gives them, of the same points"};
}

// Takes a block from the front of what is left: its representations, as they lie there. None where
// there is no block, or one of another number of points than `points`, where that is not 0.
std::vector<FloatMatrixMap> take_block(std::span<const float>& left, std::size_t points) {
  const auto whole = [&](std::size_t at, std::size_t most) -> std::size_t {
    const float value = at < left.size() ? left[at] : 0.0f;
    return value >= 1 && value <= static_cast<float>(most) ? static_cast<std::size_t>(value) : 0;
  };
  const std::size_t rows = whole(0, 500), count = whole(1, kMostRepresentations);
  if (rows == 0 || count == 0 || (points != 0 && rows != points)) return {};
  std::vector<FloatMatrixMap> found;
  std::size_t widths = 2 + 2 * rows, at = widths + count;
  for (; found.size() < count; ++widths) {
    const std::size_t width = whole(widths, 1'000'000);
    if (width == 0 || at + rows * width > left.size()) return {};
    found.emplace_back(left.data() + at, static_cast<Eigen::Index>(rows),
                       static_cast<Eigen::Index>(width));
    at += rows * width;
  }
  left = left.subspan(at);
  return found;
}

// All of them; none where there is anything else.
std::vector<std::vector<FloatMatrixMap>> read_blocks(std::span<const float> left) {
  std::vector<std::vector<FloatMatrixMap>> blocks;
  std::size_t points = 0;
  while (!left.empty()) {
    auto block = take_block(left, points);
    if (block.empty()) return {};
    points = static_cast<std::size_t>(block[0].rows());
    blocks.push_back(std::move(block));
  }
  return blocks;
}

// Numbers of blocks, so many together.
std::optional<Error> check_numbers(const char* field, std::span<const std::int32_t> numbers,
                                   std::size_t together, std::size_t blocks) {
  const std::string allowed = "numbers of blocks, from 0 to " + std::to_string(blocks - 1) + ", " +
                              std::to_string(together) + " together";
  if (numbers.size() % together != 0)
    return Error{field, std::to_string(numbers.size()) + " numbers", allowed};
  for (const std::int32_t number : numbers) {
    if (number < 0 || static_cast<std::size_t>(number) >= blocks)
      return Error{field, std::to_string(number), allowed};
  }
  return std::nullopt;
}

}  // namespace

Result<std::vector<Representation>> representations(const Experiment& experiment,
                                                    const std::vector<int>& points) {
  const auto values = experiment.activations(points);
  if (!values) return values.error();
  std::vector<Representation> found;
  // The outputs are the targets' shape once they are learnt, and no representation.
  for (std::size_t k = 0; k + 1 < values.value().size(); ++k) {
    const FloatMatrix& layer = values.value()[k];
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
  for (const FloatMatrix& layer : values.value()) block.push_back(static_cast<float>(layer.cols()));
  for (const FloatMatrix& layer : values.value()) {
    block.insert(block.end(), layer.data(), layer.data() + layer.size());
  }
  return block;
}

Result<std::vector<double>> alignment_block(std::span<const float> blocks,
                                            std::span<const std::int32_t> pairs,
                                            std::span<const std::int32_t> shuffled) {
  const auto layers = read_blocks(blocks);
  if (layers.empty()) return no_blocks();
  if (pairs.empty()) return Error{"pairs", "none", "pairs of numbers of blocks"};
  if (auto error = check_numbers("pairs", pairs, 2, layers.size())) return *error;
  if (auto error = check_numbers("shuffled", shuffled, 4, layers.size())) return *error;
  for (std::size_t at = 0; at < shuffled.size(); at += 2) {
    const std::size_t own = layers[static_cast<std::size_t>(shuffled[at])].size();
    const std::size_t twin = layers[static_cast<std::size_t>(shuffled[at + 1])].size();
    if (own != twin) {
      return Error{"shuffled", std::to_string(twin) + " representations",
                   std::to_string(own) + ", as the network has whose twin it is"};
    }
  }
  // Made ready once each, however many pairs they are in.
  std::vector<std::vector<Representation>> made;
  for (const auto& block : layers) {
    made.emplace_back();
    for (const FloatMatrixMap& values : block) {
      auto one = Representation::of(values);
      if (!one) return one.error();
      made.back().push_back(std::move(one).value());
    }
  }
  std::vector<double> found = {static_cast<double>(pairs.size() / 2 + shuffled.size() / 4)};
  const auto add = [&](const Alignment& alike) {
    for (const double value : {alike.cka, alike.rsa, alike.procrustes}) found.push_back(value);
  };
  const auto block = [&](std::int32_t number) -> const std::vector<Representation>& {
    return made[static_cast<std::size_t>(number)];
  };
  for (std::size_t pair = 0; pair < pairs.size(); pair += 2) {
    for (const Representation& one : block(pairs[pair])) {
      for (const Representation& other : block(pairs[pair + 1])) add(align(one, other));
    }
  }
  for (std::size_t at = 0; at < shuffled.size(); at += 4) {
    const auto &a = block(shuffled[at]), &a_shuffled = block(shuffled[at + 1]);
    const auto &b = block(shuffled[at + 2]), &b_shuffled = block(shuffled[at + 3]);
    for (std::size_t i = 0; i < a.size(); ++i) {
      for (std::size_t j = 0; j < b.size(); ++j)
        add(align_shuffled(&a[i], &a_shuffled[i], &b[j], &b_shuffled[j]));
    }
  }
  return found;
}

Result<std::vector<double>> overlay_block(std::span<const float> blocks,
                                          std::span<const std::int32_t> layers, int dimensions,
                                          const VectorRef& onto) {
  const auto both = read_blocks(blocks);
  if (both.size() != 2) return no_blocks();
  if (dimensions < 1 || dimensions > 10)
    return Error{"dimensions", std::to_string(dimensions), "an integer from 1 to 10"};
  const Eigen::Index points = both[0][0].rows();
  if (onto.size() != 0 && (onto.size() != points * dimensions || !onto.allFinite())) {
    return Error{"onto", std::to_string(onto.size()) + " numbers",
                 std::to_string(points * dimensions) + " finite numbers"};
  }
  if (layers.size() != 2) {
    return Error{"layers", std::to_string(layers.size()) + " numbers", "a number for each block"};
  }
  std::vector<Representation> made;
  for (std::size_t k = 0; k < 2; ++k) {
    if (layers[k] < 0 || static_cast<std::size_t>(layers[k]) >= both[k].size()) {
      return Error{"layers", std::to_string(layers[k]),
                   "an integer from 0 to " + std::to_string(both[k].size() - 1)};
    }
    auto one = Representation::of(both[k][static_cast<std::size_t>(layers[k])]);
    if (!one) return one.error();
    made.push_back(std::move(one).value());
  }
  const Overlay picture = overlay(made[0], made[1], dimensions,
                                  MatrixMap(onto.data(), onto.size() / dimensions, dimensions));
  std::vector<double> found = {static_cast<double>(points), picture.share, picture.procrustes};
  for (const Matrix* cloud : {&picture.first, &picture.second})
    found.insert(found.end(), cloud->data(), cloud->data() + cloud->size());
  return found;
}

}  // namespace reprise
