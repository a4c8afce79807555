#pragma once

#include <optional>
#include <vector>

#include "experiment/experiment.hpp"

namespace reprise {

/// Training points that are looked at together.
struct PointChoice {
  std::vector<int> points;  ///< Their numbers: pictures by label; feature collapse by context, then
                            ///< by relevant coordinate.
  std::vector<int> labels;  ///< One a point: a picture's label; for feature collapse the context.
};

/// So many of the training points: pictures, points in the plane and toy tasks from 2 to 200 and at
/// most all of them, taken from the first on, so that classes have equal shares; feature collapse,
/// 2 m^2 for a grid of m x m centres in both contexts, m from 2 to 10 and at most the task's side.
/// Empty: 100 (98 for feature collapse), or as many as there are. Error: "points".
Result<PointChoice> choose_points(const Experiment& experiment, std::optional<int> asked);

}  // namespace reprise
