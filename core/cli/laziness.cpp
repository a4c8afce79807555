#include "cli/laziness.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "experiment/joint_comparison.hpp"
#include "experiment/point_choice.hpp"

namespace reprise::cli {
namespace {

using nlohmann::json;

json number_or_null(const std::optional<double>& number) { return number ? json(*number) : json(); }

json agreement_json(const Matrix& predicted, const Matrix& measured,
                    const std::vector<int>& labels) {
  const Agreement found = agreement(predicted, measured, labels);
  return {{"correlation", number_or_null(found.correlation)},
          {"correlation_across_labels", number_or_null(found.across_labels)},
          {"r2", number_or_null(found.r2)},
          {"root_mean_square_error", found.root_mean_square_error}};
}

struct Theory {
  std::string name;
  std::optional<Matrix> distances;
};

}  // namespace

Result<Looks> Looks::at_start(const Experiment& experiment, const LookOptions& options) {
  Looks made;
  made.options_ = options;
  const Spec& spec = experiment.spec();
  made.layer_ = spec.observe.layer;
  if (options.points > 0) {
    auto choice = choose_points(experiment, options.points);
    if (!choice) return choice.error();
    made.points_ = std::move(choice.value().points);
    made.labels_ = std::move(choice.value().labels);
  } else {
    made.points_ = spec.observe.points;
    for (const int point : made.points_)
      made.labels_.push_back(experiment.train_labels()[static_cast<std::size_t>(point)]);
  }
  auto view = joint_view(experiment, made.points_, made.layer_, Moment::kStart);
  if (!view) return view.error();
  made.start_ = std::move(view).value();
  made.gauge_.columns = {"t",
                         "kernel_start",
                         "kernel_change",
                         "kernel_targets",
                         "kernel_start_centred",
                         "kernel_targets_centred"};
  if (options.gauge == 0) return made;
  made.add_row(0, made.start_.view);
  // Evenly over the epochs that are recorded, the last among them.
  const std::int64_t every = spec.observe.every, epochs = spec.training.epochs;
  const std::int64_t records = (epochs + every - 1) / every;
  const std::int64_t looks = std::min<std::int64_t>(options.gauge, records);
  for (std::int64_t k = looks; k > 0; --k) {
    const std::int64_t epoch = std::min(records * k / looks * every, epochs);
    made.steps_.push_back(epoch * experiment.steps_per_epoch());
  }
  return made;
}

std::int64_t Looks::next_step() const {
  return steps_.empty() ? std::numeric_limits<std::int64_t>::max() : steps_.back();
}

void Looks::add_row(double t, const PointView& view) {
  const Matrix& targets = view.targets;
  const KernelMotion moved =
      kernel_motion(view.tangent, start_.view.tangent, targets * targets.transpose());
  for (const double value :
       {t, moved.start, moved.change, moved.targets, moved.start_centred, moved.targets_centred})
    gauge_.values.push_back(value);
}

std::optional<Error> Looks::look(const Experiment& experiment) {
  if (experiment.step() < next_step()) return std::nullopt;
  steps_.pop_back();
  const auto view = experiment.point_view(points_, layer_, Moment::kNow);
  if (!view) return view.error();
  add_row(experiment.epoch(), view.value());
  return std::nullopt;
}

Result<std::vector<std::pair<std::string, std::string>>> Looks::files(
    const Experiment& experiment) const {
  std::vector<std::pair<std::string, std::string>> found;
  if (options_.gauge > 0) found.emplace_back("gauge.csv", to_csv(gauge_));
  if (!options_.joint) return found;
  const auto now = experiment.point_view(points_, layer_, Moment::kNow);
  if (!now) return now.error();
  const Matrix initial = distances_of(start_.view.hidden),
               measured = distances_of(now.value().hidden);
  json theories = json::object();
  std::vector<Theory> columns;
  const auto add = [&](const char* name, const Result<JointPrediction>& prediction, bool joint) {
    columns.push_back({name, std::nullopt});
    if (!prediction) {
      theories[name] = {{"error", prediction.error().message()}};
      return;
    }
    const JointPrediction& said = prediction.value();
    json theory = agreement_json(said.distances, measured, labels_);
    theory["ratio"] = said.ratio;
    theory["ratio_fitted"] = options_.ratio == 0;
    if (joint) theory["error_left"] = said.error;
    theories[name] = theory;
    columns.back().distances = said.distances;
  };
  theories["initial"] = agreement_json(initial, measured, labels_);
  const auto ratio = options_.ratio == 0 ? std::nullopt : std::optional(options_.ratio);
  add("pairs", predict_pairs(experiment, points_, layer_, ratio), false);
  for (const InputKernel kernel :
       {InputKernel::kLinear, InputKernel::kArcCosine, InputKernel::kTangent})
    add(input_kernel_name(kernel), predict_jointly(start_, measured, kernel, ratio), true);

  Table table{{"a", "b", "initial", "measured"}, {}};
  for (const Theory& theory : columns) table.columns.push_back(theory.name);
  const auto n = static_cast<Eigen::Index>(points_.size());
  for (Eigen::Index i = 0; i < n; ++i) {
    for (Eigen::Index j = i + 1; j < n; ++j) {
      const auto point = [&](Eigen::Index k) {
        return static_cast<double>(points_[static_cast<std::size_t>(k)]);
      };
      for (const double value : {point(i), point(j), initial(i, j), measured(i, j)})
        table.values.push_back(value);
      for (const Theory& theory : columns) {
        table.values.push_back(theory.distances ? (*theory.distances)(i, j)
                                                : std::numeric_limits<double>::quiet_NaN());
      }
    }
  }
  found.emplace_back("joint.csv", to_csv(table));
  found.emplace_back(
      "joint.json",
      json{{"layer", layer_}, {"points", points_}, {"labels", labels_}, {"theories", theories}}
              .dump(2) +
          "\n");
  return found;
}

}  // namespace reprise::cli
