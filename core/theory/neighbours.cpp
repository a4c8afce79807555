// The paper's smoothing of predictions, apart from the rest of pairs.hpp: as Eigen's, it is compiled otherwise.

#include <algorithm>

#include "numerics/exponential.hpp"
#include "numerics/matrix.hpp"
#include "theory/pairs.hpp"

namespace reprise {

std::vector<double> smooth_over_neighbours(const std::vector<double>& prediction,
                                           const std::vector<double>& separation,
                                           std::size_t points) {
  const auto n = static_cast<Eigen::Index>(points);
  Matrix kernel(n, n);
  std::transform(separation.begin(), separation.end(), kernel.data(),
                 [](double value) { return exponential(-value); });
  std::vector<double> result(separation.size());
  const Matrix weighted = kernel.lazyProduct(MatrixMap(prediction.data(), n, n));
  Eigen::Map<Matrix>(result.data(), n, n) = weighted.lazyProduct(kernel);
  return result;
}

}  // namespace reprise
