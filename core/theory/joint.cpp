#include "theory/joint.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "numerics/eigensystem.hpp"
#include "theory/dormand_prince.hpp"
#include "theory/minimum.hpp"
#include "theory/validate.hpp"

namespace reprise {
namespace {

using Eigen::Index;

constexpr Index kMostPoints = 200;
// Eigenvalues of inner products below this share of the largest are no direction: lengths of a
// hundred-thousandth.
constexpr double kDirection = 1e-10;
// The squared error at which learning counts as done.
constexpr double kLearnt = 1e-6;

// About the mean over the rows.
Matrix about_mean(const Matrix& rows) {
  Matrix centred = rows;
  centred.rowwise() -= rows.colwise().mean().eval();
  return centred;
}

// Inner products about the mean of the points they are of.
Matrix gram_about_mean(const Matrix& gram) { return about_mean(about_mean(gram).transpose()); }

// A positive semidefinite matrix as U diag(values) U^T with the directions that count.
struct Directions {
  Eigen::MatrixXd vectors;
  Vector values;

  explicit Directions(const Matrix& gram) {
    Eigensystem system = largest_eigenvectors(gram, gram.rows());
    Index count = 0;
    while (count < gram.rows() && system.values[count] > kDirection * system.values[0] &&
           system.values[count] > 0)
      ++count;
    vectors = system.vectors.leftCols(count);
    values = system.values.head(count);
  }

  // The same with other values.
  template <class Values>
  Matrix with(const Values& other) const {
    return (vectors * other.matrix().asDiagonal()).lazyProduct(vectors.transpose());
  }
};

std::optional<Error> check_matrix(const char* field, const Matrix& matrix, Index rows,
                                  Index columns) {
  if (matrix.rows() != rows || matrix.cols() != columns || columns == 0) {
    return Error{
        field, std::to_string(matrix.rows()) + " x " + std::to_string(matrix.cols()),
        std::to_string(rows) + " x " + std::to_string(std::max<Index>(columns, 1)) + " numbers"};
  }
  if (!matrix.allFinite() || matrix.cwiseAbs().maxCoeff() > largest_magnitude)
    return Error{field, "not finite, or too large", "finite numbers of magnitude up to 1e+50"};
  return std::nullopt;
}

std::optional<Error> check_points(const JointPoints& points) {
  const Index n = points.targets.rows();
  if (n < 2 || n > kMostPoints) {
    return Error{"points", std::to_string(n),
                 "an integer from 2 to " + std::to_string(kMostPoints)};
  }
  const Index outputs = points.targets.cols();
  for (const auto& [field, matrix, columns] :
       {std::tuple{"kernel", &points.kernel, n}, std::tuple{"hidden", &points.hidden, n},
        std::tuple{"outputs", &points.outputs, outputs},
        std::tuple{"targets", &points.targets, outputs}}) {
    if (auto error = check_matrix(field, *matrix, n, columns)) return error;
  }
  for (const auto& [field, matrix] :
       {std::pair{"kernel", &points.kernel}, std::pair{"hidden", &points.hidden}}) {
    if (!(gram_about_mean(*matrix).trace() > smallest_positive))
      return Error{field, "no spread", "inner products of points that are not all one"};
  }
  return std::nullopt;
}

// The equations in units in which both rates, K's largest eigenvalue and the outputs' size are one,
// for H above D in one matrix.
class JointSystem {
 public:
  JointSystem(const JointPoints& points, const JointState& start, double ratio)
      : kernel_(gram_about_mean(points.kernel)), targets_(about_mean(points.targets)) {
    const double widest = largest_eigenvectors(kernel_, 0).values[0];
    kernel_ /= widest;
    output_ = std::max(targets_.norm(), start.outputs().norm());
    if (!(output_ > 0)) output_ = 1;
    targets_ /= output_;
    // H / hidden_ and D / decoder_ have products in units of the outputs, and grow at one pace.
    const double balance = std::sqrt(std::sqrt(ratio * widest)), root = std::sqrt(output_);
    hidden_ = root * balance;
    decoder_ = root / balance;
    target_ = targets_.squaredNorm();
  }

  /// Scaled time per time for this decoder rate.
  double clock(double eta_y) const { return eta_y * output_ * hidden_ / decoder_; }

  Index points() const { return kernel_.rows(); }

