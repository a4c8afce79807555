#include "experiment/experiment.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "experiment/json_reader.hpp"
#include "experiment/look.hpp"
#include "experiment/memory.hpp"
#include "experiment/setup.hpp"
#include "experiment/spec_json.hpp"
#include "observe/distances.hpp"
#include "observe/evaluate.hpp"
#include "observe/pairs.hpp"
#include "observe/tangent_kernel.hpp"
#include "training/trainer.hpp"

namespace reprise {
namespace {

TrainingData view(const PointSet& points) {
  return {points.count, points.inputs.data(), points.targets.data()};
}

FloatMatrixMap matrix_of(const std::vector<float>& values, int columns) {
  return {values.data(), static_cast<Eigen::Index>(values.size()) / columns, columns};
}

// The first thing, if any, that cannot change while a run goes on. Documents are compared, not
// specs: the JSON library brings their comparison along, and that of all of a spec would be a
// kilobyte of the module.
std::optional<Error> check_change(const Spec& now, const Spec& wanted) {
  const PointShape before = point_shape(now.task), after = point_shape(wanted.task);
  const char* field = nullptr;
  if (!std::holds_alternative<PlaneTask>(now.task)) {
    field = "task.kind";
  } else if (after.inputs != before.inputs) {
    field = "task.features";
  } else if (after.outputs != before.outputs) {
    field = "task.classes";
  } else if (records_held_out(wanted.task) != records_held_out(now.task)) {
    field = "task.held_out";
  } else {
    nlohmann::json there = spec_to_json(now), here = spec_to_json(wanted);
    for (const char* free : {"learning_rate", "l1", "l2"}) {
      there["training"].erase(free);
      here["training"].erase(free);
    }
    for (const char* section : {"network", "training", "observe", "seed"}) {
      if (field == nullptr && there[section] != here[section]) field = section;
    }
  }
  if (field == nullptr) return std::nullopt;
  return Error{
      field, "changed",
      "as it was: while a run goes on, points in the plane may change, but not their number of "
      "inputs and outputs or whether some are held out, and training.learning_rate, l1 and l2"};
}

}  // namespace

const char* run_state_name(RunState state) {
  switch (state) {
    case RunState::kRunning:
      return "running";
    case RunState::kFinished:
      return "finished";
    case RunState::kDiverged:
      return "diverged";
  }
  return "unknown";
}

struct Experiment::Run {
  Run(Spec given_spec, const PointShape& shape, TaskData given_data, std::uint64_t given_limit)
      : spec(std::move(given_spec)),
        data(std::move(given_data)),
        network(build_network(spec.network, shape)),
        trainer(network, view(data.train), training_options(spec)),
        columns(record_columns(spec.task, spec.observe.points, network.hidden_layers())),
        observing(network, static_cast<int>(spec.observe.points.size()), PassKind::kEvaluation),
        evaluating(network, evaluation_batch(network, data.train.count), PassKind::kEvaluation),
        memory_limit(given_limit),
        memory_taken(memory_need(spec, shape).total()) {
    records.reserve(static_cast<std::size_t>(record_limit(spec)) * columns.size());
    observe_points();
    record_start();
  }

  void observe_points() {
    observed_inputs = chosen_inputs(spec.observe.points);
    observed_targets = chosen_targets(spec.observe.points);
  }

  // Of training points.
  FloatMatrix chosen_inputs(const std::vector<int>& points) const {
    return rows_of(matrix_of(data.train.inputs, network.inputs()), points);
  }
  FloatMatrix chosen_targets(const std::vector<int>& points) const {
    return rows_of(matrix_of(data.train.targets, network.outputs()), points);
  }

  // Begins a record of the present state.
  void begin_record() { look.emplace(network, spec, view(data.train), view(data.held_out)); }

