#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "experiment/experiment.hpp"
#include "observe/tangent_kernel.hpp"
#include "theory/joint.hpp"

namespace reprise {

// The theory of many points at once beside a run, and the gauge of its laziness, in two steps: what
// only a run knows, and what can be made of that anywhere. The site takes the first from the module
// that trains and the second from the one that reckons.

/// Which Gram matrix of the inputs the theory of many points goes by.
enum class InputKernel {
  kLinear,     ///< The inputs' inner products: a linear encoder.
  kArcCosine,  ///< Of a wide perceptron with the encoder's depth (theory/input_kernel.hpp).
  kTangent,    ///< The network's own tangent kernel at the start.
};

/// "linear", "arc_cosine" or "tangent".
const char* input_kernel_name(InputKernel kernel);

/// Chosen points of a run at a moment, with what the theory asks of the network.
struct JointView {
  PointView view;
  int depth = 1;  ///< Hidden layers of the encoder.
  /// What its units make of numbers below 0, as a share: 0 ReLU, 0.01 leaky ReLU, 1 linear. Empty
  /// for other activations, several of them, and networks that are no perceptrons.
  std::optional<double> slope;
};

/// Looks at these points, which must exist. Errors: "layer", and those of `Experiment::point_view`.
Result<JointView> joint_view(const Experiment& experiment, const std::vector<int>& points,
                             int layer, Moment moment);

/// What the theory has to know, of a view at the start, with its kernel scaled to the inputs.
/// Error: "kernel" where the network has no arc-cosine kernel.
Result<JointPoints> joint_points(const JointView& start, InputKernel kernel);

/// The end that theory predicts.
struct JointPrediction {
  double ratio = 0;  ///< eta_h / eta_y.
  Matrix distances;  ///< n x n squared hidden distances.
  double error = 0;  ///< Squared error left, as a share of the targets' (`JointEnd`).
};

/// With `ratio` empty, that which comes closest to `measured` (n x n squared distances). Errors:
/// those of `joint_points`, `joint_end`, `fit_shared_ratio` and `fit_joint_ratio`.
Result<JointPrediction> predict_jointly(const JointView& start, const Matrix& measured,
                                        InputKernel kernel, std::optional<double> ratio);

/// Squared distances of points with these inner products: n x n.
Matrix distances_of(const Matrix& inner_products);

// The same as blocks of numbers, the way the site asks for them.

/// {"layer", "points"? (see `choose_points`), "start"?: true for the initial weights} gives n, the
/// number m of outputs, the depth, the slope (NaN for none), n numbers of points, n labels, then n
/// x n numbers each of inputs, tangent kernel and hidden layer, and n x m each of outputs and
/// targets.
Result<std::vector<double>> points_block(const Experiment& experiment, std::string_view options);

/// Of two such blocks, at the start and now: 5, and the numbers of `KernelMotion` in their order.
/// Error: "blocks".
Result<std::vector<double>> motion_block(std::span<const double> start,
                                         std::span<const double> now);

/// Of two such blocks, at the start and now, for a kernel (0 linear, 1 arc-cosine, 2 tangent), and
/// a ratio or 0: n, the ratio, the share of error left, the correlation of the predicted distances
/// with those now over all pairs, the same over pairs of different labels (NaN where there is
/// none), and the predicted distances, n x n. Errors: "blocks", "kernel", and those of
/// `predict_jointly`.
Result<std::vector<double>> joint_block(std::span<const double> start, std::span<const double> now,
                                        int kernel, double ratio);

}  // namespace reprise