  Matrix scaled(const JointState& state) const {
    Matrix both(state.hidden.rows() + state.decoder.rows(), state.hidden.cols());
    both << state.hidden / hidden_, state.decoder / decoder_;
    return both;
  }
  JointState state(const Matrix& both) const {
    return {hidden_ * both.topRows(points()), decoder_ * both.bottomRows(both.rows() - points())};
  }

  Matrix errors(const Matrix& both) const {
    return both.topRows(points()).lazyProduct(both.bottomRows(both.rows() - points()).transpose()) -
           targets_;
  }
  /// The squared error as a share of the targets', or of the outputs' where these are all one.
  double error_share(const Matrix& both) const {
    return errors(both).squaredNorm() / (target_ > 0 ? target_ : 1.0);
  }

  Matrix rate(const Matrix& both) const {
    const Matrix e = errors(both);
    const Matrix pull = kernel_.lazyProduct(e);
    Matrix result(both.rows(), both.cols());
    result.topRows(points()) = -pull.lazyProduct(both.bottomRows(both.rows() - points()));
    result.bottomRows(both.rows() - points()) = -e.transpose().lazyProduct(both.topRows(points()));
    return result;
  }

  /// The sizes of H and D against which errors are judged: their own, or where they are small, that
  /// at which they matter for the other, which they make grow.
  std::pair<double, double> sizes(const Matrix& both) const {
    const double hidden = both.topRows(points()).norm();
    const double decoder = both.bottomRows(both.rows() - points()).norm();
    const auto small_or_inverse = [](double value) { return value > 1.0 ? 1.0 / value : value; };
    return {std::max(hidden, small_or_inverse(decoder)),
            std::max(decoder, small_or_inverse(hidden))};
  }

