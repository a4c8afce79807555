#include <string>
#include <utility>
#include <vector>

#include "experiment/json_reader.hpp"
#include "experiment/plane_fields.hpp"
#include "experiment/spec.hpp"
#include "experiment/spec_json.hpp"

namespace reprise {
namespace {

using nlohmann::json;

Fields task_fields(const Task& task) {
  Fields fields = {{"kind", task_kind(task)}};
  if (const auto* points = std::get_if<TwoPointsTask>(&task)) {
    fields.insert(fields.end(),
                  {{"dx2", number_json(points->dx2)},
                   {"dy2", number_json(points->dy2)},
                   {"targets", points->targets == Targets::kCentred ? "centred" : "paper"}});
  } else if (const auto* images = std::get_if<ImagesTask>(&task)) {
    fields.insert(fields.end(), {{"source", images->source},
                                 {"classes", images->classes},
                                 {"train_count", images->train_count},
                                 {"held_out_count", images->held_out_count}});
  } else if (const auto* collapse = std::get_if<FeatureCollapseTask>(&task)) {
    fields.emplace_back("side", collapse->side);
  } else if (const auto* plane = std::get_if<PlaneTask>(&task)) {
    append_plane_fields(*plane, fields);
  }
  return fields;
}

Fields network_fields(const NetworkSpec& network) {
  const bool pictures = network.kind == NetworkKind::kPictureConvolutional;
  Fields fields = {{"kind", network_kind_name(network.kind)}};
  if (!pictures) fields.emplace_back("width", network.width);
  fields.insert(
      fields.end(),
      {{"hidden_layers", network.hidden_layers},
       {"activation", activation_name(network.activation)},
       {"gain", number_json(network.gain)},
       {"decoder_gain", network.decoder_gain ? number_json(*network.decoder_gain) : json("same")},
       {"dropout", number_json(network.dropout)},
       {"input_dropout", number_json(network.input_dropout)}});
  json activations = "same", widths = "same";
  if (!network.widths.empty()) widths = network.widths;
  if (!network.activations.empty()) {
    activations = json::array();
    for (const Activation activation : network.activations)
      activations.push_back(activation_name(activation));
  }
  fields.emplace_back("activations", std::move(activations));
  if (network.kind == NetworkKind::kMlp) fields.emplace_back("widths", std::move(widths));
  if (network.kind == NetworkKind::kResidual)
    fields.emplace_back("skip_length", network.skip_length);
  if (pictures || network.kind == NetworkKind::kConvolutional) {
    fields.insert(fields.end(), {{"channels", network.channels}, {"kernel", network.kernel}});
  }
  if (network.kind == NetworkKind::kConvolutional) {
    fields.emplace_back("padding", network.padding == Padding::kValid ? "valid" : "same");
  }
  if (network.kind == NetworkKind::kAttention) {
    fields.insert(fields.end(), {{"tokens", network.tokens}, {"heads", network.heads}});
  }
  return fields;
}

Fields training_fields(const TrainingSpec& training) {
  return {{"optimizer", training.optimizer == Optimizer::kAdam ? "adam" : "sgd"},
          {"learning_rate", number_json(training.learning_rate)},
          {"batch", training.batch ? json(*training.batch) : json("full")},
          {"epochs", training.epochs},
          {"loss", loss_name(training.loss)},
          {"momentum", number_json(training.momentum)},
          {"l1", number_json(training.penalties.l1)},
          {"l2", number_json(training.penalties.l2)}};
}

Fields observe_fields(const ObserveSpec& observe) {
  return {{"layer", observe.layer}, {"every", observe.every}, {"points", observe.points}};
}

// On one line, with spaces.
std::string one_line(const json& value) {
  if (!value.is_array()) return value.dump();
  std::string text;
  for (const json& entry : value) text += (text.empty() ? "" : ", ") + entry.dump();
  return "[" + text + "]";
}

std::string one_line(const Fields& fields) {
  std::string text;
  for (const auto& [name, value] : fields)
    text += (text.empty() ? "\"" : ", \"") + std::string(name) + "\": " + one_line(value);
  return "{" + text + "}";
}

json object(const Fields& fields) {
  json result = json::object();
  for (const auto& [name, value] : fields) result[name] = value;
  return result;
}

}  // namespace

std::string write_spec(const Spec& spec) {
  return "{\n  \"version\": " + std::to_string(spec.version) +
         ",\n  \"task\": " + one_line(task_fields(spec.task)) +
         ",\n  \"network\": " + one_line(network_fields(spec.network)) +
         ",\n  \"training\": " + one_line(training_fields(spec.training)) +
         ",\n  \"observe\": " + one_line(observe_fields(spec.observe)) +
         ",\n  \"seed\": " + std::to_string(spec.seed) + "\n}\n";
}

json spec_to_json(const Spec& spec) {
  return {{"version", spec.version},
          {"task", object(task_fields(spec.task))},
          {"network", object(network_fields(spec.network))},
          {"training", object(training_fields(spec.training))},
          {"observe", object(observe_fields(spec.observe))},
          {"seed", spec.seed}};
}

}  // namespace reprise
