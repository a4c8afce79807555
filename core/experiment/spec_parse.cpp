#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "experiment/field_reader.hpp"
#include "experiment/json_reader.hpp"
#include "experiment/memory.hpp"
#include "experiment/plane_fields.hpp"
#include "experiment/records.hpp"
#include "experiment/setup.hpp"
#include "experiment/spec.hpp"
#include "experiment/spec_json.hpp"

namespace reprise {
namespace {

using nlohmann::json;

constexpr int kMaximumPictures = 70'000;               // All of MNIST.
constexpr double kMaximumSeed = 9007199254740991.0;    // 2^53 - 1
constexpr std::int64_t kMaximumRecorded = 50'000'000;  // Numbers, 400 MB.

Task read_task(const FieldReader& document) {
  const FieldReader any_task =
      document.object("task", {"kind", "dx2", "dy2", "targets", "source", "classes", "train_count",
                               "held_out_count", "side", "shape", "target", "count", "noise",
                               "seed", "points", "held_out", "features"});
  const std::size_t kind = any_task.choice(
      "kind", {"two_points", "xor", "images", "feature_collapse", "plane"}, std::nullopt);
  if (kind == 0) {
    const FieldReader fields = document.object("task", {"kind", "dx2", "dy2", "targets"});
    TwoPointsTask task;
    task.dx2 = fields.number("dx2", 1e-6, 100, task.dx2);
    task.dy2 = fields.number("dy2", 0, 100, task.dy2);
    const bool centred = fields.choice("targets", {"paper", "centred"}, 0) == 1;
    task.targets = centred ? Targets::kCentred : Targets::kPaper;
    return task;
  }
  if (kind == 1) {
    document.object("task", {"kind"});
    return XorTask{};
  }
  if (kind == 3) {
    const FieldReader fields = document.object("task", {"kind", "side"});
    return FeatureCollapseTask{fields.integer("side", 2, 50, FeatureCollapseTask{}.side)};
  }
  if (kind == 4) return read_plane(document);
  const FieldReader fields =
      document.object("task", {"kind", "source", "classes", "train_count", "held_out_count"});
  ImagesTask task;
  const std::vector<std::string> sources = {"mnist", "fashion_mnist", "cifar10", "custom"};
  task.source = sources[fields.choice("source", sources, 0)];
  task.classes = fields.distinct_integers("classes", 0, 9, 2, 10, std::move(task.classes));
  const int classes = static_cast<int>(task.classes.size());
  task.train_count = fields.integer("train_count", classes, kMaximumPictures, task.train_count);
  task.held_out_count =
      fields.integer("held_out_count", classes, kMaximumPictures, task.held_out_count);
  return task;
}

// Whether the network is of one of the kinds that have these fields; if not, they must be absent.
bool has_fields(const FieldReader& fields, const NetworkSpec& network,
                const std::vector<NetworkKind>& kinds, const std::vector<const char*>& keys) {
  if (std::find(kinds.begin(), kinds.end(), network.kind) != kinds.end()) return true;
  std::string allowed = "nothing, unless network.kind is ";
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    allowed += (i == 0                 ? ""
                : i + 1 < kinds.size() ? ", "
                                       : " or ") +
               ("\"" + std::string(network_kind_name(kinds[i])) + "\"");
  }
  for (const char* key : keys) {
    if (fields.find(key) != nullptr) fields.reject(key, allowed);
  }
  return false;
}

// The fields that only attention networks have.
void read_attention(const FieldReader& fields, NetworkSpec& network) {
  if (!has_fields(fields, network, {NetworkKind::kAttention}, {"tokens", "heads"})) return;
  network.tokens = fields.integer("tokens", 1, 256, network.tokens);
  if (network.width % network.tokens != 0) {
    fields.reject_value("tokens", std::to_string(network.tokens),
                        "a divisor of network.width, " + std::to_string(network.width));
    return;
  }
  const int token_width = network.width / network.tokens;
  network.heads = fields.integer("heads", 1, 64, network.heads);
  if (token_width % network.heads != 0) {
    fields.reject_value(
        "heads", std::to_string(network.heads),
        "a divisor of network.width / network.tokens, " + std::to_string(token_width));
  }
}

// Places that are left after the last convolution without padding.
void check_places(const FieldReader& fields, const NetworkSpec& network) {
  const std::int64_t lost = std::int64_t{network.hidden_layers - 1} * (network.kernel - 1);
  if (network.width > lost) return;
  fields.reject("padding", "\"same\": " + std::to_string(network.hidden_layers - 1) +
                               " convolutions with a kernel of " + std::to_string(network.kernel) +
                               " would lose " + std::to_string(lost) +
                               " places, and network.width is " + std::to_string(network.width));
}

// The fields that only convolutional networks have.
void read_convolution(const FieldReader& fields, NetworkSpec& network) {
  if (!has_fields(fields, network,
                  {NetworkKind::kConvolutional, NetworkKind::kPictureConvolutional},
                  {"channels", "kernel", "padding"})) {
    return;
  }
  const bool pictures = network.kind == NetworkKind::kPictureConvolutional;
  if (pictures) {
    network.channels = 8;
    network.kernel = 3;
  }
  network.channels = fields.integer("channels", 1, 4096, network.channels);
  if (has_fields(fields, network, {NetworkKind::kConvolutional}, {"padding"}) &&
      fields.choice("padding", {"same", "valid"}, 0) == 1) {
    network.padding = Padding::kValid;
  }
  if (!pictures && network.padding == Padding::kSame && network.width % network.channels != 0) {
    fields.reject_value("channels", std::to_string(network.channels),
                        "a divisor of network.width, " + std::to_string(network.width));
  }
  network.kernel = fields.integer("kernel", 1, 99, network.kernel);
  if (network.kernel % 2 == 0) fields.reject("kernel", "an odd integer from 1 to 99");
  if (network.padding == Padding::kValid) check_places(fields, network);
}

// A share: of units to drop, of a direction to keep.
double read_share(const FieldReader& fields, const char* key) {
  const json* value = fields.find(key);
  if (value == nullptr) return 0;
  const double share = value->is_number() ? value->get<double>() : -1;
  if (!(share >= 0 && share < 1)) fields.reject(key, "a number from 0 to below 1");
  return share;
}

// The entries of a list with one for each hidden layer; none where it is left out or "same".
json by_layer(const FieldReader& fields, const char* key, int hidden_layers) {
  const json* list = fields.find(key);
  if (list == nullptr || *list == "same") return json::array();
  if (list->is_array() && list->size() == static_cast<std::size_t>(hidden_layers)) return *list;
  fields.reject(key, "\"same\" or a list with an entry for each of the " +
                         std::to_string(hidden_layers) + " hidden layers");
  return json::array();
}

void read_network(const FieldReader& document, const Task& task, NetworkSpec& network) {
  const FieldReader fields =
      document.object("network", {"kind", "width", "hidden_layers", "activation", "gain",
                                  "decoder_gain", "dropout", "input_dropout", "skip_length",
                                  "channels", "kernel", "padding", "tokens", "heads", "widths",
                                  "activations"});
  const NetworkKind kinds[] = {NetworkKind::kMlp, NetworkKind::kResidual,
                               NetworkKind::kConvolutional, NetworkKind::kAttention,
                               NetworkKind::kPictureConvolutional};
  std::vector<std::string> kind_names;
  for (const NetworkKind kind : kinds) kind_names.push_back(network_kind_name(kind));
  network.kind = kinds[fields.choice("kind", kind_names, 0)];
  if (network.kind == NetworkKind::kPictureConvolutional &&
      !std::holds_alternative<ImagesTask>(task)) {
    fields.reject("kind", "a kind of network for points that are no pictures");
  }
  if (has_fields(fields, network,
                 {NetworkKind::kMlp, NetworkKind::kResidual, NetworkKind::kConvolutional,
                  NetworkKind::kAttention},
                 {"width"})) {
    network.width = fields.integer("width", 1, 4096, network.width);
  }
  network.hidden_layers = fields.integer("hidden_layers", 1, 100, network.hidden_layers);
  const std::vector<std::string> names = {"leaky_relu", "relu", "tanh", "elu", "silu", "linear"};
  const auto usual = std::find(names.begin(), names.end(), activation_name(network.activation));
  const std::size_t chosen =
      fields.choice("activation", names, static_cast<std::size_t>(usual - names.begin()));
  network.activation = activation_from_name(names[chosen]).value_or(network.activation);
  for (const json& entry : by_layer(fields, "activations", network.hidden_layers)) {
    const auto activation = activation_from_name(entry.is_string() ? entry.get<std::string>() : "");
    if (activation) network.activations.push_back(*activation);
    else fields.reject("activations", "\"same\" or a list of activations");
  }
  network.gain = fields.positive("gain", 100, network.gain);
  const json* decoder_gain = fields.find("decoder_gain");
  if (decoder_gain != nullptr && *decoder_gain != "same") {
    const double gain = decoder_gain->is_number() ? decoder_gain->get<double>() : 0;
    if (!(gain > 0 && gain <= 100))
      fields.reject("decoder_gain", "\"same\" or a number above 0 and at most 100");
    network.decoder_gain = gain;
  }
  if (has_fields(fields, network, {NetworkKind::kMlp}, {"widths"})) {
    for (const json& entry : by_layer(fields, "widths", network.hidden_layers)) {
      const auto width = whole_number(entry, 1, 4096);
      if (width) network.widths.push_back(static_cast<int>(*width));
      else fields.reject("widths", "\"same\" or a list of integers from 1 to 4096");
    }
  }
  network.dropout = read_share(fields, "dropout");
  network.input_dropout = read_share(fields, "input_dropout");
  if (has_fields(fields, network, {NetworkKind::kResidual}, {"skip_length"})) {
    network.skip_length = fields.integer("skip_length", 1, 99, network.skip_length);
  }
  read_convolution(fields, network);
  read_attention(fields, network);
}

void read_training(const FieldReader& document, const Task& task, TrainingSpec& training) {
  const int points = training_points(task);
  const FieldReader fields =
      document.object("training", {"optimizer", "learning_rate", "batch", "epochs", "loss",
                                   "momentum", "l1", "l2"});
  const bool adam = fields.choice("optimizer", {"sgd", "adam"}, 0) == 1;
  training.optimizer = adam ? Optimizer::kAdam : Optimizer::kSgd;
  training.learning_rate = fields.positive("learning_rate", 1000, training.learning_rate);
  if (const json* batch = fields.find("batch")) {
    const std::optional<double> size = whole_number(*batch, 1, points);
    if (size) {
      training.batch = static_cast<int>(*size);
    } else if (*batch == "full") {
      training.batch = std::nullopt;
    } else {
      fields.reject("batch", "\"full\" or an integer from 1 to " + std::to_string(points) +
                                 ", the number of training points");
    }
  }
  training.epochs = fields.integer("epochs", 1, 1'000'000, training.epochs);
  std::vector<std::string> losses;
  for (const Loss loss : {Loss::kHalfMse, Loss::kMse, Loss::kCrossEntropy})
    losses.push_back(loss_name(loss));
  if (!records_accuracy(task)) losses.pop_back();  // Targets are no classes.
  training.loss = static_cast<Loss>(
      fields.choice("loss", losses, static_cast<std::size_t>(training.loss)));
  training.momentum = read_share(fields, "momentum");
  if (adam && training.momentum > 0) fields.reject("momentum", "0 with training.optimizer \"adam\"");
  training.penalties = {fields.number("l1", 0, 10, 0), fields.number("l2", 0, 10, 0)};
}

void read_observe(const FieldReader& document, Spec& spec) {
  const FieldReader fields = document.object("observe", {"layer", "every", "points"});
  ObserveSpec& observe = spec.observe;
  observe.layer =
      fields.integer("layer", 0, spec.network.hidden_layers - 1, default_layer(spec.network));
  observe.every = fields.integer("every", 1, spec.training.epochs, default_every(spec.training));
  if (!std::holds_alternative<TwoPointsTask>(spec.task) &&
      !std::holds_alternative<XorTask>(spec.task)) {
    observe.points = fields.distinct_integers("points", 0, training_points(spec.task) - 1, 2, 2,
                                              std::move(observe.points));
  } else {
    // The toy tasks observe all their points; saying so is allowed, saying anything else is not.
    const json* points = fields.find("points");
    const json all = observe.points;
    if (points != nullptr && *points != all) {
      fields.reject("points", all.dump() + ", all points of this task");
    }
  }

  const std::int64_t rows = kMaximumRecorded / record_width(spec);
  if (record_limit(spec) > rows) {
    const std::int64_t least = (spec.training.epochs + rows - 2) / (rows - 1);
    fields.reject_value("every", std::to_string(observe.every),
                        "an integer from " + std::to_string(least) + " to " +
                            std::to_string(spec.training.epochs) + ", for at most " +
                            std::to_string(kMaximumRecorded) + " recorded numbers");
  }
}

}  // namespace

Result<Spec> spec_from_json(const json& root, std::uint64_t memory_limit) {
  std::optional<Error> error;
  const FieldReader document(&root, "",
                             {"version", "task", "network", "training", "observe", "seed"}, error);
  document.integer("version", 1, 1, 1);
  if (!error && document.find("task") == nullptr) document.reject("task", "an object with a kind");
  if (error) return *error;

  Spec spec = default_spec(read_task(document));
  if (error) return *error;
  read_network(document, spec.task, spec.network);
  read_training(document, spec.task, spec.training);
  read_observe(document, spec);
  spec.seed = static_cast<std::uint64_t>(document.whole("seed", 0, kMaximumSeed, 1));
  if (!error) error = check_memory(spec, point_shape(spec.task), memory_limit);
  if (error) return *error;
  return spec;
}

Result<Spec> parse_spec(std::string_view text, std::uint64_t memory_limit) {
  const Result<json> document = read_json(text);
  if (!document) return document.error();
  return spec_from_json(document.value(), memory_limit);
}

}  // namespace reprise
