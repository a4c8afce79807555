#include "experiment/theory_json.hpp"

#include <cmath>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

#include "experiment/field_reader.hpp"
#include "experiment/fit_json.hpp"
#include "experiment/json_reader.hpp"
#include "experiment/pair_fit.hpp"
#include "theory/closed_form.hpp"
#include "theory/fit.hpp"
#include "theory/integrate.hpp"

namespace reprise {
namespace {

using nlohmann::json;

constexpr double kLargest = 1e50;

double required_number(const FieldReader& fields, const char* key) {
  if (fields.find(key) == nullptr) fields.reject(key, "a number");
  return fields.number(key, -kLargest, kLargest, 0.0);
}

Constants read_constants(const FieldReader& fields) {
  return {required_number(fields, "dx2"), required_number(fields, "dy2")};
}

// A factor of a term: enough to double it, flip its sign, drop it, or try anything between.
constexpr double kLargestFactor = 10.0;

constexpr std::pair<const char*, double System::*> kFactors[] = {
    {"h_scale", &System::h_scale},   {"y_scale", &System::y_scale}, {"y_first", &System::y_first},
    {"y_second", &System::y_second}, {"w_first", &System::w_first}, {"w_last", &System::w_last}};

System read_system(const FieldReader& fields) {
  const json* value = fields.find("system");
  if (value != nullptr && value->is_object()) {
    System system;
    std::vector<std::string> names;
    for (const auto& [name, factor] : kFactors) names.push_back(name);
    const FieldReader terms = fields.object("system", names);
    for (const auto& [name, factor] : kFactors)
      system.*factor = terms.number(name, -kLargestFactor, kLargestFactor, system.*factor);
    return system;
  }
  const std::vector<std::string> names = system_names();
  const auto system = find_system(names[fields.choice("system", names, 0)]);
  return system ? system.value() : System{};
}

// Rows of t, h, y, w and optionally loss and mean. A loss that is NaN in every row was not
// measured; one that is NaN in some is refused where the fit checks its rows.
Measurement to_measurement(const MatrixRef& rows) {
  Measurement measurement;
  bool has_loss = false;
  for (Eigen::Index i = 0; i < rows.rows(); ++i) {
    measurement.t.push_back(rows(i, 0));
    measurement.h.push_back(rows(i, 1));
    measurement.y.push_back(rows(i, 2));
    measurement.w.push_back(rows(i, 3));
    if (rows.cols() >= 5) measurement.loss.push_back(rows(i, 4));
    has_loss = has_loss || (rows.cols() >= 5 && !std::isnan(rows(i, 4)));
  }
  if (!has_loss) measurement.loss.clear();
  if (rows.cols() >= 6 && rows.rows() > 0 && std::isfinite(rows(0, 5))) {
    measurement.initial_mean_error = rows(0, 5);
  }
  return measurement;
}

// A number, or a list of them, of the field `key`.
std::vector<double> read_numbers(const FieldReader& fields, const char* key, bool& is_list) {
  const json* value = fields.find(key);
  if (value != nullptr && value->is_number()) return {value->get<double>()};
  if (value == nullptr || !value->is_array()) {
    fields.reject(key, "a number or a list of numbers");
    return {};
  }
  is_list = true;
  std::vector<double> numbers;
  for (const json& entry : *value) {
    if (!entry.is_number()) {
      fields.reject(key, "a number or a list of numbers");
      return {};
    }
    numbers.push_back(entry.get<double>());
  }
  return numbers;
}

}  // namespace

Result<std::string> fit_json(const MatrixRef& rows, std::string_view options) {
  if (rows.cols() < 4) {
    return Error{"columns", std::to_string(rows.cols()), "t, h, y, w and optionally loss and mean"};
  }
  const auto document = read_json(options);
  if (!document) return document.error();
  std::optional<Error> error;
  const FieldReader fields(&document.value(), "",
                           {"dx2", "dy2", "system", "loss", "outputs", "curve"}, error);
  const Constants constants = read_constants(fields);
  FitOptions fit_options;
  fit_options.system = read_system(fields);
  const Loss loss =
      fields.choice("loss", {"half_mse", "mse"}, 0) == 0 ? Loss::kHalfMse : Loss::kMse;
  fit_options.loss_scale = loss_scale(loss, fields.integer("outputs", 1, 1000000, 1));
  const json* curve = fields.find("curve");
  if (curve != nullptr && !curve->is_boolean()) fields.reject("curve", "true or false");
  if (error) return *error;
  const auto fit = fit_rates(to_measurement(rows), constants, fit_options);
  if (!fit) return fit.error();
  return fit_to_json(fit.value(), curve != nullptr && curve->get<bool>()).dump();
}

Result<Matrix> theory_rows(std::string_view options) {
  const auto document = read_json(options);
  if (!document) return document.error();
  std::optional<Error> error;
  const FieldReader fields(
      &document.value(), "",
      {"h0", "y0", "w0", "dx2", "dy2", "eta_h", "eta_y", "system", "until", "points"}, error);
  const State start = {required_number(fields, "h0"), required_number(fields, "y0"),
                       required_number(fields, "w0")};
  const Constants constants = read_constants(fields);
  const Rates rates = {required_number(fields, "eta_h"), required_number(fields, "eta_y")};
  const System system = read_system(fields);
  const double until = fields.positive("until", kLargest, 0.0);
  if (fields.find("until") == nullptr) fields.reject("until", "a number above 0");
  const int points = fields.integer("points", 2, 100000, 200);
  if (error) return *error;

  std::vector<double> times(points);
  for (int i = 0; i < points; ++i) times[i] = until * i / (points - 1);
  const auto trajectory = integrate(system, constants, rates, start, times);
  if (!trajectory) return trajectory.error();
  const std::vector<State>& states = trajectory.value().states;
  Matrix rows(static_cast<Eigen::Index>(states.size()), 4);
  for (std::size_t i = 0; i < states.size(); ++i) {
    const auto row = static_cast<Eigen::Index>(i);
    rows(row, 0) = times[i];
    rows(row, 1) = states[i].h;
    rows(row, 2) = states[i].y;
    rows(row, 3) = states[i].w;
  }
  return rows;
}

Result<std::string> predict_json(std::string_view options) {
  const auto document = read_json(options);
  if (!document) return document.error();
  std::optional<Error> error;
  const FieldReader fields(&document.value(), "", {"h0", "y0", "dx2", "dy2", "ratio"}, error);
  bool is_list = false;
  const char* const keys[] = {"h0", "y0", "dx2", "dy2"};
  std::vector<double> columns[4];
  for (int i = 0; i < 4; ++i) columns[i] = read_numbers(fields, keys[i], is_list);
  const double ratio = required_number(fields, "ratio");
  if (error) return *error;
  for (int i = 1; i < 4; ++i) {
    if (columns[i].size() != columns[0].size()) {
      fields.reject(keys[i],
                    "a list as long as h0, with " + std::to_string(columns[0].size()) + " entries");
      return *error;
    }
  }
  json finals = json::array();
  for (std::size_t i = 0; i < columns[0].size(); ++i) {
    const auto final =
        final_distance(columns[0][i], columns[1][i], {columns[2][i], columns[3][i]}, ratio);
    if (!final) {
      Error problem = final.error();
      if (is_list && problem.field != "ratio") problem.field += "[" + std::to_string(i) + "]";
      return problem;
    }
    finals.push_back(final.value().h_final);
  }
  return json{{"final_h", is_list ? finals : finals[0]}}.dump();
}

}  // namespace reprise
