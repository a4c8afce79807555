#include "experiment/spec.hpp"

#include <algorithm>

#include "data/sources.hpp"

namespace reprise {
namespace {

constexpr std::int64_t kMaximumActivations =
    64'000'000;  // Per step; they are kept with their gradients.

}  // namespace

const char* task_kind(const Task& task) {
  if (std::holds_alternative<TwoPointsTask>(task)) return "two_points";
  if (std::holds_alternative<XorTask>(task)) return "xor";
  if (std::holds_alternative<FeatureCollapseTask>(task)) return "feature_collapse";
  return "images";
}

int training_points(const Task& task) {
  if (std::holds_alternative<TwoPointsTask>(task)) return 2;
  if (std::holds_alternative<XorTask>(task)) return 4;
  if (const auto* collapse = std::get_if<FeatureCollapseTask>(&task))
    return 2 * collapse->side * collapse->side;
  return std::get<ImagesTask>(task).train_count;
}

// The settings are the paper's: its default two-point network, its rich XOR network, its MNIST
// trajectories, its middle network for feature collapse.
Spec default_spec(const Task& task) {
  Spec spec;
  spec.task = task;
  if (std::holds_alternative<XorTask>(task)) {
    spec.network.gain = 0.85;
    spec.training.learning_rate = 0.015;
    spec.training.loss = Loss::kMse;
    spec.observe.points = {0, 1, 2, 3};
  } else if (const auto* images = std::get_if<ImagesTask>(&task)) {
    spec.network.width = 200;
    spec.network.hidden_layers = 4;
    spec.network.gain = 0.5;
    spec.training.learning_rate = 0.003;
    spec.training.batch = std::min(64, images->train_count);
    spec.training.epochs = 200;
  }
  if (std::holds_alternative<FeatureCollapseTask>(task)) {
    spec.network.width = 100;
    spec.network.hidden_layers = 4;
    spec.network.activation = Activation::kTanh;
    spec.network.gain = 0.5;
    spec.training.learning_rate = 0.015;
    spec.training.batch = std::min(64, training_points(task));
    spec.training.epochs = 1500;
  }
  spec.observe.layer = default_layer(spec.network);
  spec.observe.every = default_every(spec.training);
  return spec;
}

int default_layer(const NetworkSpec& network) { return network.hidden_layers / 2; }

int default_every(const TrainingSpec& training) { return std::max(1, training.epochs / 300); }

const char* network_kind_name(NetworkKind kind) {
  switch (kind) {
    case NetworkKind::kMlp:
      return "mlp";
    case NetworkKind::kResidual:
      return "residual";
    case NetworkKind::kConvolutional:
      return "convolutional";
    case NetworkKind::kAttention:
      return "attention";
    case NetworkKind::kPictureConvolutional:
      return "picture_convolutional";
  }
  return "unknown";
}

PointShape point_shape(const Task& task) {
  if (std::holds_alternative<TwoPointsTask>(task)) return {1, 1};
  if (std::holds_alternative<XorTask>(task)) return {2, 1};
  if (std::holds_alternative<FeatureCollapseTask>(task)) return {27, 1};
  const ImagesTask& images = std::get<ImagesTask>(task);
  const KnownSource source = known_source(images.source).value_or(KnownSource{28, 28, 1, {}});
  const std::int64_t inputs = std::int64_t{source.height} * source.width * source.channels;
  return {inputs, static_cast<std::int64_t>(images.classes.size()), source.height, source.width,
          source.channels};
}

std::int64_t parameter_count(const NetworkSpec& network, const PointShape& shape) {
  const std::int64_t width = network.width, channels = network.channels;
  const auto [inputs, outputs, picture_height, picture_width, picture_channels] = shape;
  if (network.kind == NetworkKind::kPictureConvolutional) {
    const std::int64_t window = std::int64_t{network.kernel} * network.kernel;
    const std::int64_t units = std::int64_t{picture_height} * picture_width * channels;
    return (window * picture_channels + 1) * channels +
           (network.hidden_layers - 1) * (window * channels + 1) * channels + (units + 1) * outputs;
  }
  if (network.kind == NetworkKind::kAttention) {
    // Two layer norms, queries, keys and values, the mix of heads, and two layers for each token.
    const std::int64_t tokens = network.tokens, token = width / tokens;
    const std::int64_t first =
        inputs % tokens == 0 ? (inputs / tokens + 1) * token : (inputs + 1) * width;
    const std::int64_t block = 2 * 2 * token + (token + 1) * 3 * token + (token + 1) * token +
                               (token + 1) * 2 * token + (2 * token + 1) * token;
    return first + network.hidden_layers * block + (width + 1) * outputs;
  }
  if (network.kind == NetworkKind::kConvolutional && network.padding == Padding::kValid) {
    const std::int64_t last = hidden_units(network, shape, network.hidden_layers - 1);
    std::int64_t count = (inputs + 1) * width + (last + 1) * outputs;
    for (int layer = 1; layer < network.hidden_layers; ++layer) {
      const std::int64_t before = layer == 1 ? 1 : channels;
      const std::int64_t here = layer + 1 < network.hidden_layers ? channels : 1;
      count += (before * network.kernel + 1) * here;
    }
    return count;
  }
  const std::int64_t between_hidden = network.kind == NetworkKind::kConvolutional
                                          ? (channels * network.kernel + 1) * channels
                                          : (width + 1) * width;
  return (inputs + 1) * width + (network.hidden_layers - 1) * between_hidden +
         (width + 1) * outputs;
}

std::optional<Error> check_network_size(const Spec& spec, const PointShape& shape) {
  const NetworkSpec& network = spec.network;
  const bool adam = spec.training.optimizer == Optimizer::kAdam;
  const std::int64_t most = adam ? 16'000'000 : 64'000'000;
  const auto fits = [&](const NetworkSpec& candidate) {
    return parameter_count(candidate, shape) <= most;
  };
  if (fits(network)) return std::nullopt;

  const std::string limit = "for at most " + std::to_string(most) + " parameters" +
                            (adam ? " with training.optimizer \"adam\"" : "");
  const std::string layers = " with " + std::to_string(network.hidden_layers) + " hidden layers";
  NetworkSpec smaller = network;
  const bool pictures = network.kind == NetworkKind::kPictureConvolutional;
  const bool divides = !pictures && network.padding == Padding::kSame;
  if (pictures || network.kind == NetworkKind::kConvolutional) {
    while (smaller.channels > 1) {
      --smaller.channels;
      if ((divides && network.width % smaller.channels != 0) || !fits(smaller)) continue;
      return Error{"network.channels", std::to_string(network.channels),
                   (divides ? "a divisor of network.width up to " : "at most ") +
                       std::to_string(smaller.channels) + layers + " and a kernel of " +
                       std::to_string(network.kernel) + ", " + limit};
    }
  }
  if (pictures) {
    return Error{"network.channels", std::to_string(network.channels),
                 "a smaller network: even one channel has too many parameters, " + limit};
  }
  const int step = network.kind == NetworkKind::kAttention ? network.tokens * network.heads : 1;
  while (smaller.width > step && !fits(smaller)) smaller.width -= step;
  return Error{"network.width", std::to_string(network.width),
               "at most " + std::to_string(smaller.width) + layers + " and " +
                   std::to_string(shape.inputs) + " inputs, " + limit};
}

std::optional<Error> check_batch_size(const Spec& spec, const PointShape& shape) {
  const std::int64_t each = activations_per_point(spec.network, shape);
  const std::int64_t most = kMaximumActivations / each;
  const std::int64_t batch = spec.training.batch.value_or(training_points(spec.task));
  if (batch <= most) return std::nullopt;
  const std::string limit =
      "for at most " + std::to_string(kMaximumActivations) + " activations per step";
  if (most == 0) {
    return Error{"network.channels", std::to_string(spec.network.channels),
                 "at most " + std::to_string(spec.network.channels * kMaximumActivations / each) +
                     ", " + limit};
  }
  return Error{"training.batch",
               spec.training.batch ? std::to_string(*spec.training.batch) : "\"full\"",
               "an integer from 1 to " + std::to_string(most) + ", " + limit};
}

std::int64_t hidden_units(const NetworkSpec& network, const PointShape& shape, int layer) {
  if (network.kind == NetworkKind::kPictureConvolutional)
    return std::int64_t{shape.height} * shape.width * network.channels;
  const bool shrinks =
      network.kind == NetworkKind::kConvolutional && network.padding == Padding::kValid;
  if (!shrinks || layer == 0) return network.width;
  const std::int64_t places = network.width - std::int64_t{layer} * (network.kernel - 1);
  return places * (layer + 1 < network.hidden_layers ? network.channels : 1);
}

std::int64_t activations_per_point(const NetworkSpec& network, const PointShape& shape) {
  std::int64_t units = 0;
  for (int layer = 0; layer < network.hidden_layers; ++layer)
    units += hidden_units(network, shape, layer);
  const std::int64_t dropped =
      (network.dropout > 0 ? units : 0) + (network.input_dropout > 0 ? shape.inputs : 0);
  if (network.kind == NetworkKind::kAttention) {
    const std::int64_t weights = std::int64_t{network.heads} * network.tokens * network.tokens;
    return 7 * units + dropped + network.hidden_layers * weights;
  }
  const std::int64_t sums = network.kind == NetworkKind::kResidual ? (units + 1) / 2 : 0;
  return units + sums + dropped;
}

std::int64_t record_limit(const Spec& spec) {
  const std::int64_t every = spec.observe.every;
  return 1 + (spec.training.epochs + every - 1) / every;
}

std::int64_t record_width(const Spec& spec) {
  const auto points = static_cast<std::int64_t>(spec.observe.points.size());
  const std::int64_t pairs = points * (points - 1) / 2;
  const std::int64_t common = std::holds_alternative<ImagesTask>(spec.task) ? 5
                              : std::holds_alternative<FeatureCollapseTask>(spec.task)
                                  ? 2 + spec.network.hidden_layers
                                  : 2;
  return common + pairs * (3 + spec.network.hidden_layers);
}

}  // namespace reprise
