#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "experiment/experiment.hpp"
#include "observe/alignment.hpp"

namespace reprise {

/// Of chosen training points first their inputs and then every hidden layer of a network as it is
/// now, made ready to be compared with those of another network that learns the same points.
/// Errors: "points" (too few of the task), those of `Experiment::activations`, and "values" where
/// the run has diverged.
Result<std::vector<Representation>> representations(const Experiment& experiment,
                                                    const std::vector<int>& points);

/// The first thing in which two specs differ so that their networks cannot be compared point by
/// point and record by record: a field of the task, `training.epochs` or `observe.every`. The error
/// has the field, what `other` has there, and what `first` has.
std::optional<Error> check_comparable(const Spec& first, const Spec& other);

// The same as blocks of numbers, the way the site asks for them.

/// {"points"?} (see `choose_points`; at least 3) gives the number of points n and of
/// representations m (the inputs, then every hidden layer), n numbers of points, n labels, m
/// widths, and n x width activations of one representation after the other.
Result<std::vector<float>> activations_block(const Experiment& experiment,
                                             std::string_view options);

/// CKA, RSA and Procrustes distance of every representation in one such block with every one in
/// another, row by row, after the numbers of both; NaN where undefined. Errors: "a", "b" (no such
/// block, or not of as many points) and those of `Representation::of`.
Result<std::vector<double>> alignment_block(std::span<const float> a, std::span<const float> b);

}  // namespace reprise
