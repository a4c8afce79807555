#pragma once

#include <nlohmann/json.hpp>

#include "theory/fit.hpp"

namespace reprise {

/// A fit as results speak of it; see `fit_json`. What is no number is null. `with_curve` adds the
/// fitted trajectory.
nlohmann::json fit_to_json(const Fit& fit, bool with_curve = false);

/// The fit that `fit_to_json` wrote, without its curves; NaN for null.
Fit fit_from_json(const nlohmann::json& document);

}  // namespace reprise
