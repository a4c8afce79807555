#include "observe/hidden.hpp"

#include <algorithm>

namespace reprise {

void copy_hidden(const Network& network, const Pass& pass, int layer, Eigen::Index from,
                 FloatMatrix& to) {
  to.middleRows(from, pass.points()) = hidden_view(network, pass, layer);
}

FloatMatrix rows_of(const FloatMatrixMap& points, const std::vector<int>& rows) {
  FloatMatrix chosen(static_cast<Eigen::Index>(rows.size()), points.cols());
  for (Eigen::Index i = 0; i < chosen.rows(); ++i) chosen.row(i) = points.row(rows[i]);
  return chosen;
}

Responses responses(const Network& network, const std::vector<float>& parameters,
                    const FloatMatrixRef& inputs, int layer, Response wanted, Pass& pass) {
  const Eigen::Index points = inputs.rows();
  Responses found;
  if (wanted != Response::kHidden) found.outputs.resize(points, network.outputs());
  if (wanted != Response::kOutputs) found.hidden.resize(points, network.hidden_width(layer));
  for (Eigen::Index from = 0; from < points; from += pass.capacity()) {
    const auto count = static_cast<int>(std::min<Eigen::Index>(pass.capacity(), points - from));
    const float* outputs = network.forward(parameters, inputs.row(from).data(), count, pass);
    if (wanted != Response::kHidden) {
      found.outputs.middleRows(from, count) = FloatMatrixMap(outputs, count, network.outputs());
    }
    if (wanted != Response::kOutputs) {
      copy_hidden(network, pass, layer, from, found.hidden);
    }
  }
  return found;
}

}  // namespace reprise
