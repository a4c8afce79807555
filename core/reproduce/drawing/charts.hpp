#pragma once

#include <string>
#include <vector>

#include "numerics/matrix.hpp"
#include "reproduce/figure.hpp"

namespace reprise::reproduce {

/// h, y and w of the first observed pair at a hidden layer, measured and as `fit` (with its curve;
/// may be null) has them.
Panel distance_panel(const FinishedRun& run, int layer, const Fit* fit);

/// The loss, measured and as `fit` (with its curve; may be null) has it.
Panel loss_panel(const FinishedRun& run, const Fit* fit);

/// Squared distances of points, which `labels` name.
Panel matrix_panel(const std::string& id, const std::string& heading, const MatrixRef& distances,
                   const std::vector<std::string>& labels);

/// Adds matrices that belong together, with one scale for all of them.
void add_matrices(std::vector<Panel> matrices, const std::string& group, Outcome& outcome);

/// A series of dots.
Series dots(const std::string& id, const std::string& label, const std::string& name,
            const std::string& colour, std::vector<double> x, std::vector<double> y);

/// A line; `role` is not kPoints.
Series line(const std::string& id, const std::string& label, const std::string& name, Role role,
            const std::string& colour, std::vector<double> x, std::vector<double> y);

}  // namespace reprise::reproduce
