#pragma once

#include "numerics/matrix.hpp"

namespace reprise {

/// The rotation or reflection R (dimensions x dimensions) that brings `picture` R nearest to `onto`
/// by least squares: orthogonal Procrustes (Schoenemann 1966). Both are points x dimensions, finite
/// and centred alike; their scales do not matter. What the points leave open (a flat cloud may be
/// reflected in its plane, a dot turned at will) is turned as little as possible.
Matrix procrustes_rotation(const MatrixRef& picture, const MatrixRef& onto);

}  // namespace reprise
