// The part of the boundary that knows experiments. What each function takes and gives stands in
// reprise.h.

#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "boundary.hpp"
#include "data/images.hpp"
#include "experiment/alignment.hpp"
#include "experiment/cloud.hpp"
#include "experiment/experiment.hpp"
#include "experiment/spec.hpp"
#include "experiment/surface.hpp"
#include "experiment/views_json.hpp"
#include "reprise.h"

namespace {

using nlohmann::json;
using reprise::Error;
using reprise::Experiment;
using reprise::boundary::error_text;
using reprise::boundary::give_numbers;
using reprise::boundary::give_text;
using reprise::boundary::remember_error;

// What the module remembers between calls. One worker drives one module, so nothing here is shared.
struct Module {
  std::map<int, Experiment> experiments;
  int last_handle = 0;
  std::vector<float> floats;    // The last block of floats returned,
  reprise::FloatMatrix matrix;  // and the last matrix of them.
};

Module& module() {
  static Module instance;
  return instance;
}

Experiment* find(int handle) {
  const auto entry = module().experiments.find(handle);
  return entry == module().experiments.end() ? nullptr : &entry->second;
}

Error unknown(int handle) {
  return {"handle", std::to_string(handle), "the handle of an experiment that was created"};
}

std::string unknown_handle(int handle) { return error_text(unknown(handle)); }

// A block of floats for the caller, valid until the next call; a 0 alone if there is none.
const float* give_floats(reprise::Result<std::vector<float>> block) {
  if (!block) remember_error(block.error());
  module().floats = block ? std::move(block).value() : std::vector<float>{0.0f};
  return module().floats.data();
}

// 1, or 0 where something was refused.
int settle(const std::optional<Error>& error) {
  if (error) remember_error(*error);
  return error ? 0 : 1;
}

}  // namespace

const std::uint8_t* reprise_validate(const char* text, std::size_t length) {
  const auto spec = reprise::parse_spec({text, length});
  if (!spec) return give_text(error_text(spec.error()));
  return give_text("{\"spec\":" + reprise::write_spec(spec.value()) + "}");
}

int reprise_create(const char* text, std::size_t length, const std::uint8_t* images,
                   std::size_t images_length, const std::uint8_t* labels,
                   std::size_t labels_length) {
  const auto fail = [](const Error& error) {
    remember_error(error);
    return 0;
  };
  const auto spec = reprise::parse_spec({text, length});
  if (!spec) return fail(spec.error());
  reprise::ImageSet image_set;
  if (images_length > 0) {
    // CIFAR-10's files hold pictures and labels together.
    auto parsed = labels_length > 0
                      ? reprise::parse_idx({images, images_length}, {labels, labels_length})
                      : reprise::parse_cifar10({images, images_length});
    if (!parsed) return fail(parsed.error());
    image_set = std::move(parsed).value();
  }
  auto experiment = Experiment::create(spec.value(), image_set);
  if (!experiment) return fail(experiment.error());
  const int handle = ++module().last_handle;
  module().experiments.emplace(handle, std::move(experiment).value());
  return handle;
}

void reprise_destroy(int handle) { module().experiments.erase(handle); }

const std::uint8_t* reprise_describe(int handle) {
  const Experiment* experiment = find(handle);
  if (experiment == nullptr) return give_text(unknown_handle(handle));
  std::vector<int> hidden_widths;
  for (int layer = 0; layer < experiment->spec().network.hidden_layers; ++layer)
    hidden_widths.push_back(experiment->hidden_width(layer));
  json description = {{"columns", reprise::column_names(experiment->columns())},
                      {"parameters", experiment->parameter_count()},
                      {"memory", experiment->memory()},
                      {"steps_per_epoch", experiment->steps_per_epoch()},
                      {"total_epochs", experiment->spec().training.epochs},
                      {"hidden_layers", experiment->spec().network.hidden_layers},
                      {"hidden_widths", hidden_widths},
                      {"observed_points", experiment->observed_points()},
                      {"train_labels", experiment->train_labels()},
                      {"held_out_labels", experiment->held_out_labels()},
                      {"train_indices", experiment->train_indices()},
                      {"held_out_indices", experiment->held_out_indices()}};
  std::string text = description.dump();
  text.pop_back();
  return give_text(text + ",\"spec\":" + reprise::write_spec(experiment->spec()) + "}");
}

