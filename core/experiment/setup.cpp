#include "experiment/setup.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "data/sources.hpp"
#include "data/subset.hpp"
#include "experiment/records.hpp"
#include "network/architectures.hpp"

namespace reprise {

namespace {

std::string shape_text(int height, int width, int channels) {
  return std::to_string(height) + " x " + std::to_string(width) + " pixels of " +
         std::to_string(channels) + (channels == 1 ? " channel" : " channels");
}

// Whether the pictures have the shape of those of the known source.
std::optional<Error> check_shape(const KnownSource& source, const std::string& name,
                                 const ImageSet& images) {
  if (images.height == source.height && images.width == source.width &&
      images.channels == source.channels) {
    return std::nullopt;
  }
  return Error{"images.shape", shape_text(images.height, images.width, images.channels),
               shape_text(source.height, source.width, source.channels) + " for task.source \"" +
                   name + "\""};
}

}  // namespace

Result<TaskData> load_task(const Task& task, const ImageSet& images) {
  TaskData data;
  if (const auto* pair = std::get_if<TwoPointsTask>(&task)) {
    data.train = two_points(pair->dx2, pair->dy2, pair->targets == Targets::kCentred);
  } else if (std::holds_alternative<XorTask>(task)) {
    data.train = xor_points();
  } else if (const auto* collapse = std::get_if<FeatureCollapseTask>(&task)) {
    data.train = feature_collapse_points(collapse->side);
  } else if (const auto* plane = std::get_if<PlaneTask>(&task)) {
    data.train = plane_point_set(*plane, false, data.train_indices);
    data.held_out = plane_point_set(*plane, true, data.held_out_indices);
  } else {
    const ImagesTask& wanted = std::get<ImagesTask>(task);
    const std::optional<KnownSource> source = known_source(wanted.source);
    if (source && images.count > 0) {
      if (auto error = check_shape(*source, wanted.source, images)) return *error;
    }
    auto subset = select(images, wanted.classes, wanted.train_count, wanted.held_out_count);
    if (!subset) return subset.error();
    const std::vector<ChannelScale> scales =
        source ? source->scales : measured_scales(images, subset.value().train);
    data.train = image_points(images, subset.value().train, subset.value().classes, scales);
    data.held_out = image_points(images, subset.value().held_out, subset.value().classes, scales);
    data.train_indices = std::move(subset.value().train);
    data.held_out_indices = std::move(subset.value().held_out);
  }
  return data;
}

Network build_network(const NetworkSpec& spec, const PointShape& points) {
  const DenseShape shape = {static_cast<int>(points.inputs),
                            spec.width,
                            spec.hidden_layers,
                            static_cast<int>(points.outputs),
                            spec.activation,
                            spec.dropout,
                            spec.input_dropout,
                            spec.widths,
                            spec.activations};
  switch (spec.kind) {
    case NetworkKind::kMlp:
      break;
    case NetworkKind::kResidual:
      return build_residual(shape, spec.skip_length);
    case NetworkKind::kConvolutional:
      if (spec.padding == Padding::kValid)
        return build_unpadded_convolutional(shape, spec.channels, spec.kernel);
      return build_convolutional(shape, spec.channels, spec.kernel);
    case NetworkKind::kAttention:
      return build_attention(shape, spec.tokens, spec.heads);
    case NetworkKind::kPictureConvolutional:
      return build_picture_convolutional(shape, points.height, points.width, points.channels,
                                         spec.channels, spec.kernel);
  }
  return build_mlp(shape);
}

Gains initial_gains(const Spec& spec) {
  const double gain = spec.network.gain;
  return {gain, spec.network.decoder_gain.value_or(gain), spec.observe.layer};
}

TrainingOptions training_options(const Spec& spec) {
  return {spec.training.optimizer, spec.training.learning_rate, spec.training.batch.value_or(0),
          spec.training.loss,      initial_gains(spec),         spec.seed,
          spec.training.momentum,  spec.training.penalties};
}

std::int64_t record_width(const Spec& spec) {
  return static_cast<std::int64_t>(
      record_columns(spec.task, spec.observe.points, spec.network.hidden_layers).size());
}

}  // namespace reprise
