#include "theory/dormand_prince.hpp"

namespace reprise {

const std::array<std::array<double, 6>, 6> DormandPrinceStep::kStages = {{
    {1.0 / 5},
    {3.0 / 40, 9.0 / 40},
    {44.0 / 45, -56.0 / 15, 32.0 / 9},
    {19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729},
    {9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656},
    {35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84},
}};

const DormandPrinceStep::Weights DormandPrinceStep::kErrors = {
    71.0 / 57600, 0, -71.0 / 16695, 71.0 / 1920, -17253.0 / 339200, 22.0 / 525, -1.0 / 40};

const DormandPrinceStep::Weights DormandPrinceStep::kInterpolant = {
    -12715105075.0 / 11282082432.0,  0,
    87487479700.0 / 32700410799.0,   -10690763975.0 / 1880347072.0,
    701980252875.0 / 199316789632.0, -1453857185.0 / 822651844.0,
    69997945.0 / 29380423.0};

Matrix DormandPrinceStep::combined(const Weights& weights) const {
  Matrix sum = length_ * weights[0] * slopes_[0];
  for (std::size_t k = 1; k < slopes_.size(); ++k) sum += length_ * weights[k] * slopes_[k];
  return sum;
}

Matrix DormandPrinceStep::at(double s) const {
  const Matrix change = end_ - begin_;
  const Matrix first = length_ * slopes_[0] - change;
  const Matrix last = change - length_ * slopes_[6] - first;
  const double rest = 1.0 - s;
  return begin_ + s * (change + rest * (first + s * (last + rest * combined(kInterpolant))));
}

}  // namespace reprise
