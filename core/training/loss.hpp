#pragma once

#include "training/kinds.hpp"

namespace reprise {

/// Loss of a batch and, if `gradient` is not null, its gradient by the outputs. All arrays are
/// points x dimension, row-major. See `Loss` for what is averaged over what; for the
/// cross-entropy the targets of a point add up to 1.
double batch_loss(Loss loss, int points, int dimension, const float* outputs, const float* targets,
                  float* gradient);

}  // namespace reprise
