#pragma once

#include <cstdint>
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
/// representations m (the inputs, every hidden layer, the outputs), n numbers of points, n labels,
/// m widths, and n x width activations of one representation after the other.
Result<std::vector<float>> activations_block(const Experiment& experiment,
                                             std::string_view options);

/// Of such blocks of the same points, one after another, those pairs that `pairs` names (two
/// numbers of blocks each, from 0): CKA, RSA and Procrustes distance of every representation of the
/// one with every one of the other, row by row, pair by pair, after the number of comparisons; NaN
/// where undefined. `shuffled` names four blocks each: of a network, of its twin with shuffled
/// targets, and the same of another; what `align_shuffled` makes of them follows, rows being the
/// first network's. Errors: "blocks" (no such blocks, or not of as many points), "pairs" (none),
/// either of blocks that are not there or, "shuffled", of twins that are not built alike; and those
/// of `Representation::of`.
Result<std::vector<double>> alignment_block(std::span<const float> blocks,
                                            std::span<const std::int32_t> pairs,
                                            std::span<const std::int32_t> shuffled);

/// Of two such blocks, one after the other, a representation of each (`layers`: numbers from 0) in
/// one picture; see `overlay`. `onto` holds points x dimensions numbers or none. Gives the number
/// of points, the share, the Procrustes distance, and the coordinates of both, points x dimensions
/// each. Errors: "blocks", "layers", "dimensions" (not from 1 to 10), "onto" and those of
/// `Representation::of`.
Result<std::vector<double>> overlay_block(std::span<const float> blocks,
                                          std::span<const std::int32_t> layers, int dimensions,
                                          const VectorRef& onto);

}  // namespace reprise
