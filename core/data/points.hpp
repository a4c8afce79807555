#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "data/images.hpp"
#include "data/sources.hpp"

namespace reprise {

/// Points to train or test on, one row each.
struct PointSet {
  int count = 0;
  int input_dimension = 0;
  int output_dimension = 0;
  std::vector<float> inputs;   ///< count x input_dimension, row by row.
  std::vector<float> targets;  ///< count x output_dimension, row by row.
  std::vector<int>
      labels;  ///< count values: a picture's label; in the toy tasks, the number of the point.
  int height = 0, width = 0, channels = 0;  ///< Pictures only: the shape of an input.
  std::vector<int> classes;  ///< Pictures only: the label each output stands for (the target is 1
                             ///< there, else 0).
};

/// The two-point task: inputs -1 and -1 + sqrt(dx2), targets 0.6 and 0.6 + sqrt(dy2), or centred on
/// zero -sqrt(dy2) / 2 and sqrt(dy2) / 2, one dimension each.
PointSet two_points(double dx2, double dy2, bool centred_targets = false);

/// Exclusive or: inputs (0,0), (0,1), (1,0), (1,1), targets 0, 1, 1, 0.
PointSet xor_points();

/// The chosen pictures, normalised by `scales` (one a channel), with one-hot targets over
/// `classes`. Inputs lie as in the `ImageSet`: row by row, the channels of a pixel side by side.
/// Every index must be in range and its picture's label among `classes`, as in a `Subset` from
/// `select`.
PointSet image_points(const ImageSet& images, std::span<const int> indices,
                      std::span<const int> classes, std::span<const ChannelScale> scales);

/// Gives every point the target of another, in an order drawn from the seed. Orders after which all
/// targets lie as far apart as before are drawn again, up to a hundred times: of XOR's six a third
/// would ask for the same. Labels stay.
void shuffle_targets(PointSet& points, std::uint64_t seed);

/// Feature collapse: every input is a 5 x 5 picture of one blob, and a context that says which of
/// the blob's two coordinates is asked for. The centres form a grid of `side` x `side` over [-1,
/// 1]^2; the pixels lie at the corners, edges and middle of the same square; a blob is Gaussian
/// with variance 1, scaled to sum 1. Inputs: 25 pixels row by row, then the context as one-hot of
/// two. Target: the centre's x in context 0, its y in context 1. Point number (context * side +
/// row) * side + column has its centre in that row (y) and column (x), both counted upwards. 2
/// side^2 points.
PointSet feature_collapse_points(int side);

}  // namespace reprise
