#include "experiment/memory.hpp"

#include <algorithm>
#include <functional>
#include <vector>

#include "experiment/setup.hpp"
#include "numerics/decimal.hpp"
#include "training/trainer.hpp"

namespace reprise {
namespace {

// Layers count their units in an int, and a pass their product with the points in 64 bits.
constexpr std::int64_t kMostUnits = std::int64_t{1} << 28;

// What looking at many points may take: a pass over some of them, and all layers of all of them.
constexpr std::uint64_t kMostForPass = 128'000'000, kMostForLayers = 256'000'000;
constexpr int kMostAtOnce = 128, kFewestAtOnce = 8;

std::uint64_t pass_bytes(const Network& network, int points) {
  return network.layout(points, PassKind::kEvaluation).bytes();
}

// An upper bound of what `evaluation_batch` and `layers_at_once` lead to, which, unlike the exact
// numbers, does not fall where a network grows: the value named in a refusal is then the largest.
std::uint64_t evaluation_bytes(const Network& network, int points, bool all_layers) {
  const int fewest = std::min(kFewestAtOnce, points), most = std::min(kMostAtOnce, points);
  const std::uint64_t pass =
      std::max(pass_bytes(network, fewest), std::min(pass_bytes(network, most), kMostForPass));
  if (!all_layers) return pass;
  return pass +
         std::max(hidden_bytes(network, points, 1),
                  std::min(hidden_bytes(network, points, network.hidden_layers()), kMostForLayers));
}

std::int64_t largest_layer(const NetworkSpec& network, const PointShape& shape) {
  if (network.kind != NetworkKind::kPictureConvolutional) return shape.inputs;
  return std::max(shape.inputs, std::int64_t{shape.height} * shape.width * network.channels);
}

int held_out_points(const Task& task) {
  if (const auto* plane = std::get_if<PlaneTask>(&task)) {
    return plane_count(*plane) - plane_training_points(*plane);
  }
  const auto* images = std::get_if<ImagesTask>(&task);
  return images == nullptr ? 0 : images->held_out_count;
}

// A field, and the values of it that could be tried instead, from the present one on.
struct Candidate {
  const char* field;
  std::string value;
  std::vector<std::int64_t> values;  // In the order in which the need falls.
  std::function<void(Spec&, std::int64_t)> set;
  std::function<std::string(std::int64_t)> allowed;
};

std::vector<std::int64_t> downwards(std::int64_t from, std::int64_t least, std::int64_t step = 1) {
  std::vector<std::int64_t> values;
  for (std::int64_t value = from - step; value >= least; value -= step) values.push_back(value);
  return values;
}

std::string at_most(std::int64_t value) { return "at most " + std::to_string(value); }

Candidate batch(const Spec& spec) {
  const int points = training_points(spec.task);
  return {"training.batch", spec.training.batch ? std::to_string(*spec.training.batch) : "\"full\"",
          downwards(std::min(spec.training.batch.value_or(points), points), 1),
          [](Spec& s, std::int64_t value) { s.training.batch = static_cast<int>(value); },
          [](std::int64_t value) { return "an integer from 1 to " + std::to_string(value); }};
}

Candidate channels(const Spec& spec) {
  const NetworkSpec& network = spec.network;
  const bool divides =
      network.kind == NetworkKind::kConvolutional && network.padding == Padding::kSame;
  std::vector<std::int64_t> values = downwards(network.channels, 1);
  if (divides) std::erase_if(values, [&](std::int64_t c) { return network.width % c != 0; });
  return {"network.channels", std::to_string(network.channels), std::move(values),
          [](Spec& s, std::int64_t value) { s.network.channels = static_cast<int>(value); },
          [divides, layers = network.hidden_layers](std::int64_t value) {
            return (divides ? "a divisor of network.width up to " : "at most ") +
                   std::to_string(value) + " with " + std::to_string(layers) + " hidden layers";
          }};
}

Candidate width(const Spec& spec) {
  const NetworkSpec& network = spec.network;
  const bool convolutional = network.kind == NetworkKind::kConvolutional;
  const bool shrinks = convolutional && network.padding == Padding::kValid;
  const int step = network.kind == NetworkKind::kAttention ? network.tokens * network.heads
                   : convolutional && !shrinks             ? network.channels
                                                           : 1;
  if (!network.widths.empty()) {
    const int widest = *std::max_element(network.widths.begin(), network.widths.end());
    return {"network.widths", "up to " + std::to_string(widest), downwards(widest, 1),
            [](Spec& s, std::int64_t value) {
              for (int& units : s.network.widths)
                units = std::min(units, static_cast<int>(value));
            },
            [](std::int64_t value) { return at_most(value) + " each"; }};
  }
  // Without padding each convolution takes kernel - 1 places, and some have to be left.
  const int least = shrinks ? (network.hidden_layers - 1) * (network.kernel - 1) + 1 : step;
  return {"network.width", std::to_string(network.width), downwards(network.width, least, step),
          [](Spec& s, std::int64_t value) { s.network.width = static_cast<int>(value); },
          [layers = network.hidden_layers](std::int64_t value) {
            return at_most(value) + " with " + std::to_string(layers) + " hidden layers";
          }};
}

Candidate hidden_layers(const Spec& spec) {
  return {"network.hidden_layers", std::to_string(spec.network.hidden_layers),
          downwards(spec.network.hidden_layers, 1),
          [](Spec& s, std::int64_t value) { s.network.hidden_layers = static_cast<int>(value); },
          at_most};
}

Candidate every(const Spec& spec) {
  std::vector<std::int64_t> values = downwards(spec.training.epochs + 1, spec.observe.every + 1);
  std::reverse(values.begin(), values.end());
  return {"observe.every", std::to_string(spec.observe.every), std::move(values),
          [](Spec& s, std::int64_t value) { s.observe.every = static_cast<int>(value); },
          [epochs = spec.training.epochs](std::int64_t value) {
            return "an integer from " + std::to_string(value) + " to " + std::to_string(epochs);
          }};
}

std::vector<Candidate> number_of_points(const Spec& spec) {
  if (const auto* collapse = std::get_if<FeatureCollapseTask>(&spec.task)) {
    return {{"task.side", std::to_string(collapse->side), downwards(collapse->side, 2),
             [](Spec& s, std::int64_t value) {
               std::get<FeatureCollapseTask>(s.task).side = static_cast<int>(value);
             },
             at_most}};
  }
  const auto* images = std::get_if<ImagesTask>(&spec.task);
  if (images == nullptr) return {};
  const auto part = [&](const char* field, int ImagesTask::*count) -> Candidate {
    return {field, std::to_string(images->*count),
            downwards(images->*count, static_cast<std::int64_t>(images->classes.size())),
            [count](Spec& s, std::int64_t value) {
              std::get<ImagesTask>(s.task).*count = static_cast<int>(value);
            },
            at_most};
  };
  std::vector<Candidate> both = {part("task.train_count", &ImagesTask::train_count),
                                 part("task.held_out_count", &ImagesTask::held_out_count)};
  if (images->held_out_count > images->train_count) std::swap(both[0], both[1]);
  return both;
}

// The fields that may be to blame, the likeliest first.
std::vector<Candidate> candidates(const Spec& spec, const MemoryNeed& need) {
  std::vector<Candidate> found;
  const std::uint64_t largest =
      std::max({need.parameters, need.training, need.evaluation, need.points, need.records});
  if (largest == need.records) found.push_back(every(spec));
  if (largest == need.points) {
    for (Candidate& candidate : number_of_points(spec)) found.push_back(std::move(candidate));
  }
  if (largest == need.training) found.push_back(batch(spec));
  const NetworkKind kind = spec.network.kind;
  if (kind == NetworkKind::kConvolutional || kind == NetworkKind::kPictureConvolutional) {
    found.push_back(channels(spec));
  }
  if (kind != NetworkKind::kPictureConvolutional) found.push_back(width(spec));
  found.push_back(hidden_layers(spec));
  found.push_back(batch(spec));
  return found;
}

}  // namespace

MemoryNeed memory_need(const Spec& spec, const PointShape& shape) {
  const Network network = build_network(spec.network, shape);
  const TrainingOptions options = training_options(spec);
  const int points = training_points(spec.task), held_out = held_out_points(spec.task);
  const std::uint64_t inputs = static_cast<std::uint64_t>(shape.inputs);
  const std::uint64_t each = inputs + static_cast<std::uint64_t>(shape.outputs);

  MemoryNeed need;
  need.parameters = Trainer::parameter_bytes(network, options);
  need.training = Trainer::step_bytes(network, points, options);
  const std::uint64_t observed = spec.observe.points.size();
  need.evaluation =
      evaluation_bytes(network, points, std::holds_alternative<FeatureCollapseTask>(spec.task)) +
      pass_bytes(network, static_cast<int>(observed)) + observed * each * sizeof(float);
  const std::uint64_t all_points =
      static_cast<std::uint64_t>(points) + static_cast<std::uint64_t>(held_out);
  const bool pictures = std::holds_alternative<ImagesTask>(spec.task);
  // Pictures lie there as bytes as well, once as they came and once as they were read.
  need.points = all_points * (each * sizeof(float) + (pictures ? 2 * inputs : 0));
  need.records = static_cast<std::uint64_t>(record_limit(spec)) *
                 static_cast<std::uint64_t>(record_width(spec)) * sizeof(double);
  return need;
}

std::optional<Error> check_memory(const Spec& spec, const PointShape& shape, std::uint64_t limit) {
  const auto fits = [&](const Spec& candidate) {
    return largest_layer(candidate.network, shape) <= kMostUnits &&
           memory_need(candidate, shape).total() <= limit;
  };
  if (largest_layer(spec.network, shape) <= kMostUnits) {
    const MemoryNeed need = memory_need(spec, shape);
    if (need.total() <= limit) return std::nullopt;
    const std::string reason = ", for at most " + memory_text(limit) + " of memory (this takes " +
                               memory_text(need.total()) + ")";
    const std::vector<Candidate> all = candidates(spec, need);
    for (const Candidate& candidate : all) {
      const auto changed = [&](std::int64_t value) {
        Spec other = spec;
        candidate.set(other, value);
        return other;
      };
      // The need falls along the values, so the first that fits is found by halving.
      const auto first =
          std::partition_point(candidate.values.begin(), candidate.values.end(),
                               [&](std::int64_t value) { return !fits(changed(value)); });
      if (first == candidate.values.end()) continue;
      return Error{candidate.field, candidate.value, candidate.allowed(*first) + reason};
    }
    return Error{all.front().field, all.front().value,
                 "less, and other fields too: no value of it alone would do" + reason};
  }
  if (shape.inputs > kMostUnits) {
    return Error{"images.shape", std::to_string(shape.inputs) + " numbers a picture",
                 at_most(kMostUnits)};
  }
  return Error{"network.channels", std::to_string(spec.network.channels),
               at_most(kMostUnits / (std::int64_t{shape.height} * shape.width)) +
                   " for pictures of this size"};
}

int evaluation_batch(const Network& network, int points) {
  int batch = kMostAtOnce;
  while (batch > kFewestAtOnce && pass_bytes(network, std::min(batch, points)) > kMostForPass) {
    batch /= 2;
  }
  return std::min(batch, points);
}

std::uint64_t hidden_bytes(const Network& network, int points, int layers) {
  int widest = 0;
  for (int layer = 0; layer < network.hidden_layers(); ++layer) {
    widest = std::max(widest, network.hidden_width(layer));
  }
  return static_cast<std::uint64_t>(layers) * static_cast<std::uint64_t>(points) *
         static_cast<std::uint64_t>(widest) * sizeof(float);
}

int layers_at_once(const Network& network, int points) {
  const std::uint64_t one = std::max<std::uint64_t>(1, hidden_bytes(network, points, 1));
  const auto most = static_cast<std::int64_t>(kMostForLayers / one);
  return static_cast<int>(std::clamp<std::int64_t>(most, 1, network.hidden_layers()));
}

std::uint64_t embedding_bytes(int points, int width) {
  const auto activations = static_cast<std::uint64_t>(points) * static_cast<std::uint64_t>(width);
  const auto side = static_cast<std::uint64_t>(std::min(points, width));
  return activations * (sizeof(float) + sizeof(double)) + 3 * side * side * sizeof(double);
}

std::string memory_text(std::uint64_t bytes) {
  if (bytes >= 1'000'000'000) return decimal_text(static_cast<double>(bytes) / 1e9, 3) + " GB";
  return std::to_string((bytes + 500'000) / 1'000'000) + " MB";
}

}  // namespace reprise
