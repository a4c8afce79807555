#include "experiment/plane_fields.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include "experiment/json_reader.hpp"

namespace reprise {
namespace {

using nlohmann::json;

constexpr std::size_t kMostPoints = 500;
constexpr double kFarthest = 10, kMaximumSeed = 9007199254740991.0;  // 2^53 - 1

bool has_choice_of_classes(const PlaneTask& task) {
  return task.shape == PlaneShape::kGaussians || (task.shape == PlaneShape::kOwn && !task.numbers);
}

// x, y and target of own points, one after another.
void read_points(const FieldReader& fields, PlaneTask& task) {
  const json* values = fields.find("points");
  if (values == nullptr) return;
  const std::string place = "x, y and " + std::string(task.numbers ? "number" : "class");
  if (!values->is_array() || values->empty() || values->size() % 3 != 0 ||
      values->size() > 3 * kMostPoints) {
    fields.reject("points", "a list of " + place + " of 1 to " + std::to_string(kMostPoints) +
                                " points, one after another");
    return;
  }
  task.points.clear();
  for (const json& value : *values) {
    const std::size_t at = task.points.size();
    const double number = value.is_number() ? value.get<double>() : 2 * kFarthest;
    const bool is_class = at % 3 == 2 && !task.numbers;
    const bool good = is_class ? whole_number(value, 0, task.classes - 1).has_value()
                               : number >= -kFarthest && number <= kFarthest;
    if (!good) {
      fields.reject_value(
          "points", brief_json(value) + " as entry " + std::to_string(at + 1) + " of the list",
          is_class ? "a class from 0 to " + std::to_string(task.classes - 1)
                   : "a number from -10 to 10");
      return;
    }
    task.points.push_back(number);
  }
}

void read_features(const FieldReader& fields, PlaneTask& task) {
  const json* values = fields.find("features");
  if (values == nullptr) return;
  task.features.clear();
  bool good = values->is_array() && !values->empty();
  for (std::size_t k = 0; good && k < values->size(); ++k) {
    const json& value = (*values)[k];
    const auto* named =
        std::find_if(std::begin(kPlaneFeatures), std::end(kPlaneFeatures),
                     [&](const char* name) { return value.is_string() && value == name; });
    const auto feature = static_cast<PlaneFeature>(named - std::begin(kPlaneFeatures));
    good = named != std::end(kPlaneFeatures) &&
           std::find(task.features.begin(), task.features.end(), feature) == task.features.end();
    task.features.push_back(feature);
  }
  if (good) return;
  std::string names;
  for (const char* name : kPlaneFeatures) {
    names += (names.empty() ? "" : ", ") + brief_quoted(name);
  }
  fields.reject("features", "a list of different ones of " + names);
}

}  // namespace

PlaneTask read_plane(const FieldReader& document) {
  const FieldReader fields =
      document.object("task", {"kind", "shape", "target", "classes", "count", "noise", "seed",
                               "held_out", "points", "features"});
  PlaneTask task;
  task.shape = static_cast<PlaneShape>(
      fields.choice("shape", {std::begin(kPlaneShapes), std::end(kPlaneShapes)},
                    static_cast<std::size_t>(task.shape)));
  const bool own = task.shape == PlaneShape::kOwn;
  if (own) task.numbers = fields.choice("target", {"class", "number"}, 0) == 1;
  const bool classes = has_choice_of_classes(task);
  struct Rule {
    const char* key;
    bool there;
    const char* unless;
  };
  const Rule rules[] = {
      {"target", own, "task.shape is \"own\""},
      {"points", own, "task.shape is \"own\""},
      {"count", !own, "task.shape is another than \"own\""},
      {"noise", !own, "task.shape is another than \"own\""},
      {"seed", !own, "task.shape is another than \"own\""},
      {"classes", classes, "task.shape is \"gaussians\", or \"own\" with task.target \"class\""}};
  for (const Rule& rule : rules) {
    if (!rule.there && fields.find(rule.key) != nullptr) {
      fields.reject(rule.key, std::string("nothing, unless ") + rule.unless);
    }
  }
  if (classes) task.classes = fields.integer("classes", 2, 4, task.classes);
  if (own) {
    read_points(fields, task);
  } else {
    task.count = fields.integer("count", 2, kMostPoints, task.count);
    task.noise = fields.number("noise", 0, 1, task.noise);
    task.seed = static_cast<std::uint64_t>(fields.whole("seed", 0, kMaximumSeed, 1));
  }
  task.held_out = fields.number("held_out", 0, 0.8, task.held_out);
  const int trained = plane_training_points(task);
  if (trained < 2) {
    fields.reject_value(
        "held_out", number_json(task.held_out).dump(),
        "a share that leaves 2 points or more to be trained on, of which it leaves " +
            std::to_string(trained) + " of " + std::to_string(plane_count(task)));
  }
  read_features(fields, task);
  return task;
}

void append_plane_fields(const PlaneTask& task, Fields& fields) {
  fields.emplace_back("shape", kPlaneShapes[static_cast<int>(task.shape)]);
  const bool own = task.shape == PlaneShape::kOwn;
  if (own) fields.emplace_back("target", task.numbers ? "number" : "class");
  if (has_choice_of_classes(task)) fields.emplace_back("classes", task.classes);
  if (own) {
    json points = json::array();
    for (const double value : task.points) points.push_back(number_json(value));
    fields.emplace_back("points", std::move(points));
  } else {
    fields.emplace_back("count", task.count);
    fields.emplace_back("noise", number_json(task.noise));
    fields.emplace_back("seed", task.seed);
  }
  fields.emplace_back("held_out", number_json(task.held_out));
  json features = json::array();
  for (const PlaneFeature feature : task.features) {
    features.push_back(kPlaneFeatures[static_cast<int>(feature)]);
  }
  fields.emplace_back("features", std::move(features));
}

}  // namespace reprise
