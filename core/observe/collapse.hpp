#pragma once

#include <optional>

#include "numerics/matrix.hpp"

namespace reprise {

/// How far a layer has merged points that differ only in what the task does not ask for.
///
/// `values` holds the activations of the feature collapse task's points, 2 side^2 x width, in the
/// order of `feature_collapse_points`. The index is the mean squared distance of points that differ
/// only in the irrelevant coordinate over that of points that differ only in the relevant one. It
/// is 0 when the irrelevant feature has collapsed and near 1 when the layer treats both alike. It is
/// undefined, and empty here, where points that differ only in the relevant coordinate have equal
/// activations: a layer whose units are all dead, for example.
std::optional<double> collapse_index(const FloatMatrixRef& values, int side);

}  // namespace reprise
