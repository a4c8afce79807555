#include "theory/equations.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace reprise {
namespace {

std::vector<std::pair<std::string, System>> named_systems() {
  System double_y;
  double_y.y_scale = 2.0;
  System double_h;
  double_h.h_scale = 2.0;
  System flip_last_w;
  flip_last_w.w_last = -1.0;
  System drop_second_y;
  drop_second_y.y_second = 0.0;
  return {{"paper", System{}},
          {"double_y", double_y},
          {"double_h", double_h},
          {"flip_last_w", flip_last_w},
          {"drop_second_y", drop_second_y}};
}

}  // namespace

std::vector<std::string> system_names() {
  std::vector<std::string> names;
  for (const auto& [name, system] : named_systems()) names.push_back(name);
  return names;
}

Result<System> find_system(std::string_view name) {
  std::string allowed;
  for (const auto& [known, system] : named_systems()) {
    if (known == name) return system;
    allowed += (allowed.empty() ? "" : ", ") + known;
  }
  return Error{"system", "\"" + std::string(name) + "\"", "one of " + allowed};
}

State derivative(const System& system, const Constants& constants, const Rates& rates,
                 const State& state) {
  const auto [h, y, w] = state;
  const double encoder = rates.eta_h * constants.dx2;
  const double decoder = rates.eta_y;
  return {-system.h_scale * encoder * w,
          -system.y_scale * w * (system.y_first * decoder * h + system.y_second * encoder * y / h),
          -0.5 * system.w_first * decoder * (3.0 * w - y + constants.dy2) * h -
              0.5 * system.w_last * encoder * (y + w) * w / h};
}

bool satisfies_cauchy_schwarz(const Constants& constants, const State& state, double slack) {
  const double bound = std::sqrt(std::max(state.y, 0.0) * constants.dy2);
  // What y and w themselves were rounded to counts as well: with Y = 0 the bound alone is zero.
  const double scale = std::max({bound, std::fabs(state.y), std::fabs(state.w)});
  return std::fabs(state.y - state.w) <= bound + slack * scale;
}

}  // namespace reprise