  // Appends the record whose look at all points is complete, unless something measured is not
  // finite: then the run has diverged. A collapse index that is undefined is NaN, and no
  // divergence.
  void finish_record() {
    std::vector<double> row = {epoch()};
    row.insert(row.end(), look->numbers().begin(), look->numbers().end());
    const std::size_t undefined = look->undefined();
    look.reset();
    const auto pairs =
        observe_pairs(network, trainer.parameters(), observed_inputs, observed_targets, observing);
    for (const PairObservation& pair : pairs) {
      row.insert(row.end(), {pair.y, pair.w, pair.mean});
      row.insert(row.end(), pair.h.begin(), pair.h.end());
    }
    const auto finite = static_cast<std::size_t>(
        std::count_if(row.begin(), row.end(), [](double value) { return std::isfinite(value); }));
    if (finite + undefined == row.size()) {
      records.insert(records.end(), row.begin(), row.end());
    } else {
      diverge();
    }
  }

  // The first record, in one go.
  void record_start() {
    begin_record();
    while (!look->part(trainer.parameters(), evaluating)) continue;
    finish_record();
  }

  void diverge() {
    state = RunState::kDiverged;
    if (trainer.steps_taken() == 0) {
      message =
          "Training diverged at epoch 0, before the first step: with these initial weights the "
          "loss is not a finite number. A smaller network.gain keeps the activations within the "
          "range of numbers.";
      return;
    }
    message =
        "Training diverged in epoch " +
        std::to_string(trainer.steps_taken() / trainer.steps_per_epoch()) +
        ": the loss is no longer a finite number. A smaller training.learning_rate or a smaller "
        "network.gain keeps the steps in proportion to the slope.";
  }

  // Whether a look at the run has room for so many bytes beside the run itself.
  std::optional<Error> check_room(std::uint64_t bytes) const {
    if (memory_taken + bytes <= memory_limit) return std::nullopt;
    return Error{spec.network.widths.empty() ? "network.width" : "network.widths",
                 std::to_string(network.hidden_width(0)),
                 "a smaller network: the look takes " + memory_text(bytes) + " beside the run's " +
                     memory_text(memory_taken) + ", for at most " + memory_text(memory_limit)};
  }

  double epoch() const {
    return static_cast<double>(trainer.steps_taken()) /
           static_cast<double>(trainer.steps_per_epoch());
  }

  // The next part of the run: of the record under way, or of a step. True when it completes a step.
  bool part() {
    if (look) {
      if (!look->part(trainer.parameters(), evaluating)) return false;
      finish_record();
      if (is_last() && state == RunState::kRunning) state = RunState::kFinished;
      return false;
    }
    const std::optional<double> loss = trainer.part();
    if (!loss) return false;
    after_step(*loss);
    return true;
  }

  void after_step(double loss) {
    if (!std::isfinite(loss)) return diverge();
    if (trainer.steps_taken() % trainer.steps_per_epoch() != 0) return;
    const std::int64_t done = trainer.steps_taken() / trainer.steps_per_epoch();
    if (is_last() || done % spec.observe.every == 0) begin_record();
  }

  bool is_last() const {
    return trainer.steps_taken() >= trainer.steps_per_epoch() * spec.training.epochs;
  }

  // Whether something is begun that has to be completed before the next step.
  bool under_way() const { return look.has_value() || trainer.within_step(); }

  void complete() {
    while (under_way()) part();
  }

  // The parameters after a whole number of steps: one under way is completed first.
  const std::vector<float>& parameters() {
    if (trainer.within_step()) after_step(trainer.step());
    return trainer.parameters();
  }

  // Bytes of a look at these points, with the initial weights if need be.
  std::uint64_t look_bytes(const std::vector<int>& points) const {
    return network.parameter_count() * sizeof(float) +
           network.layout(static_cast<int>(points.size()), PassKind::kEvaluation).bytes();
  }

  // The initial weights follow from the seed, so nothing need be kept from the start.
  std::vector<float> initial_parameters(Moment moment) const {
    return moment == Moment::kStart ? network.initialise(initial_gains(spec), spec.seed)
                                    : std::vector<float>();
  }
  const std::vector<float>& parameters_at(Moment moment, const std::vector<float>& initial) {
    return moment == Moment::kStart ? initial : parameters();
  }

  // What the network, after a whole number of steps, makes of `inputs`.
  Responses responses(const FloatMatrixRef& inputs, int layer, Response wanted, Pass& pass) {
    return reprise::responses(network, parameters(), inputs, layer, wanted, pass);
  }

  void reset() {
    trainer.reset();
    records.clear();
    message.clear();
    last_embeddings.clear();
    state = RunState::kRunning;
    record_start();
  }

