#pragma once

#include <optional>

#include "theory/search.hpp"

namespace reprise {

/// A first guess of the rates, without integrating the theory. Integrated over the measured rows,
/// the three equations are linear in both rates, so linear least squares solves them. This works
/// from the first few rows on, long before the end of h is in sight. None if the rows make no
/// positive rates.
std::optional<Rates> rough_rates(const FitProblem& problem);

}  // namespace reprise
