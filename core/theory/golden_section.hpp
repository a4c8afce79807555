#pragma once

namespace reprise {

/// Where a function with one valley between two positive numbers is least, to nine digits, by
/// golden-section search.
template <class Function>
double least_between(double low, double high, const Function& value) {
  constexpr double golden = 0.6180339887498949;
  double left = high - golden * (high - low), right = low + golden * (high - low);
  double at_left = value(left), at_right = value(right);
  while (high - low > 1e-9 * high) {
    if (at_left < at_right) {
      high = right;
      right = left;
      at_right = at_left;
      left = high - golden * (high - low);
      at_left = value(left);
    } else {
      low = left;
      left = right;
      at_left = at_right;
      right = low + golden * (high - low);
      at_right = value(right);
    }
  }
  return 0.5 * (low + high);
}

}  // namespace reprise
