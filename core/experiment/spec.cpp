#include "experiment/spec.hpp"

#include <algorithm>

#include "data/sources.hpp"

namespace reprise {
const char* task_kind(const Task& task) {
  if (std::holds_alternative<TwoPointsTask>(task)) return "two_points";
  if (std::holds_alternative<XorTask>(task)) return "xor";
  if (std::holds_alternative<FeatureCollapseTask>(task)) return "feature_collapse";
  if (std::holds_alternative<PlaneTask>(task)) return "plane";
  return "images";
}

int training_points(const Task& task) {
  if (std::holds_alternative<TwoPointsTask>(task)) return 2;
  if (std::holds_alternative<XorTask>(task)) return 4;
  if (const auto* collapse = std::get_if<FeatureCollapseTask>(&task))
    return 2 * collapse->side * collapse->side;
  if (const auto* plane = std::get_if<PlaneTask>(&task)) return plane_training_points(*plane);
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
  // Ours: they learn every shape in some seconds, and a layer's units can all be shown.
  if (std::holds_alternative<PlaneTask>(task)) {
    spec.network.width = 16;
    spec.network.hidden_layers = 3;
    spec.network.activation = Activation::kTanh;
    spec.training.learning_rate = 0.1;
    spec.training.batch = std::min(32, training_points(task));
    spec.training.epochs = 2000;
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

const char* loss_name(Loss loss) {
  return loss == Loss::kCrossEntropy ? "cross_entropy" : loss == Loss::kMse ? "mse" : "half_mse";
}

PointShape point_shape(const Task& task) {
  if (std::holds_alternative<TwoPointsTask>(task)) return {1, 1};
  if (std::holds_alternative<XorTask>(task)) return {2, 1};
  if (std::holds_alternative<FeatureCollapseTask>(task)) return {27, 1};
  if (const auto* plane = std::get_if<PlaneTask>(&task)) {
    return {static_cast<std::int64_t>(plane->features.size()), std::max(1, plane_classes(*plane))};
  }
  const ImagesTask& images = std::get<ImagesTask>(task);
  const KnownSource source = known_source(images.source).value_or(KnownSource{28, 28, 1, {}});
  const std::int64_t inputs = std::int64_t{source.height} * source.width * source.channels;
  return {inputs, static_cast<std::int64_t>(images.classes.size()), source.height, source.width,
          source.channels};
}

std::int64_t record_limit(const Spec& spec) {
  const std::int64_t every = spec.observe.every;
  return 1 + (spec.training.epochs + every - 1) / every;
}

}  // namespace reprise
