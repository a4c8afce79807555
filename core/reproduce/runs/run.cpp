#include "reproduce/runs/run.hpp"

#include <limits>
#include <utility>

#include "experiment/fit_json.hpp"
#include "experiment/spec_json.hpp"
#include "host/memory.hpp"
#include "theory/closed_form.hpp"

namespace reprise::reproduce {
namespace {

using nlohmann::json;

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

Result<Fit> fit_layer(const RunRequest& request, const std::optional<PairTask>& pair,
                      const Records& records, int layer, const System& system) {
  if (!pair) return Error{"observe.points", "without a pair", "at least two points"};
  return fit_pair(request.spec, *pair, records, layer, system);
}

json pair_json(const std::optional<PairTask>& pair) {
  if (!pair) return json();
  return {{"dx2", pair->constants.dx2}, {"dy2", pair->constants.dy2}, {"outputs", pair->outputs}};
}

std::optional<PairTask> read_pair(const json& content) {
  if (!content.is_object()) return std::nullopt;
  return PairTask{{content.value("dx2", kNan), content.value("dy2", kNan)},
                  content.value("outputs", 1)};
}

}  // namespace

json identity(const RunRequest& request) {
  json content = {{"spec", spec_to_json(request.spec)},
                  {"until_loss", request.until_loss},
                  {"fit_layers", request.fit_layers}};
  if (request.pictures) content["pictures"] = request.pictures->digest;
  if (request.look) content["look_name"] = request.look_name;
  if (request.watch) content["watch_name"] = request.watch_name;
  return content;
}

json make_run(const RunRequest& request) {
  json content = identity(request);
  auto created = Experiment::create(
      request.spec, request.pictures ? request.pictures->images : ImageSet{}, memory_limit());
  if (!created) {
    content["status"] = "failed";
    content["message"] = created.error().message();
    return content;
  }
  Experiment& experiment = created.value();
  bool learnt = false;
  const std::int64_t slice = request.spec.observe.every * experiment.steps_per_epoch();
  if (request.watch) {
    content["watched"] = {request.watch(experiment)};
    while (experiment.state() == RunState::kRunning) {
      experiment.advance({slice, 0});
      content["watched"].push_back(request.watch(experiment));
    }
  } else if (request.until_loss > 0) {
    while (!learnt && experiment.advance({slice, 0}) == RunState::kRunning) {
      learnt = experiment.records(experiment.record_count() - 1)(0, 1) < request.until_loss;
    }
  } else {
    experiment.advance({});
  }
  const Records records = experiment.all_records();
  const std::optional<PairTask> pair = pair_task(experiment);
  content["status"] = learnt ? "learnt" : run_state_name(experiment.state());
  content["message"] = experiment.message();
  content["columns"] = column_names(records.columns);
  content["records"] = records.values;
  content["pair"] = pair_json(pair);
  content["fits"] = json::array();
  for (int layer = 0; request.fit_layers && layer < request.spec.network.hidden_layers; ++layer) {
    const auto fit = fit_layer(request, pair, records, layer, {});
    content["fits"].push_back(fit ? fit_to_json(fit.value())
                                  : json{{"error", fit.error().message()}});
  }
  if (request.look) content["look"] = request.look(experiment);
  return content;
}

FinishedRun read_run(const RunRequest& request, const json& content) {
  FinishedRun run{request, content.value("status", "failed"), {}, {}, {}, {}, {}};
  run.look = content.value("look", json());
  run.watched = content.value("watched", json::array());
  run.pair = read_pair(content.value("pair", json()));
  if (const auto* task = std::get_if<TwoPointsTask>(&request.spec.task))
    run.pair = pair_task(*task);
  // The columns follow from the spec.
  run.records.columns = record_columns(request.spec.task, request.spec.observe.points,
                                       request.spec.network.hidden_layers);
  // JSON writes what is no number as null.
  for (const json& value : content.value("records", json::array()))
    run.records.values.push_back(value.is_number() ? value.get<double>() : kNan);
  for (const json& fit : content.value("fits", json::array())) {
    run.fits.push_back(fit.contains("error") ? std::nullopt : std::optional(fit_from_json(fit)));
  }
  return run;
}

const Fit* FinishedRun::fit(int layer) const {
  const auto place = static_cast<std::size_t>(layer);
  return place < fits.size() && fits[place] ? &*fits[place] : nullptr;
}

Result<Fit> refit(const FinishedRun& run, int layer, const System& system) {
  return fit_layer(run.request, run.pair, run.records, layer, system);
}

double predict_final(double h0, double y0, const Constants& constants, double ratio) {
  const auto predicted = final_distance(h0, y0, constants, ratio);
  return predicted ? predicted.value().h_final : kNan;
}

}  // namespace reprise::reproduce
