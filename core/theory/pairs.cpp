#include "theory/pairs.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <string>

#include "numerics/exponential.hpp"
#include "numerics/random.hpp"
#include "theory/closed_form.hpp"
#include "theory/minimum.hpp"
#include "theory/validate.hpp"

namespace reprise {

Matrix to_distance_matrix(const std::vector<double>& pairs, std::size_t points) {
  const auto n = static_cast<Eigen::Index>(points);
  Matrix matrix = Matrix::Zero(n, n);
  auto pair = pairs.begin();
  for (Eigen::Index i = 0; i < n; ++i) {
    for (Eigen::Index j = i + 1; j < n; ++j) matrix(i, j) = matrix(j, i) = *pair++;
  }
  return matrix;
}

Result<std::vector<double>> predict_final_distances(const PairStarts& starts, double ratio) {
  const std::size_t pairs = starts.h0.size();
  if (starts.y0.size() != pairs || starts.dx2.size() != pairs || starts.dy2.size() != pairs) {
    return Error{"pairs", "lists of unequal lengths", "h0, y0, dx2 and dy2 of one length"};
  }
  if (auto error = check_positive("ratio", ratio)) return *error;

  std::vector<double> result;
  result.reserve(pairs);
  for (std::size_t k = 0; k < pairs; ++k) {
    const auto named = [k](const std::string& field) {
      return field + "[" + std::to_string(k) + "]";
    };
    if (starts.dx2[k] == 0.0) {
      if (auto error = check_not_negative(named("h0"), starts.h0[k])) return *error;
      result.push_back(starts.h0[k]);
      continue;
    }
    const auto final_h =
        final_distance(starts.h0[k], starts.y0[k], {starts.dx2[k], starts.dy2[k]}, ratio);
    if (!final_h) {
      Error error = final_h.error();
      error.field = named(error.field);
      return error;
    }
    result.push_back(final_h.value().h_final);
  }
  return result;
}

Result<double> fit_shared_ratio(const PairStarts& starts, const std::vector<double>& measured) {
  if (measured.size() != starts.h0.size()) {
    return Error{"measured", std::to_string(measured.size()) + " long",
                 "as many values as pairs, " + std::to_string(starts.h0.size())};
  }
  for (std::size_t k = 0; k < measured.size(); ++k) {
    if (auto error = check_not_negative("measured[" + std::to_string(k) + "]", measured[k])) {
      return *error;
    }
  }
  // With one ratio the starts are known to be sound, and so with every other.
  if (const auto checked = predict_final_distances(starts, 1.0); !checked) return checked.error();
  const auto misfit = [&](double ratio) {
    double sum = 0.0;
    for (std::size_t k = 0; k < measured.size(); ++k) {
      const double predicted = starts.dx2[k] == 0.0
                                   ? starts.h0[k]
                                   : final_distance_unchecked(starts.h0[k], starts.y0[k],
                                                              {starts.dx2[k], starts.dy2[k]}, ratio)
                                         .h_final;
      sum += (predicted - measured[k]) * (predicted - measured[k]);
    }
    return sum;
  };

  constexpr double smallest = 1e-12, factor = 3.1622776601683795;  // Half a decade.
  constexpr int steps = 49;
  double ratio = smallest, best = smallest, best_misfit = misfit(smallest);
  for (int k = 1; k < steps; ++k) {
    ratio *= factor;
    const double here = misfit(ratio);
    if (here < best_misfit) {
      best = ratio;
      best_misfit = here;
    }
  }
  return least_near(best, factor, misfit);
}

std::vector<double> pair_separations(const std::vector<double>& dx2,
                                     const std::vector<double>& dy2) {
  std::vector<double> result(std::min(dx2.size(), dy2.size()));
  for (std::size_t k = 0; k < result.size(); ++k) result[k] = std::sqrt(dx2[k]) * std::sqrt(dy2[k]);
  return result;
}

Matrix smooth_over_neighbours(const MatrixRef& prediction, const MatrixRef& separation) {
  const Matrix kernel = separation.unaryExpr([](double value) { return exponential(-value); });
  const Matrix weighted = kernel.lazyProduct(prediction);
  return weighted.lazyProduct(kernel);
}

Result<double> pearson(const std::vector<double>& prediction, const std::vector<double>& measured) {
  if (prediction.size() < 2)
    return Error{"pairs", std::to_string(prediction.size()), "at least 2 pairs"};
  const double count = static_cast<double>(prediction.size());
  double mean_p = 0.0, mean_m = 0.0, largest_p = 0.0, largest_m = 0.0;
  for (std::size_t k = 0; k < prediction.size(); ++k) {
    mean_p += prediction[k] / count;
    mean_m += measured[k] / count;
    largest_p = std::max(largest_p, std::fabs(prediction[k]));
    largest_m = std::max(largest_m, std::fabs(measured[k]));
  }
  double pp = 0.0, pm = 0.0, mm = 0.0;
  for (std::size_t k = 0; k < prediction.size(); ++k) {
    const double p = prediction[k] - mean_p;
    const double m = measured[k] - mean_m;
    pp += p * p;
    pm += p * m;
    mm += m * m;
  }
  // Below these, what varies is round-off. The negation catches NaN. Of many equal values the mean
  // is off by more than that.
  constexpr double smallest = 1e-28;
  const std::string allowed = "finite values that are not all equal";
  const auto equal = [](const std::vector<double>& values) {
    return std::all_of(values.begin(), values.end(), [&](double v) { return v == values[0]; });
  };
  if (equal(prediction)) return Error{"prediction", "constant", allowed};
  if (equal(measured)) return Error{"measured", "constant", allowed};
  if (!std::isfinite(pp) || !(pp > smallest * count * largest_p * largest_p)) {
    return Error{"prediction", std::isfinite(pp) ? "constant" : "not finite", allowed};
  }
  if (!std::isfinite(mm) || !(mm > smallest * count * largest_m * largest_m)) {
    return Error{"measured", std::isfinite(mm) ? "constant" : "not finite", allowed};
  }
  return pm / (std::sqrt(pp) * std::sqrt(mm));
}

Result<double> pair_correlation(const MatrixRef& prediction, const MatrixRef& measured,
                                const std::vector<int>& classes, PairChoice choice) {
  const Eigen::Index points = prediction.rows();
  const std::string count = std::to_string(points);
  for (const auto& [name, matrix] :
       {std::pair{"prediction", &prediction}, {"measured", &measured}}) {
    if (matrix->rows() != points || matrix->cols() != points) {
      return Error{name, std::to_string(matrix->rows()) + " x " + std::to_string(matrix->cols()),
                   "a matrix of " + count + " x " + count};
    }
  }
  const auto labels = static_cast<Eigen::Index>(classes.size());
  if (labels != points && (choice == PairChoice::kDifferentClasses || labels != 0)) {
    return Error{"classes", std::to_string(labels) + " long",
                 "one class for each of " + count + " points"};
  }

  std::vector<double> chosen_prediction, chosen_measured;
  for (Eigen::Index i = 0; i < points; ++i) {
    for (Eigen::Index j = i + 1; j < points; ++j) {
      if (choice == PairChoice::kDifferentClasses && classes[i] == classes[j]) continue;
      chosen_prediction.push_back(prediction(i, j));
      chosen_measured.push_back(measured(i, j));
    }
  }
  return pearson(chosen_prediction, chosen_measured);
}

Result<double> chance_correlation(const MatrixRef& measured, const std::vector<int>& classes,
                                  PairChoice choice) {
  constexpr int kOrders = 400;
  const auto itself = pair_correlation(measured, measured, classes, choice);
  if (!itself) return itself;
  const Eigen::Index points = measured.rows();
  std::vector<std::int32_t> order(static_cast<std::size_t>(points));
  std::iota(order.begin(), order.end(), 0);
  RandomStream random(1, RandomPurpose::kNoise);
  std::vector<double> found;
  Matrix shuffled(points, points);
  for (int k = 0; k < kOrders; ++k) {
    random.shuffle(order);
    for (Eigen::Index i = 0; i < points; ++i) {
      for (Eigen::Index j = 0; j < points; ++j) shuffled(i, j) = measured(order[i], order[j]);
    }
    const auto value = pair_correlation(shuffled, measured, classes, choice);
    // An order that leaves only equal distances between classes has no correlation.
    if (value) found.push_back(value.value());
  }
  if (found.empty()) return Error{"measured", "constant", "finite values that are not all equal"};
  std::sort(found.begin(), found.end());
  return found[found.size() * 95 / 100];
}

}  // namespace reprise