int reprise_advance(int handle, double max_steps, double max_milliseconds) {
  Experiment* experiment = find(handle);
  if (experiment == nullptr) return -1;
  // A limit that is none may be infinite, and infinity is no integer.
  const bool limited = max_steps > 0 && max_steps < 9e15;
  return static_cast<int>(
      experiment->advance({limited ? static_cast<std::int64_t>(std::ceil(max_steps)) : 0,
                           std::isfinite(max_milliseconds) ? max_milliseconds : 0}));
}

const std::uint8_t* reprise_status(int handle) {
  const Experiment* experiment = find(handle);
  if (experiment == nullptr) return give_text(unknown_handle(handle));
  return give_text(json{{"status", reprise::run_state_name(experiment->state())},
                        {"epoch", experiment->epoch()},
                        {"step", experiment->step()},
                        {"message", experiment->message()}}
                       .dump());
}

void reprise_reset(int handle) {
  if (Experiment* experiment = find(handle)) experiment->reset();
}

int reprise_record_count(int handle) {
  const Experiment* experiment = find(handle);
  return experiment == nullptr ? 0 : static_cast<int>(experiment->record_count());
}

const double* reprise_records(int handle, int from) {
  const Experiment* experiment = find(handle);
  if (experiment == nullptr || from < 0 ||
      static_cast<std::size_t>(from) > experiment->record_count()) {
    return nullptr;
  }
  return experiment->records(static_cast<std::size_t>(from)).data();
}

const float* reprise_hidden(int handle, int layer) {
  const Experiment* experiment = find(handle);
  if (experiment == nullptr || layer < 0 || layer >= experiment->spec().network.hidden_layers) {
    return nullptr;
  }
  module().matrix = experiment->hidden(layer);
  return module().matrix.data();
}

const float* reprise_held_out_outputs(int handle) {
  const Experiment* experiment = find(handle);
  if (experiment == nullptr) return nullptr;
  module().matrix = experiment->held_out_outputs();
  return module().matrix.data();
}

const double* reprise_embedding(int handle, const char* options, std::size_t length) {
  Experiment* experiment = find(handle);
  if (experiment == nullptr) return give_numbers(unknown(handle));
  return give_numbers(reprise::embedding_block(*experiment, {options, length}));
}

const double* reprise_structure(int handle, const char* options, std::size_t length) {
  const Experiment* experiment = find(handle);
  if (experiment == nullptr) return give_numbers(unknown(handle));
  return give_numbers(reprise::structure_block(*experiment, {options, length}));
}

const float* reprise_parameters(int handle) {
  const Experiment* experiment = find(handle);
  return experiment == nullptr ? nullptr : experiment->parameters().data();
}

int reprise_set_parameter(int handle, double index, double value) {
  Experiment* experiment = find(handle);
  return settle(experiment == nullptr ? unknown(handle) : experiment->set_parameter(index, value));
}

const float* reprise_next_step(int handle) {
  Experiment* experiment = find(handle);
  return give_floats(experiment == nullptr ? unknown(handle) : experiment->next_step());
}

int reprise_replace_points(int handle, const char* text, std::size_t length) {
  Experiment* experiment = find(handle);
  if (experiment == nullptr) return settle(unknown(handle));
  const auto spec = reprise::parse_spec({text, length});
  return settle(spec ? experiment->replace_points(spec.value()) : spec.error());
}

const float* reprise_surface(int handle, const char* options, std::size_t length) {
  Experiment* experiment = find(handle);
  return give_floats(experiment == nullptr
                         ? unknown(handle)
                         : reprise::surface_block(*experiment, {options, length}));
}

const float* reprise_activations(int handle, const char* options, std::size_t length) {
  const Experiment* experiment = find(handle);
  return give_floats(experiment == nullptr
                         ? unknown(handle)
                         : reprise::activations_block(*experiment, {options, length}));
}

const float* reprise_layer(int handle, int layer, int points) {
  const Experiment* experiment = find(handle);
  return give_floats(experiment == nullptr ? unknown(handle)
                                           : reprise::layer_block(*experiment, layer, points));
}

void reprise_shuffle_targets(int handle) {
  if (Experiment* experiment = find(handle)) experiment->shuffle_targets();
}
