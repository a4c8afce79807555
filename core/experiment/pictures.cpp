#include "experiment/pictures.hpp"

#include <optional>
#include <string>
#include <utility>

#include "observe/procrustes.hpp"
#include "observe/scaling_series.hpp"

namespace reprise {
namespace {

std::optional<Error> outside(const char* field, int value, int least, int most) {
  if (value >= least && value <= most) return std::nullopt;
  return Error{field, std::to_string(value),
               "an integer from " + std::to_string(least) + " to " + std::to_string(most)};
}

Error wrong_length(const char* field, Eigen::Index length, const std::string& allowed) {
  return {field, std::to_string(length) + " numbers", allowed + " numbers"};
}

void append(std::vector<double>& block, const Matrix& matrix) {
  block.insert(block.end(), matrix.data(), matrix.data() + matrix.size());
}

}  // namespace

Result<std::vector<double>> scaling_block(const VectorRef& squared_distances, const VectorRef& onto,
                                          int points, int dimensions) {
  if (auto error = outside("points", points, 2, 200)) return *error;
  if (auto error = outside("dimensions", dimensions, 1, 10)) return *error;
  const Eigen::Index pairs = points * (points - 1) / 2;
  if (squared_distances.size() % pairs != 0) {
    return wrong_length("squared_distances", squared_distances.size(),
                        "a multiple of " + std::to_string(pairs));
  }
  if (onto.size() != 0 && onto.size() != points * dimensions) {
    return wrong_length("onto", onto.size(), std::to_string(points * dimensions));
  }
  const auto found = scaling_series(
      MatrixMap(squared_distances.data(), squared_distances.size() / pairs, pairs), points,
      dimensions, MatrixMap(onto.data(), onto.size() / dimensions, dimensions));
  if (!found) return found.error();
  std::vector<double> block = {static_cast<double>(found.value().shares.size())};
  const std::vector<double>& shares = found.value().shares;
  block.insert(block.end(), shares.begin(), shares.end());
  append(block, found.value().coordinates);
  return block;
}

Result<std::vector<double>> turned_block(const VectorRef& coordinates, const VectorRef& onto,
                                         int dimensions) {
  if (auto error = outside("dimensions", dimensions, 1, 10)) return *error;
  const Eigen::Index points = coordinates.size() / dimensions;
  if (points == 0 || points * dimensions != coordinates.size()) {
    return wrong_length("coordinates", coordinates.size(),
                        "a multiple of " + std::to_string(dimensions));
  }
  if (onto.size() != coordinates.size()) {
    return wrong_length("onto", onto.size(), std::to_string(coordinates.size()));
  }
  for (const auto& [name, values] : {std::pair{"coordinates", &coordinates}, {"onto", &onto}}) {
    if (!values->allFinite()) return Error{name, "not finite", "finite numbers"};
  }
  const MatrixMap picture(coordinates.data(), points, dimensions);
  const Matrix turned =
      picture.lazyProduct(procrustes_rotation(picture, MatrixMap(onto.data(), points, dimensions)));
  std::vector<double> block = {static_cast<double>(points)};
  append(block, turned);
  return block;
}

}  // namespace reprise
