#pragma once

#include "numerics/matrix.hpp"
#include "numerics/result.hpp"

namespace reprise {

/// The arc-cosine kernel of degree 1 (Cho and Saul 2009), applied `depth` times: inner products of
/// the hidden points of a wide network with so many hidden layers, zero biases and units that give
/// z above 0 and `slope` times z below (0: ReLU; 0.01: leaky ReLU; 1: linear, which leaves the
/// kernel as it is). Each layer is scaled so that the points keep their lengths. `gram` holds the
/// inputs' inner products, not about their mean. The same bits in every build.
Matrix arc_cosine_kernel(const Matrix& gram, int depth, double slope);

/// `kernel` scaled so that its points are as far apart as those of `gram`, squared distances on
/// average, so that one ratio of rates means the same for both. A kernel of points that are all one
/// stays as it is.
Matrix scaled_to(const Matrix& gram, const Matrix& kernel);

/// The angle whose cosine is `cosine` (-1 to 1), from 0 to pi, written out with IEEE operations
/// only, so that it has the same bits on every machine. Error below 1e-15.
double arc_cosine(double cosine);

}  // namespace reprise
