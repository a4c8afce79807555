#include "theory/integrate.hpp"

#include "theory/validate.hpp"

namespace reprise {

Result<Trajectory> integrate(const System& system, const Constants& constants, const Rates& rates,
                             const State& start, const std::vector<double>& times,
                             const IntegrationOptions& options) {
  if (auto error = check_constants(constants)) return *error;
  if (auto error = check_rates(rates)) return *error;
  if (auto error = check_start(constants, start)) return *error;
  if (auto error = check_times(times)) return *error;

  Trajectory result;
  if (times.empty()) return result;
  const double ratio = rates.ratio();
  const double clock = Units::natural(constants, ratio, start).clock(rates.eta_y);
  const Curve curve(system, constants, ratio, start, clock * times.back(), options);

  result.end = curve.how_it_ended();
  result.end_time = result.complete() ? times.back() : curve.end() / clock;
  result.steps = static_cast<int>(curve.steps());
  result.states.reserve(times.size());
  std::size_t segment = 0;
  for (const double time : times) {
    if (!result.complete() && clock * time > curve.end()) break;
    result.states.push_back(curve.at(clock * time, segment));
  }
  return result;
}

}  // namespace reprise