 private:
  Matrix kernel_, targets_;
  double output_ = 1, hidden_ = 1, decoder_ = 1, target_ = 0;
};

// Steps until `seen` says that it is enough, which is asked after every step with the scaled time
// at its beginning and at its end, or until `horizon`. Every operation is one that IEEE 754 rounds
// exactly, so that all builds take the same steps.
struct Walk {
  Matrix now;
  CurveEnd end = CurveEnd::kComplete;
  int steps = 0;
};

Walk walk(const JointSystem& system, const Matrix& start, double horizon,
          const IntegrationOptions& options,
          const std::function<bool(const DormandPrinceStep&, double, double)>& seen) {
  Walk found{start};
  const auto rate_of = [&](const Matrix& both) { return system.rate(both); };
  const auto start_sizes = system.sizes(start);
  auto sizes = start_sizes;
  Matrix rate = system.rate(start);
  DormandPrinceStep step;
  double time = 0;
  double length =
      1e-3 / std::max(rate.topRows(system.points()).norm() / sizes.first +
                          rate.bottomRows(rate.rows() - system.points()).norm() / sizes.second,
                      1e-6);
  for (; time < horizon; ++found.steps) {
    if (found.steps == options.max_steps) {
      found.end = CurveEnd::kOutOfSteps;
      return found;
    }
    const bool last = length >= horizon - time;
    const double taken = last ? horizon - time : length;
    if (!(time + taken > time)) {
      found.end = CurveEnd::kDiverged;
      return found;
    }
    step.take(rate_of, found.now, rate, taken);
    const Matrix error = step.error();
    const auto next_sizes = system.sizes(step.end());
    const auto judged = [&](double wrong, double before, double after, double first) {
      return wrong / (options.relative * std::max(before, after) + options.absolute * first);
    };
    const Index n = system.points();
    double worst =
        std::max(judged(error.topRows(n).norm(), sizes.first, next_sizes.first, start_sizes.first),
                 judged(error.bottomRows(error.rows() - n).norm(), sizes.second, next_sizes.second,
                        start_sizes.second));
    // The negation catches what is not finite.
    if (!(worst <= 1e8)) worst = 1e8;
    const double root = std::sqrt(std::sqrt(worst));
    length = (root > 0.0 ? std::clamp(0.9 / root, 0.2, 5.0) : 5.0) * taken;
    if (worst > 1.0) continue;
    const double reached = last ? horizon : time + taken;
    const bool enough = seen(step, time, reached);
    found.now = step.end();
    rate = step.rate_at_end();
    sizes = next_sizes;
    time = reached;
    if (enough) return found;
  }
  return found;
}

}  // namespace

Matrix JointState::outputs() const { return hidden.lazyProduct(decoder.transpose()); }

Matrix JointState::distances() const {
  Matrix result(hidden.rows(), hidden.rows());
  for (Index i = 0; i < hidden.rows(); ++i) {
    for (Index j = 0; j < hidden.rows(); ++j)
      result(i, j) = (hidden.row(i) - hidden.row(j)).squaredNorm();
  }
  return result;
}

Result<JointState> joint_start(const JointPoints& points) {
  if (auto error = check_points(points)) return *error;
  const Directions hidden(gram_about_mean(points.hidden));
  const Vector lengths = hidden.values.cwiseSqrt();
  JointState start;
  start.hidden = hidden.vectors * lengths.asDiagonal();
  // The pseudoinverse of H, whose columns are at right angles.
  start.decoder = about_mean(points.outputs).transpose().lazyProduct(hidden.vectors) *
                  lengths.cwiseInverse().asDiagonal();
  return start;
}

Result<JointTrajectory> integrate_jointly(const JointPoints& points, const Rates& rates,
                                          const std::vector<double>& times,
                                          const IntegrationOptions& options) {
  if (auto error = check_rates(rates)) return *error;
  if (auto error = check_times(times)) return *error;
  const auto start = joint_start(points);
  if (!start) return start.error();
  const JointSystem system(points, start.value(), rates.ratio());
  const double clock = system.clock(rates.eta_y);
  JointTrajectory result;
  const auto wanted = [&] { return clock * times[result.states.size()]; };
  while (result.states.size() < times.size() && wanted() == 0.0)
    result.states.push_back(start.value());
  if (result.states.size() == times.size()) return result;
  const Walk walked =
      walk(system, system.scaled(start.value()), clock * times.back(), options,
           [&](const DormandPrinceStep& step, double from, double to) {
             while (result.states.size() < times.size() && wanted() <= to)
               result.states.push_back(system.state(step.at((wanted() - from) / (to - from))));
             return false;
           });
  result.end = walked.end;
  result.steps = walked.steps;
  return result;
}

Result<JointEnd> joint_end(const JointPoints& points, double ratio,
                           const IntegrationOptions& options) {
  if (auto error = check_positive("ratio", ratio)) return *error;
  const auto start = joint_start(points);
  if (!start) return start.error();
  const JointSystem system(points, start.value(), ratio);
  constexpr double kNeverEnding = 1e9;
  const Walk walked = walk(system, system.scaled(start.value()), kNeverEnding, options,
                           [&](const DormandPrinceStep& step, double, double) {
                             return system.error_share(step.end()) <= kLearnt;
                           });
  return JointEnd{system.state(walked.now), system.error_share(walked.now), walked.steps};
}

Result<double> fit_joint_ratio(const JointPoints& points, const Matrix& measured, double guess) {
  if (auto error = check_positive("ratio", guess)) return *error;
  if (auto error = check_matrix("measured", measured, points.targets.rows(), points.targets.rows()))
    return *error;
  if (const auto start = joint_start(points); !start) return start.error();
  const auto misfit = [&](double ratio) {
    const auto end = joint_end(points, ratio);
    return end ? (end.value().state.distances() - measured).squaredNorm() : HUGE_VAL;
  };
  double best = guess, least = HUGE_VAL;
  for (int k = -9; k <= 9; ++k) {
    double ratio = guess;
    for (int turn = 0; turn < std::abs(k); ++turn) ratio = k > 0 ? 2 * ratio : ratio / 2;
    const double value = misfit(ratio);
    if (value < least) best = ratio, least = value;
  }
  return least_near(best, 2.0, misfit);
}

Matrix rich_limit(const JointPoints& points, double ratio) {
  const Directions kernel(gram_about_mean(points.kernel));
  const Matrix root = kernel.with(kernel.values.array().sqrt());
  const Matrix inverse = kernel.with(kernel.values.array().sqrt().inverse());
  const Matrix targets = inverse.lazyProduct(about_mean(points.targets));
  const Directions inner(targets.lazyProduct(targets.transpose()));
  const Matrix middle = inner.with(inner.values.array().sqrt());
  return std::sqrt(ratio) * root.lazyProduct(middle).lazyProduct(root);
}

}  // namespace reprise
