#include "observe/alignment.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "numerics/eigensystem.hpp"
#include "observe/distances.hpp"
#include "observe/procrustes.hpp"

namespace reprise {
namespace {

using Eigen::Index;

constexpr Index kMostPoints = 500, kMostValues = 20'000'000;
// Below this share of the squares' sum a spread is the rounding of activations in single precision.
constexpr double kRounding = 1e-13;

}  // namespace

Result<Representation> Representation::of(const FloatMatrixMap& values) {
  const Index points = values.rows(), width = values.cols();
  if (points < 3 || points > kMostPoints) {
    return Error{"points", std::to_string(points),
                 "an integer from 3 to " + std::to_string(kMostPoints)};
  }
  if (width < 1 || points * width > kMostValues) {
    return Error{"width", std::to_string(width),
                 "an integer from 1 to " + std::to_string(kMostValues / points)};
  }
  if (!values.allFinite()) return Error{"values", "not finite", "finite activations"};
  Representation made;
  Eigen::MatrixXd centred = values.cast<double>();
  const double total = centred.squaredNorm();
  centred.rowwise() -= centred.colwise().mean().eval();
  const double spread = centred.squaredNorm();
  if (!(spread > kRounding * total)) {
    made.factor_.resize(points, 0);
    return made;
  }
  centred /= std::sqrt(spread);
  if (width > points) {
    // Fewer numbers with the same inner products: eigenvectors drawn out to their lengths.
    const Eigensystem system =
        largest_eigenvectors(centred.lazyProduct(centred.transpose()), points);
    centred = system.vectors;
    for (Index k = 0; k < points; ++k) centred.col(k) *= std::sqrt(std::max(system.values[k], 0.0));
  }
  made.factor_ = centred;
  made.self_ = centred.transpose().lazyProduct(centred).norm();

  const std::vector<double> squares = squared_distances(values);
  Vector distances = VectorMap(squares.data(), static_cast<Index>(squares.size())).cwiseSqrt();
  const double longest = distances.norm();
  distances.array() -= distances.mean();
  const double variation = distances.norm();
  if (variation * variation > kRounding * longest * longest)
    made.distances_ = distances / variation;
  return made;
}

Alignment align(const Representation& a, const Representation& b) {
  constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();
  if (a.factor_.cols() == 0 || b.factor_.cols() == 0) return {kUndefined, kUndefined, kUndefined};
  const Eigen::MatrixXd cross = a.factor_.transpose().lazyProduct(b.factor_);
  Alignment found;
  found.cka = std::min(cross.squaredNorm() / (a.self_ * b.self_), 1.0);
  found.rsa = a.distances_.size() > 0 && b.distances_.size() > 0 ? a.distances_.dot(b.distances_)
                                                                 : kUndefined;
  // Singular values by an eigensystem, which the module has anyway (see procrustes.cpp).
  const Eigen::MatrixXd products = cross.rows() < cross.cols()
                                       ? cross.lazyProduct(cross.transpose()).eval()
                                       : cross.transpose().lazyProduct(cross).eval();
  double sum = 0;
  for (const double square : largest_eigenvectors(products, 0).values)
    sum += std::sqrt(std::max(square, 0.0));
  found.procrustes = std::max(1 - sum, 0.0);
  return found;
}

Alignment align_shuffled(const Representation* a, const Representation* a_shuffled,
                         const Representation* b, const Representation* b_shuffled) {
  constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();
  const auto compare = [](const Representation* one, const Representation* other) {
    return one != nullptr && other != nullptr ? align(*one, *other)
                                              : Alignment{kUndefined, kUndefined, kUndefined};
  };
  const auto mean = [](double there, double back) {
    if (std::isnan(there)) return back;
    return std::isnan(back) ? there : (there + back) / 2;
  };
  const Alignment there = compare(a, b_shuffled), back = compare(a_shuffled, b);
  return {mean(there.cka, back.cka), mean(there.rsa, back.rsa),
          mean(there.procrustes, back.procrustes)};
}

Overlay overlay(const Representation& a, const Representation& b, int dimensions,
                const MatrixRef& onto) {
  const Index points = a.factor_.rows();
  const Index width = std::max<Index>({a.factor_.cols(), b.factor_.cols(), dimensions});
  // As many columns on both sides, and as there are axes to be seen: what is added holds nothing.
  Matrix first = Matrix::Zero(points, width), second = first;
  first.leftCols(a.factor_.cols()) = a.factor_;
  second.leftCols(b.factor_.cols()) = b.factor_;
  second = second.lazyProduct(procrustes_rotation(second, first)).eval();
  Overlay found;
  found.procrustes = a.factor_.cols() == 0 || b.factor_.cols() == 0
                         ? std::numeric_limits<double>::quiet_NaN()
                         : (first - second).squaredNorm() / 2;
  const Eigensystem axes =
      largest_eigenvectors(first.transpose().lazyProduct(first), Index{dimensions});
  found.share = std::clamp(axes.values.head(dimensions).sum(), 0.0, 1.0);
  found.first = first.lazyProduct(axes.vectors);
  found.second = second.lazyProduct(axes.vectors);
  if (onto.rows() > 0) {
    const Matrix turn = procrustes_rotation(found.first, onto);
    found.first = found.first.lazyProduct(turn).eval();
    found.second = found.second.lazyProduct(turn).eval();
  }
  return found;
}

}  // namespace reprise
