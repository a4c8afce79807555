#include "observe/scaling_series.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

#include "observe/embedding.hpp"
#include "observe/procrustes.hpp"

namespace reprise {

Result<ScalingSeries> scaling_series(const MatrixRef& squared_distances, int points, int dimensions,
                                     const MatrixRef& onto) {
  const Eigen::Index moments = squared_distances.rows();
  const Eigen::Index pairs = Eigen::Index{points} * (points - 1) / 2;
  if (moments == 0 || squared_distances.cols() != pairs) {
    return Error{"squared_distances",
                 std::to_string(moments) + " x " + std::to_string(squared_distances.cols()),
                 "at least one row of " + std::to_string(pairs) + ", one a pair of points"};
  }
  const bool turned = onto.rows() > 0;
  if (turned && (onto.rows() != points || onto.cols() != dimensions || !onto.allFinite())) {
    return Error{"onto", std::to_string(onto.rows()) + " x " + std::to_string(onto.cols()),
                 std::to_string(points) + " x " + std::to_string(dimensions) + " finite numbers"};
  }

  ScalingSeries series;
  series.coordinates.resize(moments * points, dimensions);
  Matrix distances = Matrix::Zero(points, points);
  Matrix before = onto;
  for (Eigen::Index moment = 0; moment < moments; ++moment) {
    Eigen::Index pair = 0;
    for (int i = 0; i < points; ++i) {
      for (int j = i + 1; j < points; ++j, ++pair) {
        distances(i, j) = distances(j, i) = squared_distances(moment, pair);
      }
    }
    auto placed = multidimensional_scaling(distances, dimensions);
    if (!placed) {
      Error error = placed.error();
      if (error.field == "squared_distances") error.field += "[" + std::to_string(moment) + "]";
      return error;
    }
    const auto& [coordinates, shares] = placed.value();
    const double share = std::accumulate(shares.begin(), shares.end(), 0.0);
    series.shares.push_back(share > 0 ? std::min(share, 1.0) : 1.0);
    auto picture = series.coordinates.middleRows(moment * points, points);
    if (before.rows() > 0) {
      picture = coordinates.lazyProduct(procrustes_rotation(coordinates, before));
    } else {
      picture = coordinates;
    }
    before = picture;
  }
  return series;
}

}  // namespace reprise
