// What only a run knows of the theory of many points: in the module that trains.

#include <algorithm>
#include <limits>
#include <string>

#include "experiment/field_reader.hpp"
#include "experiment/joint.hpp"
#include "experiment/json_reader.hpp"
#include "experiment/point_choice.hpp"

namespace reprise {
namespace {

std::optional<double> slope_below(const NetworkSpec& network) {
  if (network.kind != NetworkKind::kMlp) return std::nullopt;
  for (const Activation other : network.activations) {
    if (other != network.activations[0]) return std::nullopt;
  }
  switch (network.activations.empty() ? network.activation : network.activations[0]) {
    case Activation::kLinear:
      return 1.0;
    case Activation::kRelu:
      return 0.0;
    case Activation::kLeakyRelu:
      return 0.01;
    default:
      return std::nullopt;
  }
}

}  // namespace

Result<JointView> joint_view(const Experiment& experiment, const std::vector<int>& points,
                             int layer, Moment moment) {
  const NetworkSpec& network = experiment.spec().network;
  if (layer < 0 || layer >= network.hidden_layers) {
    return Error{"layer", std::to_string(layer),
                 "an integer from 0 to " + std::to_string(network.hidden_layers - 1)};
  }
  auto view = experiment.point_view(points, layer, moment);
  if (!view) return view.error();
  return JointView{std::move(view).value(), layer + 1, slope_below(network)};
}

Result<std::vector<double>> points_block(const Experiment& experiment, std::string_view options) {
  const auto document = read_json(options);
  if (!document) return document.error();
  std::optional<Error> error;
  const FieldReader fields(&document.value(), "", {"layer", "points", "start"}, error);
  const int layer = fields.integer("layer", 0, 99, 0);
  std::optional<int> asked;
  if (fields.find("points") != nullptr) asked = fields.integer("points", 2, 200, 2);
  const nlohmann::json* start = fields.find("start");
  if (start != nullptr && !start->is_boolean()) fields.reject("start", "true or false");
  if (error) return *error;
  const auto choice = choose_points(experiment, asked);
  if (!choice) return choice.error();
  const auto found = joint_view(experiment, choice.value().points, layer,
                                start != nullptr && *start == true ? Moment::kStart : Moment::kNow);
  if (!found) return found.error();
  const PointView& view = found.value().view;
  std::vector<double> block = {
      static_cast<double>(view.inputs.rows()), static_cast<double>(view.outputs.cols()),
      static_cast<double>(found.value().depth),
      found.value().slope.value_or(std::numeric_limits<double>::quiet_NaN())};
  for (const auto* numbers : {&choice.value().points, &choice.value().labels}) {
    for (const int number : *numbers) block.push_back(number);
  }
  for (const Matrix* matrix :
       {&view.inputs, &view.tangent, &view.hidden, &view.outputs, &view.targets})
    block.insert(block.end(), matrix->data(), matrix->data() + matrix->size());
  return block;
}

}  // namespace reprise
