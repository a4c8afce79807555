#include "experiment/fit_json.hpp"

#include <cmath>
#include <limits>

namespace reprise {
namespace {

using nlohmann::json;

constexpr std::pair<const char*, double Rates::*> kRates[] = {{"eta_h", &Rates::eta_h},
                                                              {"eta_y", &Rates::eta_y}};
constexpr std::pair<const char*, double Fit::*> kNumbers[] = {
    {"ratio", &Fit::ratio}, {"sse", &Fit::sse},   {"r2_h", &Fit::r2_h},
    {"r2_y", &Fit::r2_y},   {"r2_w", &Fit::r2_w}, {"final_h", &Fit::final_h}};
constexpr std::pair<const char*, double LossFit::*> kLossNumbers[] = {
    {"initial_mean_error", &LossFit::initial_mean_error},
    {"sse", &LossFit::sse},
    {"r2", &LossFit::r2}};

// JSON has no NaN; null stands for a number that does not exist.
json number_or_null(double value) { return std::isfinite(value) ? json(value) : json(nullptr); }

double number_or_nan(const json& document, const char* field) {
  const auto value = document.find(field);
  return value != document.end() && value->is_number() ? value->get<double>()
                                                       : std::numeric_limits<double>::quiet_NaN();
}

template <class Object, class Fields>
void write(const Object& object, const Fields& fields, json& document) {
  for (const auto& [name, member] : fields) document[name] = number_or_null(object.*member);
}

template <class Object, class Fields>
void read(const json& document, const Fields& fields, Object& object) {
  for (const auto& [name, member] : fields) object.*member = number_or_nan(document, name);
}

json curve_json(const Fit& fit) {
  json h = json::array(), y = json::array(), w = json::array();
  for (const State& state : fit.curve) {
    h.push_back(state.h);
    y.push_back(state.y);
    w.push_back(state.w);
  }
  json curve = {{"h", std::move(h)}, {"y", std::move(y)}, {"w", std::move(w)}};
  if (fit.loss) curve["loss"] = fit.loss->curve;
  return curve;
}

}  // namespace

json fit_to_json(const Fit& fit, bool with_curve) {
  json result = {{"converged", fit.converged}, {"evaluations", fit.evaluations}};
  write(fit.rates, kRates, result);
  write(fit.relative_error, kRates, result["relative_error"]);
  write(fit, kNumbers, result);
  if (fit.loss) {
    result["eta_m"] = fit.loss->eta_m;
    write(*fit.loss, kLossNumbers, result["loss"]);
  }
  if (with_curve) result["curve"] = curve_json(fit);
  return result;
}

Fit fit_from_json(const json& document) {
  Fit fit;
  fit.converged = document.value("converged", false);
  fit.evaluations = document.value("evaluations", 0);
  read(document, kRates, fit.rates);
  read(document.value("relative_error", json::object()), kRates, fit.relative_error);
  read(document, kNumbers, fit);
  if (document.contains("loss")) {
    fit.loss.emplace();
    fit.loss->eta_m = number_or_nan(document, "eta_m");
    read(document["loss"], kLossNumbers, *fit.loss);
  }
  return fit;
}

}  // namespace reprise
