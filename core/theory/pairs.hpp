#pragma once

#include <cstddef>
#include <vector>

#include "numerics/matrix.hpp"
#include "numerics/result.hpp"

namespace reprise {

// Many points are treated pair by pair. Values of the pairs i < j of n points are stored one after
// the other in the order (0,1), (0,2), ..., (0,n-1), (1,2), ..., n (n - 1) / 2 in all. Matrices are
// n x n.

/// The symmetric matrix with zero diagonal that holds `pairs`, n (n - 1) / 2 values for n `points`.
Matrix to_distance_matrix(const std::vector<double>& pairs, std::size_t points);

/// What the theory needs to know of every pair: four lists of one length.
struct PairStarts {
  std::vector<double> h0;   ///< Initial squared distances of the hidden representations.
  std::vector<double> y0;   ///< Initial squared distances of the outputs.
  std::vector<double> dx2;  ///< Squared distances of the inputs. Zero keeps h0: no gradient
                            ///< separates equal inputs.
  std::vector<double> dy2;  ///< Squared distances of the targets.
};

/// The squared distance of each pair's representations at the end of learning: `final_distance` for
/// every pair as if it were alone, with one shared `ratio` = eta_h / eta_y.
/// Errors: "pairs" (lists of unequal lengths), "ratio", and "h0[k]" and so on for pair number k.
Result<std::vector<double>> predict_final_distances(const PairStarts& starts, double ratio);

/// The shared ratio whose predictions come closest to `measured`, one squared distance a pair, by
/// least squares; from 1e-12 to 1e12. Errors: those of `predict_final_distances`, and "measured"
/// (wrong length, negative or not finite).
Result<double> fit_shared_ratio(const PairStarts& starts, const std::vector<double>& measured);

/// |x_i - x_j| |y_i - y_j| of every pair, from the squares: the rich limit with ratio one, and the
/// separation by which the paper's smoothing weighs neighbours.
std::vector<double> pair_separations(const std::vector<double>& dx2,
                                     const std::vector<double>& dy2);

/// A prediction for large data sets smoothed over neighbours, K P K with K_ij = exp(-separation_ij)
/// (van Rossem and Saxe). Both are matrices of the same points; the result has a diagonal of its
/// own.
Matrix smooth_over_neighbours(const MatrixRef& prediction, const MatrixRef& separation);

/// Pearson correlation of two lists of one length. Errors: "pairs" (fewer than two), "prediction"
/// or "measured" (not finite, or without variation, for which no correlation exists).
Result<double> pearson(const std::vector<double>& prediction, const std::vector<double>& measured);

/// Which pairs a comparison looks at.
enum class PairChoice {
  kAll,
  kDifferentClasses,  ///< Leaves out pairs within a class, whose blocks alone make any correlation
                      ///< high.
};

/// Pearson correlation of two matrices over the pairs i < j. `classes` holds one class per point,
/// and may be empty for `kAll`. Errors: those of `pearson`, "prediction" (not square), "measured"
/// (not of that size) and "classes" (wrong number).
Result<double> pair_correlation(const MatrixRef& prediction, const MatrixRef& measured,
                                const std::vector<int>& classes = {},
                                PairChoice choice = PairChoice::kAll);

/// What chance gives: put the points of `measured` in a random order and correlate with `measured`
/// itself; of 400 orders, always the same, 95 in 100 stay below the result. Errors: those of
/// `pair_correlation`.
Result<double> chance_correlation(const MatrixRef& measured, const std::vector<int>& classes = {},
                                  PairChoice choice = PairChoice::kAll);

}  // namespace reprise
