#include "experiment/surface.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "experiment/field_reader.hpp"
#include "experiment/json_reader.hpp"
#include "observe/embedding.hpp"

namespace reprise {
namespace {

constexpr int kAxes = 3;

struct Options {
  int layer = 0, across = 101, map_every = 2, line_every = 5;
  double extent = 1.25;
};

std::optional<Error> read_options(std::string_view text, int layers, Options& options) {
  const auto document = read_json(text);
  if (!document) return document.error();
  std::optional<Error> error;
  const FieldReader fields(&document.value(), "",
                           {"layer", "extent", "across", "map_every", "line_every"}, error);
  if (fields.find("layer") == nullptr) {
    fields.reject("layer", "an integer from 0 to " + std::to_string(layers - 1));
  }
  options.layer = fields.integer("layer", 0, layers - 1, 0);
  options.extent = fields.positive("extent", 100, options.extent);
  options.across = fields.integer("across", 2, 401, options.across);
  for (const auto& [key, every] :
       {std::pair{"map_every", &options.map_every}, std::pair{"line_every", &options.line_every}}) {
    *every = fields.integer(key, 1, 100, *every);
    if ((options.across - 1) % *every != 0) {
      fields.reject_value(key, std::to_string(*every),
                          "a divisor of across - 1, " + std::to_string(options.across - 1));
    }
  }
  return error;
}

}  // namespace

Result<std::vector<float>> surface_block(Experiment& experiment, std::string_view text) {
  const auto* task = std::get_if<PlaneTask>(&experiment.spec().task);
  if (task == nullptr) {
    return Error{"task.kind", task_kind(experiment.spec().task), "\"plane\""};
  }
  Options options;
  if (auto error = read_options(text, experiment.spec().network.hidden_layers, options)) {
    return *error;
  }
  const int across = options.across;
  const int map_every = options.map_every, line_every = options.line_every;
  const std::vector<float> points = plane_points(*task);
  const int count = plane_count(*task), grid = across * across;

  std::vector<float> inputs;
  inputs.reserve(static_cast<std::size_t>(grid + count) * task->features.size());
  const auto along = [&](int k) {
    return static_cast<float>(options.extent * (2.0 * k / (across - 1) - 1.0));
  };
  for (int k = 0; k < grid; ++k) {
    append_features(task->features, along(k % across), along(k / across), inputs);
  }
  for (int k = 0; k < count; ++k) {
    append_features(task->features, points[3 * k], points[3 * k + 1], inputs);
  }
  const auto dimension = static_cast<Eigen::Index>(task->features.size());
  Responses responses;
  if (auto error = experiment.responses(FloatMatrixMap(inputs.data(), grid + count, dimension),
                                        options.layer, responses)) {
    return *error;
  }
  const FloatMatrix& hidden = responses.hidden;
  const int units = static_cast<int>(hidden.cols());
  const int outputs = static_cast<int>(responses.outputs.cols());
  const int mapped = (across - 1) / map_every + 1, lined = (across - 1) / line_every + 1;

  // Activations at the bent grid and at the points, which are to be placed.
  std::vector<int> placed_rows;
  for (int row = 0; row < across; row += line_every) {
    for (int column = 0; column < across; column += line_every) {
      placed_rows.push_back(row * across + column);
    }
  }
  for (int k = 0; k < count; ++k) placed_rows.push_back(grid + k);
  const int places = static_cast<int>(placed_rows.size());
  const FloatMatrix placed =
      rows_of(FloatMatrixMap(hidden.data(), hidden.rows(), units), placed_rows);
  const bool exact = units <= kAxes;
  Embedding embedding;
  embedding.shares.assign(kAxes, 0.0);
  if (!exact) {
    auto found = principal_components(placed, kAxes);
    if (!found) return found.error();
    embedding = std::move(found).value();
  }

  std::vector<float> block;
  for (const int number : {across, mapped, units, lined, outputs, count, exact ? 1 : 0}) {
    block.push_back(static_cast<float>(number));
  }
  for (const double share : embedding.shares) block.push_back(static_cast<float>(share));
  block.insert(block.end(), points.begin(), points.end());
  for (int output = 0; output < outputs; ++output) {
    for (int k = 0; k < grid; ++k) block.push_back(responses.outputs(k, output));
  }
  for (int unit = 0; unit < units; ++unit) {
    for (int row = 0; row < across; row += map_every) {
      for (int column = 0; column < across; column += map_every) {
        block.push_back(hidden(row * across + column, unit));
      }
    }
  }
  for (int k = 0; k < places; ++k) {
    for (int axis = 0; axis < kAxes; ++axis) {
      const float activation = axis < units ? placed(k, axis) : 0.0f;
      block.push_back(exact ? activation : static_cast<float>(embedding.coordinates(k, axis)));
    }
  }
  return block;
}

}  // namespace reprise
