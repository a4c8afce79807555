#pragma once

#include <span>
#include <vector>

#include "experiment/experiment.hpp"
#include "numerics/matrix.hpp"

namespace reprise {

// The points of a hidden layer as a cloud, in two steps: what only a run knows, and what can be
// made of that anywhere. The site takes the first from the module that trains and the second from
// the one that makes pictures.

/// A hidden layer at the first `points` training points, with what tells how they are gathered by
/// class: the number of points n, the layer's width, the number of classes C (0 for tasks that are
/// not of pictures) and that of rows of weights; the class of each point, 0 to C - 1 (with C = 0 no
/// number); n x width activations; and, of the last hidden layer, the C x width weights that
/// read it out, of others none. Errors: "layer", "points" (2 to all), "network.width" (no room).
Result<std::vector<float>> layer_block(const Experiment& experiment, int layer, int points);

/// A picture of such a layer. `onto` is a picture before, n x 3 and then n x 2 numbers, onto which
/// the new ones are turned by a rotation or reflection (observe/procrustes.hpp), or empty. Gives n;
/// three axes' shares of the variance; spread, angles and agreement (observe/neural_collapse.hpp;
/// NaN with no classes); the principal components in three dimensions, n x 3, and in two, n x 2;
/// and for each point the numbers of its `neighbours` (0 to 20, below n) nearest others in the
/// layer, n x as many. Errors: "layer" (not as above), "onto", "neighbours", and those of
/// `principal_components`.
Result<std::vector<double>> cloud_block(std::span<const float> layer, const VectorRef& onto,
                                        int neighbours);

}  // namespace reprise
