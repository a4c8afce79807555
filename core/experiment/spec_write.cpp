#include <string>
#include <string_view>
#include <vector>

#include "experiment/json_reader.hpp"
#include "experiment/spec.hpp"

namespace reprise {
namespace {

std::string in_quotes(std::string_view text) { return "\"" + std::string(text) + "\""; }

std::string list(const std::vector<int>& numbers) {
  std::string text = "[";
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    text += (i > 0 ? ", " : "") + std::to_string(numbers[i]);
  }
  return text + "]";
}

struct Field {
  const char* name;
  std::string value;  // JSON already.
};

// An object on one line.
std::string object(const std::vector<Field>& fields) {
  std::string text;
  for (const Field& field : fields) {
    text += (text.empty() ? "{" : ", ") + in_quotes(field.name) + ": " + field.value;
  }
  return text + "}";
}

std::string write_task(const Task& task) {
  const std::string kind = in_quotes(task_kind(task));
  if (const auto* points = std::get_if<TwoPointsTask>(&task)) {
    return object(
        {{"kind", kind},
         {"dx2", number_text(points->dx2)},
         {"dy2", number_text(points->dy2)},
         {"targets", in_quotes(points->targets == Targets::kCentred ? "centred" : "paper")}});
  }
  if (const auto* images = std::get_if<ImagesTask>(&task)) {
    return object({{"kind", kind},
                   {"source", in_quotes(images->source)},
                   {"classes", list(images->classes)},
                   {"train_count", std::to_string(images->train_count)},
                   {"held_out_count", std::to_string(images->held_out_count)}});
  }
  if (const auto* collapse = std::get_if<FeatureCollapseTask>(&task)) {
    return object({{"kind", kind}, {"side", std::to_string(collapse->side)}});
  }
  return object({Field{"kind", kind}});
}

std::string write_network(const NetworkSpec& network) {
  const bool pictures = network.kind == NetworkKind::kPictureConvolutional;
  std::vector<Field> fields = {{"kind", in_quotes(network_kind_name(network.kind))}};
  if (!pictures) fields.push_back({"width", std::to_string(network.width)});
  fields.insert(fields.end(),
                {{"hidden_layers", std::to_string(network.hidden_layers)},
                 {"activation", in_quotes(activation_name(network.activation))},
                 {"gain", number_text(network.gain)},
                 {"decoder_gain",
                  network.decoder_gain ? number_text(*network.decoder_gain) : in_quotes("same")},
                 {"dropout", number_text(network.dropout)},
                 {"input_dropout", number_text(network.input_dropout)}});
  if (network.kind == NetworkKind::kResidual) {
    fields.push_back({"skip_length", std::to_string(network.skip_length)});
  }
  if (pictures || network.kind == NetworkKind::kConvolutional) {
    fields.push_back({"channels", std::to_string(network.channels)});
    fields.push_back({"kernel", std::to_string(network.kernel)});
  }
  if (network.kind == NetworkKind::kConvolutional) {
    fields.push_back({"padding", in_quotes(network.padding == Padding::kValid ? "valid" : "same")});
  }
  if (network.kind == NetworkKind::kAttention) {
    fields.push_back({"tokens", std::to_string(network.tokens)});
    fields.push_back({"heads", std::to_string(network.heads)});
  }
  return object(fields);
}

std::string write_training(const TrainingSpec& training) {
  return object({{"optimizer", in_quotes(training.optimizer == Optimizer::kAdam ? "adam" : "sgd")},
                 {"learning_rate", number_text(training.learning_rate)},
                 {"batch", training.batch ? std::to_string(*training.batch) : in_quotes("full")},
                 {"epochs", std::to_string(training.epochs)},
                 {"loss", in_quotes(training.loss == Loss::kMse ? "mse" : "half_mse")}});
}

std::string write_observe(const ObserveSpec& observe) {
  return object({{"layer", std::to_string(observe.layer)},
                 {"every", std::to_string(observe.every)},
                 {"points", list(observe.points)}});
}

}  // namespace

std::string write_spec(const Spec& spec) {
  return "{\n  \"version\": " + std::to_string(spec.version) +
         ",\n  \"task\": " + write_task(spec.task) +
         ",\n  \"network\": " + write_network(spec.network) +
         ",\n  \"training\": " + write_training(spec.training) +
         ",\n  \"observe\": " + write_observe(spec.observe) +
         ",\n  \"seed\": " + std::to_string(spec.seed) + "\n}\n";
}

}  // namespace reprise
