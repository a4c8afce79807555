#include "experiment/joint.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>

#include "theory/input_kernel.hpp"
#include "theory/pairs.hpp"

namespace reprise {
namespace {

using Eigen::Index;

// The block of a view, read back.
struct Block {
  JointView view;
  std::vector<int> labels;
};

// Blocks are of at most so many points.
constexpr double kMostPoints = 200, kMostOutputs = 100'000;

std::optional<Block> read_block(std::span<const double> block) {
  if (block.size() < 4) return std::nullopt;
  const double rows = block[0], columns = block[1];
  if (!(rows >= 2 && rows <= kMostPoints && columns >= 1 && columns <= kMostOutputs))
    return std::nullopt;
  const Index n = static_cast<Index>(rows), outputs = static_cast<Index>(columns);
  if (static_cast<Index>(block.size()) != 4 + 2 * n + 3 * n * n + 2 * n * outputs)
    return std::nullopt;
  Block found;
  found.view.depth = static_cast<int>(block[2]);
  if (block[3] >= 0) found.view.slope = block[3];
  const double* at = block.data() + 4 + n;
  for (Index i = 0; i < n; ++i) found.labels.push_back(static_cast<int>(*at++));
  PointView& view = found.view.view;
  for (Matrix* square : {&view.inputs, &view.tangent, &view.hidden}) {
    *square = MatrixMap(at, n, n);
    at += n * n;
  }
  for (Matrix* values : {&view.outputs, &view.targets}) {
    *values = MatrixMap(at, n, outputs);
    at += n * outputs;
  }
  return found;
}

Error no_blocks() {
  return {"blocks", "others",
          "two blocks of the same points, as the module that trains gives them"};
}

bool same_points(const std::optional<Block>& start, const std::optional<Block>& now) {
  return start && now && start->labels.size() == now->labels.size();
}

}  // namespace

const char* input_kernel_name(InputKernel kernel) {
  switch (kernel) {
    case InputKernel::kLinear:
      return "linear";
    case InputKernel::kArcCosine:
      return "arc_cosine";
    case InputKernel::kTangent:
      return "tangent";
  }
  return "unknown";
}

Matrix distances_of(const Matrix& inner_products) {
  Matrix distances = -2 * inner_products;
  distances.rowwise() += inner_products.diagonal().transpose();
  distances.colwise() += inner_products.diagonal();
  return distances;
}

Result<JointPoints> joint_points(const JointView& start, InputKernel kernel) {
  const PointView& view = start.view;
  Matrix inputs = view.inputs;
  if (kernel == InputKernel::kTangent) inputs = view.tangent;
  if (kernel == InputKernel::kArcCosine) {
    if (!start.slope) {
      return Error{
          "kernel", "arc_cosine",
          "linear or tangent: only perceptrons of ReLU, leaky ReLU or linear units have an "
          "arc-cosine kernel"};
    }
    inputs = arc_cosine_kernel(view.inputs, start.depth, *start.slope);
  }
  return JointPoints{scaled_to(view.inputs, inputs), view.hidden, view.outputs, view.targets};
}

Result<JointPrediction> predict_jointly(const JointView& start, const Matrix& measured,
                                        InputKernel kernel, std::optional<double> ratio) {
  const auto points = joint_points(start, kernel);
  if (!points) return points.error();
  if (!ratio) {
    // Of single pairs the ratio is found without integration, and is of the same size.
    const Matrix before = distances_of(start.view.hidden), inputs = distances_of(start.view.inputs);
    const Matrix &y = start.view.outputs, &t = start.view.targets;
    PairStarts pairs;
    std::vector<double> now;
    for (Index i = 0; i < before.rows(); ++i) {
      for (Index j = i + 1; j < before.rows(); ++j) {
        // Of points that are one at the start a pair alone can say nothing.
        if (!(before(i, j) > 0) || !(inputs(i, j) > 0)) continue;
        pairs.h0.push_back(before(i, j));
        pairs.y0.push_back((y.row(i) - y.row(j)).squaredNorm());
        pairs.dx2.push_back(inputs(i, j));
        pairs.dy2.push_back((t.row(i) - t.row(j)).squaredNorm());
        now.push_back(std::max(measured(i, j), 0.0));
      }
    }
    const auto guess = fit_shared_ratio(pairs, now);
    if (!guess) return guess.error();
    const auto fitted = fit_joint_ratio(points.value(), measured, guess.value());
    if (!fitted) return fitted.error();
    ratio = fitted.value();
  }
  const auto end = joint_end(points.value(), *ratio);
  if (!end) return end.error();
  return JointPrediction{*ratio, end.value().state.distances(), end.value().error};
}

Result<std::vector<double>> motion_block(std::span<const double> start,
                                         std::span<const double> now) {
  const auto before = read_block(start), after = read_block(now);
  if (!same_points(before, after)) return no_blocks();
  const Matrix& targets = after->view.view.targets;
  const KernelMotion found = kernel_motion(after->view.view.tangent, before->view.view.tangent,
                                           targets.lazyProduct(targets.transpose()));
  return std::vector<double>{
      5, found.start, found.change, found.targets, found.start_centred, found.targets_centred};
}

Result<std::vector<double>> joint_block(std::span<const double> start, std::span<const double> now,
                                        int kernel, double ratio) {
  const auto before = read_block(start), after = read_block(now);
  if (!same_points(before, after)) return no_blocks();
  if (kernel < 0 || kernel > static_cast<int>(InputKernel::kTangent))
    return Error{"kernel", std::to_string(kernel), "0, 1 or 2"};
  const Matrix measured = distances_of(after->view.view.hidden);
  const auto found = predict_jointly(before->view, measured, static_cast<InputKernel>(kernel),
                                     ratio == 0 ? std::nullopt : std::optional(ratio));
  if (!found) return found.error();
  const JointPrediction& prediction = found.value();
  std::vector<double> block = {static_cast<double>(measured.rows()), prediction.ratio,
                               prediction.error};
  for (const PairChoice choice : {PairChoice::kAll, PairChoice::kDifferentClasses}) {
    block.push_back(pair_correlation(prediction.distances, measured, before->labels, choice)
                        .value_or(std::numeric_limits<double>::quiet_NaN()));
  }
  block.insert(block.end(), prediction.distances.data(),
               prediction.distances.data() + prediction.distances.size());
  return block;
}

}  // namespace reprise
