#include "theory/rosenbrock.hpp"

#include <cmath>
#include <utility>

namespace reprise {
namespace {

// LU factors of a 3 x 3 matrix, rows exchanged so that pivots are as large as possible. By hand, since
// Eigen's PartialPivLU is no quicker when compiled for size (0.75 s against 0.66 s for two million
// factorisations with six solutions each) and sums in another order, which would change the last bits
// of every curve and fit.
class Factorization {
 public:
  explicit Factorization(const Jacobian& matrix) : lu_(matrix) {
    for (std::size_t k = 0; k < 3; ++k) {
      std::size_t pivot = k;
      for (std::size_t i = k + 1; i < 3; ++i) {
        if (std::fabs(lu_[i][k]) > std::fabs(lu_[pivot][k])) pivot = i;
      }
      std::swap(lu_[k], lu_[pivot]);
      std::swap(row_[k], row_[pivot]);
      if (lu_[k][k] == 0.0) singular_ = true;
      for (std::size_t i = k + 1; i < 3; ++i) {
        lu_[i][k] /= lu_[k][k];
        for (std::size_t j = k + 1; j < 3; ++j) lu_[i][j] -= lu_[i][k] * lu_[k][j];
      }
    }
  }

  bool singular() const { return singular_; }

  Vector3 solve(const Vector3& right) const {
    Vector3 x;
    for (std::size_t i = 0; i < 3; ++i) {
      x[i] = right[row_[i]];
      for (std::size_t j = 0; j < i; ++j) x[i] -= lu_[i][j] * x[j];
    }
    for (std::size_t i = 3; i-- > 0;) {
      for (std::size_t j = i + 1; j < 3; ++j) x[i] -= lu_[i][j] * x[j];
      x[i] /= lu_[i][i];
    }
    return x;
  }

 private:
  Jacobian lu_;
  std::array<std::size_t, 3> row_ = {0, 1, 2};
  bool singular_ = false;
};

Vector3 rate_at(const FactorSystem& system, const Vector3& x) {
  const Factors rate = system.derivative({x[0], x[1], x[2]});
  return {rate.a, rate.b_squared, rate.e};
}

}  // namespace

bool RosenbrockStep::take(const FactorSystem& system, const Vector3& begin, double length) {
  Jacobian matrix = system.jacobian({begin[0], begin[1], begin[2]});
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t j = 0; j < 3; ++j) matrix[i][j] = -matrix[i][j];
    matrix[i][i] += 1.0 / c_.gamma / length;
  }
  const Factorization factorization(matrix);
  if (factorization.singular()) return false;

  // Six stages. Each needs one evaluation of the equations and one solution with the same factors;
  // the equations do not depend on time, which leaves out the method's remaining terms.
  Vector3 x, rate;
  g1_ = factorization.solve(rate_at(system, begin));

  for (std::size_t i = 0; i < 3; ++i) x[i] = begin[i] + c_.a21 * g1_[i];
  rate = rate_at(system, x);
  for (std::size_t i = 0; i < 3; ++i) rate[i] += c_.c21 * g1_[i] / length;
  g2_ = factorization.solve(rate);

  for (std::size_t i = 0; i < 3; ++i) x[i] = begin[i] + c_.a31 * g1_[i] + c_.a32 * g2_[i];
  rate = rate_at(system, x);
  for (std::size_t i = 0; i < 3; ++i) rate[i] += (c_.c31 * g1_[i] + c_.c32 * g2_[i]) / length;
  g3_ = factorization.solve(rate);

  for (std::size_t i = 0; i < 3; ++i) {
    x[i] = begin[i] + c_.a41 * g1_[i] + c_.a42 * g2_[i] + c_.a43 * g3_[i];
  }
  rate = rate_at(system, x);
  for (std::size_t i = 0; i < 3; ++i) {
    rate[i] += (c_.c41 * g1_[i] + c_.c42 * g2_[i] + c_.c43 * g3_[i]) / length;
  }
  g4_ = factorization.solve(rate);

  for (std::size_t i = 0; i < 3; ++i) {
    x[i] = begin[i] + c_.a51 * g1_[i] + c_.a52 * g2_[i] + c_.a53 * g3_[i] + c_.a54 * g4_[i];
  }
  rate = rate_at(system, x);
  for (std::size_t i = 0; i < 3; ++i) {
    rate[i] += (c_.c51 * g1_[i] + c_.c52 * g2_[i] + c_.c53 * g3_[i] + c_.c54 * g4_[i]) / length;
  }
  g5_ = factorization.solve(rate);

  for (std::size_t i = 0; i < 3; ++i) x[i] += g5_[i];
  rate = rate_at(system, x);
  for (std::size_t i = 0; i < 3; ++i) {
    rate[i] +=
        (c_.c61 * g1_[i] + c_.c62 * g2_[i] + c_.c63 * g3_[i] + c_.c64 * g4_[i] + c_.c65 * g5_[i]) /
        length;
  }
  error_ = factorization.solve(rate);
  for (std::size_t i = 0; i < 3; ++i) end_[i] = x[i] + error_[i];
  return std::isfinite(end_[0]) && std::isfinite(end_[1]) && std::isfinite(end_[2]);
}

Vector3 RosenbrockStep::third() const {
  Vector3 result;
  for (std::size_t i = 0; i < 3; ++i) {
    result[i] =
        c_.d21 * g1_[i] + c_.d22 * g2_[i] + c_.d23 * g3_[i] + c_.d24 * g4_[i] + c_.d25 * g5_[i];
  }
  return result;
}

Vector3 RosenbrockStep::fourth() const {
  Vector3 result;
  for (std::size_t i = 0; i < 3; ++i) {
    result[i] =
        c_.d31 * g1_[i] + c_.d32 * g2_[i] + c_.d33 * g3_[i] + c_.d34 * g4_[i] + c_.d35 * g5_[i];
  }
  return result;
}

}  // namespace reprise
