#include "experiment/cloud.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "observe/embedding.hpp"
#include "observe/neural_collapse.hpp"
#include "observe/procrustes.hpp"

namespace reprise {
namespace {

using Eigen::Index;

constexpr Index kHeader = 4;
constexpr int kAxes = 3, kMostNeighbours = 20;

/// A layer block, read.
struct LayerPoints {
  int classes = 0;
  std::vector<int> labels;
  FloatMatrixMap values, weights;
};

// Whether a number of the header is a whole one from `least` on that a block may hold.
bool is_count(float number, float least) {
  return number >= least && number <= 1e7f && number == std::floor(number);
}

std::optional<LayerPoints> read(std::span<const float> block) {
  const float* at = block.data();
  if (block.size() < kHeader || !is_count(at[0], 2) || !is_count(at[1], 1) || !is_count(at[2], 0) ||
      !is_count(at[3], 0)) {
    return std::nullopt;
  }
  const auto points = static_cast<Index>(at[0]), width = static_cast<Index>(at[1]);
  const auto classes = static_cast<Index>(at[2]), rows = static_cast<Index>(at[3]);
  const Index labelled = classes > 0 ? points : 0;
  // In doubles, which hold products that sizes may not.
  const double length = kHeader + static_cast<double>(labelled) +
                        static_cast<double>(points + rows) * static_cast<double>(width);
  if (length != static_cast<double>(block.size()) || (rows != 0 && rows != classes)) {
    return std::nullopt;
  }
  at += kHeader;
  LayerPoints layer = {static_cast<int>(classes),
                       {},
                       FloatMatrixMap(at + labelled, points, width),
                       FloatMatrixMap(at + labelled + points * width, rows, width)};
  for (Index point = 0; point < labelled; ++point) {
    if (!is_count(at[point], 0) || !(at[point] < static_cast<float>(classes))) return std::nullopt;
    layer.labels.push_back(static_cast<int>(at[point]));
  }
  return layer;
}

// Appends a picture, turned onto the one before where there is one.
void append_turned(const MatrixRef& picture, const double* onto, std::vector<double>& block) {
  Matrix turned = picture;
  if (onto != nullptr) {
    turned = picture.lazyProduct(
        procrustes_rotation(picture, MatrixMap(onto, picture.rows(), picture.cols())));
  }
  block.insert(block.end(), turned.data(), turned.data() + turned.size());
}

}  // namespace

Result<std::vector<float>> layer_block(const Experiment& experiment, int layer, int points) {
  const auto hidden = experiment.first_hidden(layer, points);
  if (!hidden) return hidden.error();
  const FloatMatrix& values = hidden.value();
  const auto* task = std::get_if<ImagesTask>(&experiment.spec().task);
  const std::size_t classes = task == nullptr ? 0 : task->classes.size();
  const bool last = layer == experiment.spec().network.hidden_layers - 1;
  const FloatMatrixMap weights = experiment.readout_weights();
  const bool read_out = classes > 0 && last;
  std::vector<float> block = {static_cast<float>(points), static_cast<float>(values.cols()),
                              static_cast<float>(classes),
                              static_cast<float>(read_out ? weights.rows() : 0)};
  if (classes > 0) {
    // As they are dealt: see data/subset.hpp.
    for (int point = 0; point < points; ++point) {
      block.push_back(static_cast<float>(static_cast<std::size_t>(point) % classes));
    }
  }
  block.insert(block.end(), values.data(), values.data() + values.size());
  if (read_out) block.insert(block.end(), weights.data(), weights.data() + weights.size());
  return block;
}

Result<std::vector<double>> cloud_block(std::span<const float> block, const VectorRef& onto,
                                        int neighbours) {
  const auto layer = read(block);
  if (!layer) {
    return Error{"layer", std::to_string(block.size()) + " numbers",
                 "the points of a hidden layer"};
  }
  const Index points = layer->values.rows();
  const Index most = std::min<Index>(kMostNeighbours, points - 1);
  if (neighbours < 0 || neighbours > most) {
    return Error{"neighbours", std::to_string(neighbours),
                 "an integer from 0 to " + std::to_string(most)};
  }
  const Index both = (kAxes + 2) * points;
  if ((onto.size() != 0 && onto.size() != both) || !onto.allFinite()) {
    return Error{"onto", std::to_string(onto.size()) + " numbers",
                 "none, or " + std::to_string(both) + " finite numbers"};
  }
  const auto placed = principal_components(layer->values, kAxes);
  if (!placed) return placed.error();
  const Embedding& embedding = placed.value();
  const NeuralCollapse gathered =
      layer->classes > 1
          ? neural_collapse(layer->values, layer->labels, layer->classes, layer->weights)
          : NeuralCollapse{std::nan(""), std::nan(""), std::nan("")};

  std::vector<double> found = {static_cast<double>(points)};
  found.insert(found.end(), embedding.shares.begin(), embedding.shares.end());
  found.insert(found.end(), {gathered.spread, gathered.angles, gathered.agreement});
  const double* before = onto.size() == 0 ? nullptr : onto.data();
  append_turned(embedding.coordinates, before, found);
  append_turned(embedding.coordinates.leftCols(2),
                before == nullptr ? nullptr : before + kAxes * points, found);
  for (const int number : nearest_points(layer->values, neighbours)) {
    found.push_back(static_cast<double>(number));
  }
  return found;
}

}  // namespace reprise
