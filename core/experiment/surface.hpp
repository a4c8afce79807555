#pragma once

#include <string_view>
#include <vector>

#include "experiment/experiment.hpp"

namespace reprise {

/// What the network of a task in the plane, as it is now, makes of the whole plane, in one batched
/// pass over a square grid and all points of the task.
///
/// Options: {"layer" (a hidden one, from 0), "extent"? (of the square [-extent, extent]^2, above 0
/// and at most 100; 1.25), "across"? (points of the grid along a side, 2 to 401; 101), "map_every"?
/// (1 to 100; 2) and "line_every"? (1 to 100; 5), which divide across - 1: every so many points of
/// the grid along a side is one of the maps, or of the bent lines}. Grids begin at (-extent,
/// -extent) and go along x first.
///
/// Gives, one after another: across, points of a map along a side (m), units of the layer, points
/// of the bent grid along a side (l), the network's outputs, the number of points, and 1 if their
/// places in the layer are its activations (a layer of up to three units) or else 0; the shares of
/// variance that the three axes of those places show; x, y and target of every point in the task's
/// order; the outputs at the grid, a whole grid for each; the layer's activations, m x m for each
/// unit; and three coordinates for each of the l x l points of the bent grid and then for each
/// point: along the principal components of them all. Errors: "task.kind", "layer" and the other
/// options, and those of `Experiment::responses` and `principal_components`.
Result<std::vector<float>> surface_block(Experiment& experiment, std::string_view options);

}  // namespace reprise
