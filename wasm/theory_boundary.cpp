// The theory's part of the boundary: fits, trajectories and predictions of numbers the caller
// brings.

#include <vector>

#include "boundary.hpp"
#include "experiment/theory_json.hpp"
#include "reprise.h"

using reprise::boundary::error_text;
using reprise::boundary::give_text;

const std::uint8_t* reprise_fit(const double* rows, int count, int columns, const char* options,
                                std::size_t length) {
  const auto fit = reprise::fit_json(reprise::MatrixMap(rows, count, columns), {options, length});
  return give_text(fit ? fit.value() : error_text(fit.error()));
}

const double* reprise_theory(const char* options, std::size_t length) {
  // The block begins with the number of rows; none, with the reason in reprise_last_error, if it
  // failed.
  auto curve = reprise::theory_rows({options, length});
  static std::vector<double> numbers;
  numbers.clear();
  if (!curve) {
    reprise::boundary::remember_error(curve.error());
    numbers.push_back(0.0);
    return numbers.data();
  }
  const reprise::Matrix& rows = curve.value();
  numbers.push_back(static_cast<double>(rows.rows()));
  numbers.insert(numbers.end(), rows.data(), rows.data() + rows.size());
  return numbers.data();
}

const std::uint8_t* reprise_predict(const char* options, std::size_t length) {
  const auto prediction = reprise::predict_json({options, length});
  return give_text(prediction ? prediction.value() : error_text(prediction.error()));
}