  Spec spec;
  TaskData data;
  const Network network;
  Trainer trainer;
  const std::vector<Column> columns;
  FloatMatrix observed_inputs, observed_targets;
  std::vector<double> records;
  RunState state = RunState::kRunning;
  std::string message;
  std::map<int, Embedding> last_embeddings;  // By layer, to keep the direction of axes.
  Pass observing, evaluating;
  std::optional<Look> look;  // Of the record under way.
  const std::uint64_t memory_limit;
  std::uint64_t memory_taken;
};

Result<Experiment> Experiment::create(const Spec& spec, const ImageSet& images,
                                      std::uint64_t memory_limit) {
  PointShape shape = point_shape(spec.task);
  if (const auto* task = std::get_if<ImagesTask>(&spec.task); task && task->source == "custom") {
    // These may be larger than a spec alone tells.
    shape.height = images.height;
    shape.width = images.width;
    shape.channels = images.channels;
    shape.inputs = std::int64_t{images.height} * images.width * images.channels;
  }
  if (auto error = check_memory(spec, shape, memory_limit)) return *error;
  auto data = load_task(spec.task, images);
  if (!data) return data.error();
  return Experiment(std::make_unique<Run>(spec, shape, std::move(data).value(), memory_limit));
}

Experiment::Experiment(std::unique_ptr<Run> run) : run_(std::move(run)) {}
Experiment::Experiment(Experiment&&) noexcept = default;
Experiment& Experiment::operator=(Experiment&&) noexcept = default;
Experiment::~Experiment() = default;

RunState Experiment::advance(Budget budget) {
  using Clock = std::chrono::steady_clock;
  const Clock::time_point start = Clock::now();
  std::int64_t steps = 0;
  for (bool first = true; run_->state == RunState::kRunning; first = false) {
    if (budget.steps > 0 && steps >= budget.steps && !run_->under_way()) break;
    if (budget.milliseconds > 0 && !first) {
      const std::chrono::duration<double, std::milli> spent = Clock::now() - start;
      if (spent.count() >= budget.milliseconds) break;
    }
    steps += run_->part() ? 1 : 0;
  }
  return run_->state;
}

std::optional<Error> Experiment::replace_points(const Spec& spec) {
  if (auto error = check_change(run_->spec, spec)) return error;
  if (auto error = check_memory(spec, point_shape(spec.task), run_->memory_limit)) return error;
  auto data = load_task(spec.task, {});
  if (!data) return data.error();
  run_->complete();
  // Made anew rather than assigned: code for that is there already.
  std::destroy_at(&run_->spec);
  std::construct_at(&run_->spec, spec);
  std::destroy_at(&run_->data);
  std::construct_at(&run_->data, std::move(data).value());
  run_->trainer.replace(view(run_->data.train), spec.training.learning_rate,
                        spec.training.penalties);
  run_->observe_points();
  run_->last_embeddings.clear();
  run_->memory_taken = memory_need(spec, point_shape(spec.task)).total();
  return std::nullopt;
}

void Experiment::shuffle_targets() {
  run_->complete();
  reprise::shuffle_targets(run_->data.train, run_->spec.seed);
  run_->observe_points();
  run_->reset();
}

void Experiment::reset() { run_->reset(); }

const Spec& Experiment::spec() const { return run_->spec; }
RunState Experiment::state() const { return run_->state; }
double Experiment::epoch() const { return run_->epoch(); }
std::int64_t Experiment::step() const { return run_->trainer.steps_taken(); }
std::int64_t Experiment::steps_per_epoch() const { return run_->trainer.steps_per_epoch(); }
std::uint64_t Experiment::parameter_count() const { return run_->network.parameter_count(); }
std::uint64_t Experiment::memory() const { return run_->memory_taken; }
const std::string& Experiment::message() const { return run_->message; }

const std::vector<Column>& Experiment::columns() const { return run_->columns; }
std::size_t Experiment::record_count() const { return run_->records.size() / run_->columns.size(); }
MatrixMap Experiment::records(std::size_t from) const {
  const std::size_t columns = run_->columns.size();
  return {run_->records.data() + from * columns, static_cast<Eigen::Index>(record_count() - from),
          static_cast<Eigen::Index>(columns)};
}

Records Experiment::all_records() const { return {run_->columns, run_->records}; }

FloatMatrix Experiment::hidden(int layer) const {
  return run_->responses(run_->observed_inputs, layer, Response::kHidden, run_->observing).hidden;
}

FloatMatrix Experiment::all_hidden(int layer) const {
  return run_
      ->responses(matrix_of(run_->data.train.inputs, run_->network.inputs()), layer,
                  Response::kHidden, run_->evaluating)
      .hidden;
}

Result<FloatMatrix> Experiment::first_hidden(int layer, int points) const {
  const Network& network = run_->network;
  const auto out_of_range = [](const char* field, int value, int least, int most) {
    return Error{field, std::to_string(value),
                 "an integer from " + std::to_string(least) + " to " + std::to_string(most)};
  };
  if (layer < 0 || layer >= network.hidden_layers()) {
    return out_of_range("layer", layer, 0, network.hidden_layers() - 1);
  }
  const PointSet& train = run_->data.train;
  if (points < 2 || points > train.count) return out_of_range("points", points, 2, train.count);
  // Twice: whoever asks copies them.
  const std::uint64_t bytes = 2 * sizeof(float) * static_cast<std::uint64_t>(points) *
                              static_cast<std::uint64_t>(network.hidden_width(layer));
  if (auto error = run_->check_room(bytes)) return *error;
  return run_->responses(FloatMatrixMap(train.inputs.data(), points, network.inputs()), layer,
                         Response::kHidden, run_->evaluating)
      .hidden;
}

FloatMatrixMap Experiment::readout_weights() const {
  const Network& network = run_->network;
  const std::vector<float>& parameters = run_->parameters();
  const Eigen::Index outputs = network.outputs(),
                     width = network.hidden_width(network.hidden_layers() - 1);
  // A dense layer in every architecture: its weights, then a bias for each output, end the list.
  return {parameters.data() + static_cast<Eigen::Index>(parameters.size()) - outputs * (width + 1),
          outputs, width};
}

Result<Embedding> Experiment::embedding(int layer, int dimensions) {
  const Network& network = run_->network;
  if (layer < 0 || layer >= network.hidden_layers()) {
    return Error{"layer", std::to_string(layer),
                 "an integer from 0 to " + std::to_string(network.hidden_layers() - 1)};
  }
  const PointSet& points = run_->data.train;
  if (auto error = run_->check_room(embedding_bytes(points.count, network.hidden_width(layer)))) {
    return *error;
  }
  auto found = principal_components(all_hidden(layer), dimensions);
  if (!found) return found;
  Embedding& before = run_->last_embeddings[layer];
  if (before.coordinates.cols() == dimensions) {
    follow(found.value(), before);
  } else {
    orient(found.value(), {{points.targets.data(), points.count, points.output_dimension},
                           {points.inputs.data(), points.count, points.input_dimension}});
  }
  before = found.value();
  return found;
}

Result<std::vector<FloatMatrix>> Experiment::activations(const std::vector<int>& points) const {
  const Network& network = run_->network;
  const PassLayout layout = network.layout(static_cast<int>(points.size()), PassKind::kEvaluation);
  if (auto error = run_->check_room(2 * layout.bytes())) return *error;
  std::vector<FloatMatrix> found = {run_->chosen_inputs(points)};
  Pass pass(network, static_cast<int>(points.size()), PassKind::kEvaluation);
  const float* outputs =
      network.forward(run_->parameters(), found[0].data(), pass.capacity(), pass);
  for (int layer = 0; layer < network.hidden_layers(); ++layer) {
    copy_hidden(network, pass, layer, 0, found.emplace_back(pass.points(), hidden_width(layer)));
  }
  found.push_back(FloatMatrixMap(outputs, pass.points(), network.outputs()));
  return found;
}

Result<PairDistances> Experiment::pair_distances(const std::vector<int>& points, int layer,
                                                 Moment moment) const {
  const Network& network = run_->network;
  if (auto error = run_->check_room(run_->look_bytes(points))) return *error;
  const FloatMatrix inputs = run_->chosen_inputs(points), targets = run_->chosen_targets(points);
  const std::vector<float> initial = run_->initial_parameters(moment);
  Pass pass(network, static_cast<int>(points.size()), PassKind::kEvaluation);
  const FloatMatrixMap outputs(network.forward(run_->parameters_at(moment, initial), inputs.data(),
                                               pass.capacity(), pass),
                               inputs.rows(), network.outputs());
  return PairDistances{squared_distances(hidden_view(network, pass, layer)),
                       squared_distances(outputs), squared_distances(inputs),
                       squared_distances(targets)};
}

Result<PointView> Experiment::point_view(const std::vector<int>& points, int layer,
                                         Moment moment) const {
  const Network& network = run_->network;
  const int count = static_cast<int>(points.size());
  if (auto error =
          run_->check_room(run_->look_bytes(points) + tangent_kernel_bytes(network, count)))
    return *error;
  const FloatMatrix inputs = run_->chosen_inputs(points);
  const std::vector<float> initial = run_->initial_parameters(moment);
  const std::vector<float>& parameters = run_->parameters_at(moment, initial);
  Pass pass(network, count, PassKind::kEvaluation);
  const Responses found =
      reprise::responses(network, parameters, inputs, layer, Response::kBoth, pass);
  return PointView{inner_products(inputs), tangent_kernel(network, parameters, inputs),
                   inner_products(found.hidden), found.outputs.cast<double>(),
                   run_->chosen_targets(points).cast<double>()};
}

std::optional<Error> Experiment::responses(const FloatMatrixRef& inputs, int layer,
                                           Responses& found) {
  const Network& network = run_->network;
  const int batch = evaluation_batch(network, static_cast<int>(inputs.rows()));
  const std::uint64_t bytes =
      network.layout(batch, PassKind::kEvaluation).bytes() +
      static_cast<std::uint64_t>(inputs.rows()) * sizeof(float) *
          static_cast<std::uint64_t>(network.hidden_width(layer) + network.outputs());
  if (auto error = run_->check_room(bytes)) return *error;
  Pass pass(network, batch, PassKind::kEvaluation);
  found = reprise::responses(network, run_->parameters(), inputs, layer, Response::kBoth, pass);
  return std::nullopt;
}

const std::vector<float>& Experiment::parameters() const { return run_->parameters(); }

std::optional<Error> Experiment::set_parameter(double index, double value) {
  const bool there = index >= 0 && index < static_cast<double>(parameter_count());
  const bool whole = there && index == std::floor(index);
  const float kept = static_cast<float>(value);
  if (!whole || !std::isfinite(kept)) {
    return Error{whole ? "value" : "index", number_json(whole ? value : index).dump(),
                 whole ? "a finite number" : "the number of a parameter, from 0"};
  }
  run_->complete();
  run_->trainer.set_parameter(static_cast<std::size_t>(index), kept);
  return std::nullopt;
}

Result<std::vector<float>> Experiment::next_step() {
  const NetworkSpec& network = run_->spec.network;
  if (network.kind != NetworkKind::kMlp || network.dropout > 0 || network.input_dropout > 0 ||
      network.hidden_layers > 6 || parameter_count() > 160) {
    return Error{"parameters", std::to_string(parameter_count()),
                 "at most 160, in at most 6 hidden layers of an mlp without dropout"};
  }
  run_->complete();
  std::vector<float> block;
  if (!run_->trainer.show_step(block)) return Error{"values", "not finite", "a finite loss"};
  return block;
}

int Experiment::hidden_width(int layer) const { return run_->network.hidden_width(layer); }
int Experiment::observed_points() const { return run_->observing.capacity(); }

const std::vector<int>& Experiment::train_labels() const { return run_->data.train.labels; }
const std::vector<int>& Experiment::held_out_labels() const { return run_->data.held_out.labels; }
const std::vector<int>& Experiment::train_indices() const { return run_->data.train_indices; }
const std::vector<int>& Experiment::held_out_indices() const { return run_->data.held_out_indices; }

FloatMatrix Experiment::held_out_outputs() const {
  return run_
      ->responses(matrix_of(run_->data.held_out.inputs, run_->network.inputs()), 0,
                  Response::kOutputs, run_->evaluating)
      .outputs;
}

}  // namespace reprise
