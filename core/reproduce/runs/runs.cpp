#include "reproduce/runs/runs.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>
#include <set>
#include <utility>
#include <variant>

#include "experiment/experiment.hpp"
#include "experiment/theory_json.hpp"
#include "host/memory.hpp"
#include "host/pool.hpp"
#include "host/run_files.hpp"

namespace reprise::reproduce {
namespace {

using nlohmann::json;

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

std::string run_file(const std::string& folder, const RunRequest& request) {
  return (std::filesystem::path(folder) / (request.name + ".json")).string();
}

json identity(const RunRequest& request) {
  json content = {{"spec", json::parse(write_spec(request.spec))},
                  {"until_loss", request.until_loss},
                  {"fit_layers", request.fit_layers}};
  if (request.pictures) content["pictures"] = request.pictures->digest;
  if (request.look) content["look_name"] = request.look_name;
  return content;
}

// What the theory has to know of the first observed pair.
json pair_constants(const Experiment& experiment) {
  const Spec& spec = experiment.spec();
  if (const auto* task = std::get_if<TwoPointsTask>(&spec.task)) {
    return {{"dx2", task->dx2}, {"dy2", task->dy2}, {"outputs", 1}};
  }
  if (spec.observe.points.size() < 2) return json();
  const auto looked = experiment.pair_distances({spec.observe.points[0], spec.observe.points[1]}, 0,
                                                Moment::kStart);
  if (!looked) return json();
  const PairDistances& distances = looked.value();
  const auto* images = std::get_if<ImagesTask>(&spec.task);
  return {{"dx2", distances.dx2[0]},
          {"dy2", distances.dy2[0]},
          {"outputs", images ? images->classes.size() : 1}};
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
  if (request.until_loss > 0) {
    const std::int64_t slice = request.spec.observe.every * experiment.steps_per_epoch();
    while (!learnt && experiment.advance({slice, 0}) == RunState::kRunning) {
      learnt = experiment.records(experiment.record_count() - 1)[1] < request.until_loss;
    }
  } else {
    experiment.advance({});
  }
  Table records{experiment.columns(), {}};
  records.values.assign(experiment.records(),
                        experiment.records() + experiment.record_count() * records.columns.size());
  content["status"] = learnt ? "learnt" : run_state_name(experiment.state());
  content["message"] = experiment.message();
  content["columns"] = records.columns;
  content["records"] = records.values;
  content["pair"] = pair_constants(experiment);
  content["fits"] = json::array();
  const FinishedRun run{request, "", records, json::array(), json(), content["pair"]};
  for (int layer = 0; request.fit_layers && layer < request.spec.network.hidden_layers; ++layer) {
    content["fits"].push_back(fit_layer(run, layer));
  }
  if (request.look) content["look"] = request.look(experiment);
  return content;
}

FinishedRun read_run(const std::string& folder, const RunRequest& request) {
  std::ifstream stream(run_file(folder, request));
  const json content = json::parse(stream, nullptr, false);
  FinishedRun run{request,
                  content.value("status", "failed"),
                  {},
                  content.value("fits", json::array()),
                  content.value("look", json()),
                  content.value("pair", json())};
  if (const auto* task = std::get_if<TwoPointsTask>(&request.spec.task)) {
    run.pair = {{"dx2", task->dx2}, {"dy2", task->dy2}, {"outputs", 1}};
  }
  run.records.columns = content.value("columns", std::vector<std::string>());
  // JSON writes what is no number as null.
  for (const json& value : content.value("records", json::array())) {
    run.records.values.push_back(value.is_number() ? value.get<double>() : kNan);
  }
  return run;
}

}  // namespace

std::string h_column(int i, int j, int layer) {
  return "h_" + std::to_string(i) + "_" + std::to_string(j) + "_layer_" + std::to_string(layer);
}

std::vector<double> FinishedRun::column(const std::string& name) const {
  std::vector<double> values;
  const auto place = std::find(records.columns.begin(), records.columns.end(), name);
  if (place == records.columns.end()) return values;
  for (auto i = static_cast<std::size_t>(place - records.columns.begin());
       i < records.values.size(); i += records.columns.size()) {
    values.push_back(records.values[i]);
  }
  return values;
}

double FinishedRun::first(const std::string& name) const {
  const std::vector<double> values = column(name);
  return values.empty() ? kNan : values.front();
}

double FinishedRun::last(const std::string& name) const {
  const std::vector<double> values = column(name);
  return values.empty() ? kNan : values.back();
}

json FinishedRun::fit(int layer) const {
  return static_cast<std::size_t>(layer) < fits.size() ? fits[static_cast<std::size_t>(layer)]
                                                       : json();
}

std::vector<double> fit_curve(const json& fit, const std::string& quantity, std::size_t rows) {
  std::vector<double> values(rows, kNan);
  if (!fit.contains("curve") || !fit["curve"].contains(quantity)) return values;
  const json& curve = fit["curve"][quantity];
  for (std::size_t i = 0; i < rows && i < curve.size(); ++i) {
    if (curve[i].is_number()) values[i] = curve[i].get<double>();
  }
  return values;
}

double predict_final(double h0, double y0, double dx2, double dy2, double ratio) {
  const json options = {{"h0", h0}, {"y0", y0}, {"dx2", dx2}, {"dy2", dy2}, {"ratio", ratio}};
  const auto predicted = predict_json(options.dump());
  return predicted ? json::parse(predicted.value())["final_h"].get<double>() : kNan;
}

json fit_layer(const FinishedRun& run, int layer, const std::string& system, bool curve) {
  const Table& records = run.records;
  const std::vector<int>& points = run.request.spec.observe.points;
  if (!run.pair.is_object() || points.size() < 2)
    return {{"error", "no pair of points is observed"}};
  const std::string pair = std::to_string(points[0]) + "_" + std::to_string(points[1]);
  std::vector<std::size_t> places;
  for (const std::string& name : {std::string("t"), h_column(points[0], points[1], layer),
                                  "y_" + pair, "w_" + pair, std::string("loss"), "mean_" + pair}) {
    const auto place = std::find(records.columns.begin(), records.columns.end(), name);
    if (place == records.columns.end()) return {{"error", "no column " + name}};
    places.push_back(static_cast<std::size_t>(place - records.columns.begin()));
  }
  // Loss and mean belong to the pair only where there are no other points.
  if (!std::holds_alternative<TwoPointsTask>(run.request.spec.task)) places.resize(4);
  std::vector<double> rows;
  for (std::size_t row = 0; row < records.rows(); ++row) {
    for (const std::size_t place : places)
      rows.push_back(records.values[row * records.columns.size() + place]);
  }
  const json options = {{"dx2", run.pair["dx2"]},
                        {"dy2", run.pair["dy2"]},
                        {"outputs", run.pair["outputs"]},
                        {"loss", run.request.spec.training.loss == Loss::kMse ? "mse" : "half_mse"},
                        {"system", system},
                        {"curve", curve}};
  const auto fit = fit_json(rows.data(), static_cast<int>(records.rows()),
                            static_cast<int>(places.size()), options.dump());
  return fit ? json::parse(fit.value()) : json{{"error", fit.error().message()}};
}

Result<std::vector<FinishedRun>> finish_runs(const std::string& folder,
                                             const std::vector<RunRequest>& requests,
                                             const Workers& workers, const std::string& label) {
  std::error_code failure;
  std::filesystem::create_directories(folder, failure);
  std::vector<const RunRequest*> todo;
  std::set<std::string> seen;
  for (const RunRequest& request : requests) {
    if (seen.insert(request.name).second &&
        !is_done(run_file(folder, request), identity(request))) {
      todo.push_back(&request);
    }
  }
  std::stable_sort(todo.begin(), todo.end(), [](const RunRequest* a, const RunRequest* b) {
    return a->spec.seed < b->spec.seed;
  });
  std::atomic<bool> written{true}, all_made{true};
  work_on_all_cores(label, todo.size(), workers.jobs, [&](std::size_t i) {
    // One run is made even so, or a call might not get anywhere.
    if (i > 0 && workers.deadline && std::chrono::steady_clock::now() >= *workers.deadline) {
      all_made = false;
      return;
    }
    const json content = make_run(*todo[i]);
    if (!save_complete(run_file(folder, *todo[i]), content.dump() + "\n")) written = false;
  });
  if (!written) return Error{"--out", folder, "a folder that can be written to"};
  std::vector<FinishedRun> runs;
  if (!all_made) return runs;
  for (const RunRequest& request : requests) runs.push_back(read_run(folder, request));
  return runs;
}

}  // namespace reprise::reproduce
