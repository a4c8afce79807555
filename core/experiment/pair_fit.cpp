#include "experiment/pair_fit.hpp"

namespace reprise {

PairTask pair_task(const TwoPointsTask& task) { return {{task.dx2, task.dy2}}; }

std::optional<PairTask> pair_task(const Experiment& experiment) {
  const Spec& spec = experiment.spec();
  if (const auto* task = std::get_if<TwoPointsTask>(&spec.task)) return pair_task(*task);
  const auto pair = first_pair(spec.observe);
  if (!pair) return std::nullopt;
  const auto looked = experiment.pair_distances({pair->i, pair->j}, 0, Moment::kStart);
  if (!looked) return std::nullopt;
  const PairDistances& distances = looked.value();
  const auto* images = std::get_if<ImagesTask>(&spec.task);
  return PairTask{{distances.dx2[0], distances.dy2[0]},
                  images ? static_cast<int>(images->classes.size()) : 1};
}

std::optional<Error> check_theory(const TrainingSpec& training) {
  if (training.loss != Loss::kCrossEntropy) return std::nullopt;
  return Error{"training.loss", loss_name(training.loss),
               "\"half_mse\" or \"mse\": the theory is for squared errors"};
}

double loss_scale(Loss loss, int outputs) { return (loss == Loss::kMse ? 2.0 : 1.0) / outputs; }

Result<Fit> fit_pair(const Spec& spec, const PairTask& task, const Records& records, int layer,
                     const System& system) {
  if (auto error = check_theory(spec.training)) return *error;
  const auto pair = first_pair(spec.observe);
  if (!pair) return Error{"observe.points", "fewer than two points", "a pair of points"};
  const Column h(Quantity::kH, *pair, layer);
  if (!records.has(h)) {
    return Error{"layer", std::to_string(layer),
                 "an integer from 0 to " + std::to_string(spec.network.hidden_layers - 1)};
  }
  Measurement measurement = {records.column(Quantity::kTime),
                             records.column(h),
                             records.column({Quantity::kY, *pair}),
                             records.column({Quantity::kW, *pair}),
                             {},
                             {}};
  if (std::holds_alternative<TwoPointsTask>(spec.task)) {
    measurement.loss = records.column(Quantity::kLoss);
    measurement.initial_mean_error = records.first({Quantity::kMean, *pair});
  }
  FitOptions options;
  options.system = system;
  options.loss_scale = loss_scale(spec.training.loss, task.outputs);
  return fit_rates(measurement, task.constants, options);
}

}  // namespace reprise
