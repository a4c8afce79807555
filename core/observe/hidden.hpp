#pragma once

#include <vector>

#include "network/network.hpp"
#include "numerics/matrix.hpp"

namespace reprise {

/// Activations of a hidden layer (counted from 0) at the points that were last sent through `pass`:
/// points x hidden_width(layer); valid as long as they stay there.
inline FloatMatrixMap hidden_view(const Network& network, const Pass& pass, int layer) {
  return {network.hidden(pass, layer), pass.points(), network.hidden_width(layer)};
}

/// Copies these activations to the rows of `to`, from row `from` on.
void copy_hidden(const Network& network, const Pass& pass, int layer, Eigen::Index from,
                 FloatMatrix& to);

/// The rows of `points` with these numbers, in this order.
FloatMatrix rows_of(const FloatMatrixMap& points, const std::vector<int>& rows);

/// What a network makes of many inputs.
struct Responses {
  FloatMatrix outputs;  ///< points x the network's outputs.
  FloatMatrix hidden;   ///< points x width of the hidden layer asked for.
};

/// What to keep of them.
enum class Response { kOutputs, kHidden, kBoth };

/// Sends all points, the rows of `inputs`, through the network, as many at a time as `pass` has room
/// for, and keeps what is wanted; the other matrix stays empty. `layer` is a hidden one.
Responses responses(const Network& network, const std::vector<float>& parameters,
                    const FloatMatrixRef& inputs, int layer, Response wanted, Pass& pass);

}  // namespace reprise
