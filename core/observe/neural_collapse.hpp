#pragma once

#include <vector>

#include "numerics/matrix.hpp"

namespace reprise {

/// How far a layer has gathered its points by class: the marks of neural collapse (Papyan, Han and
/// Donoho 2020), towards which the last hidden layer of a network goes that is trained long after
/// it makes no mistake. A number is NaN where it is undefined.
struct NeuralCollapse {
  /// Spread within classes over spread between them: the mean squared distance of points from the
  /// mean of their class, over that of the class means from the mean of all classes; 0 where every
  /// class is one point. The ratio of the traces of the two covariances, in place of the paper's
  /// tr(S_W S_B^+) / C, whose inverse makes much of directions in which next to nothing varies.
  /// Undefined where all class means coincide.
  double spread = 0;
  /// How far the class means are from the corners of a simplex, seen from their middle: the mean
  /// over pairs of classes of |cos + 1 / (C - 1)|. 0 where all angles are as wide as C directions
  /// can be from one another; always 0 for two classes. Undefined where a class mean lies in the
  /// middle.
  double angles = 0;
  /// The cosine, -1 to 1, between the class means, seen from their middle, and the weights of the
  /// last layer, both taken as one list of C x width numbers: 1 where each class's weights point at
  /// its mean and all have lengths in one proportion. Undefined where there are no weights, or
  /// either list is all zero.
  double agreement = 0;
};

/// `values` (points x width) are the activations of a layer, `labels` the class of each point, 0 to
/// `classes` - 1. `weights` are those of the layer after it, a row for each class (classes x
/// width), or of no rows where another layer lies between. A class without points leaves all
/// undefined, and so does what is not finite.
NeuralCollapse neural_collapse(const FloatMatrixRef& values, const std::vector<int>& labels,
                               int classes, const FloatMatrixRef& weights);

/// For each point its nearest others, nearest first: points x `count` row numbers, where `count` is
/// below the number of points. Of points equally far the earlier comes first.
std::vector<int> nearest_points(const FloatMatrixRef& values, int count);

}  // namespace reprise
