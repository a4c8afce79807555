#include "numerics/symmetric.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace reprise {
namespace {

void mirror(std::vector<double>& matrix, std::size_t n) {
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < i; ++j) matrix[j * n + i] = matrix[i * n + j];
  }
}

// Three diagonals: `diagonal`, and `beside[i]` between i - 1 and i. Row k of `basis` is the k-th
// vector of the basis in which the matrix has that form.
struct Tridiagonal {
  std::vector<double> diagonal, beside, basis;
};

// Reflects the last row, then the one before, and so on, into the direction of its neighbour. The
// vectors of the reflections are left in the rows they have made zero, until all are multiplied
// out.
Tridiagonal reduce(std::vector<double> a, std::size_t n) {
  Tridiagonal form{std::vector<double>(n), std::vector<double>(n), std::vector<double>(n * n)};
  std::vector<double> halves(n), product(n);
  for (std::size_t last = n - 1; last > 0 && n > 1; --last) {
    double* v = a.data() + last * n;  // Its first `last` numbers.
    double size = 0.0;
    for (std::size_t k = 0; k < last; ++k) size += std::fabs(v[k]);
    if (last == 1 || size == 0.0) {
      form.beside[last] = v[last - 1];
      continue;  // halves[last] = 0: no reflection.
    }
    double square = 0.0;
    for (std::size_t k = 0; k < last; ++k) {
      v[k] /= size;
      square += v[k] * v[k];
    }
    const double length = v[last - 1] > 0 ? -std::sqrt(square) : std::sqrt(square);
    form.beside[last] = size * length;
    const double half = square - v[last - 1] * length;  // |v|^2 / 2 once v is the reflection's.
    v[last - 1] -= length;
    halves[last] = half;
    // a <- (1 - v v^T / half) a (1 - v v^T / half), lower triangle alone.
    std::fill_n(product.begin(), last, 0.0);
    for (std::size_t i = 0; i < last; ++i) {
      const double* row = a.data() + i * n;
      double sum = row[i] * v[i];
      for (std::size_t j = 0; j < i; ++j) {
        sum += row[j] * v[j];
        product[j] += row[j] * v[i];
      }
      product[i] += sum;
    }
    double overlap = 0.0;
    for (std::size_t k = 0; k < last; ++k) {
      product[k] /= half;
      overlap += product[k] * v[k];
    }
    for (std::size_t k = 0; k < last; ++k) product[k] -= overlap / (half + half) * v[k];
    for (std::size_t i = 0; i < last; ++i) {
      double* row = a.data() + i * n;
      for (std::size_t j = 0; j <= i; ++j) row[j] -= v[i] * product[j] + product[i] * v[j];
    }
  }
  for (std::size_t i = 0; i < n; ++i) {
    form.diagonal[i] = a[i * n + i];
    form.basis[i * n + i] = 1.0;
  }
  // The basis is the product of the reflections; row by row, since it is stored transposed.
  for (std::size_t last = 2; last < n; ++last) {
    if (halves[last] == 0.0) continue;
    const double* v = a.data() + last * n;
    for (std::size_t row = 0; row < last; ++row) {
      double* vector = form.basis.data() + row * n;
      double along = 0.0;
      for (std::size_t k = 0; k < last; ++k) along += v[k] * vector[k];
      along /= halves[last];
      for (std::size_t k = 0; k < last; ++k) vector[k] -= along * v[k];
    }
  }
  return form;
}

double hypotenuse(double a, double b) {
  const double largest = std::max(std::fabs(a), std::fabs(b));
  if (largest == 0.0) return 0.0;
  const double p = a / largest, q = b / largest;
  return largest * std::sqrt(p * p + q * q);
}

// Turns two vectors of length n in their plane.
void rotate(double* a, double* b, double cosine, double sine, std::size_t n) {
  for (std::size_t k = 0; k < n; ++k) {
    const double before = b[k];
    b[k] = sine * a[k] + cosine * before;
    a[k] = cosine * a[k] - sine * before;
  }
}

// QL steps until nothing is left beside the diagonal, which then holds the eigenvalues.
void diagonalise(Tridiagonal& form, std::size_t n) {
  std::vector<double>& d = form.diagonal;
  std::vector<double> e(form.beside.begin() + 1, form.beside.end());  // e[i] lies between i, i + 1.
  e.push_back(0.0);
  constexpr int most_steps = 60;  // Two or three are usual.
  for (std::size_t first = 0; first < n; ++first) {
    for (int step = 0; step < most_steps; ++step) {
      std::size_t end = first;  // The block from `first` to `end` has no gap.
      while (end + 1 < n && std::fabs(e[end]) > std::numeric_limits<double>::epsilon() *
                                                    (std::fabs(d[end]) + std::fabs(d[end + 1]))) {
        ++end;
      }
      if (end == first) break;
      const double slope = (d[first + 1] - d[first]) / (2.0 * e[first]);
      const double root = hypotenuse(slope, 1.0);
      double g = d[end] - d[first] + e[first] / (slope + (slope < 0 ? -root : root));
      double sine = 1.0, cosine = 1.0, moved = 0.0;
      bool split = false;
      for (std::size_t i = end; i-- > first;) {
        const double f = sine * e[i], b = cosine * e[i];
        const double length = hypotenuse(f, g);
        e[i + 1] = length;
        if (length == 0.0) {  // The block falls apart here.
          d[i + 1] -= moved;
          e[end] = 0.0;
          split = true;
          break;
        }
        sine = f / length;
        cosine = g / length;
        g = d[i + 1] - moved;
        const double mixed = (d[i] - g) * sine + 2.0 * cosine * b;
        moved = sine * mixed;
        d[i + 1] = g + moved;
        g = cosine * mixed - b;
        rotate(form.basis.data() + i * n, form.basis.data() + (i + 1) * n, cosine, sine, n);
      }
      if (split) continue;
      d[first] -= moved;
      e[first] = g;
      e[end] = 0.0;
    }
  }
}

}  // namespace

std::vector<double> sum_of_products(const std::vector<double>& values, std::size_t rows,
                                    std::size_t n) {
  std::vector<double> result(n * n, 0.0);
  for (std::size_t row = 0; row < rows; ++row) {
    const double* v = values.data() + row * n;
    for (std::size_t i = 0; i < n; ++i) {
      double* into = result.data() + i * n;
      const double factor = v[i];
      for (std::size_t j = 0; j <= i; ++j) into[j] += factor * v[j];
    }
  }
  mirror(result, n);
  return result;
}

std::vector<double> products_of_rows(const std::vector<double>& values, std::size_t n,
                                     std::size_t columns) {
  std::vector<double> result(n * n, 0.0);
  for (std::size_t i = 0; i < n; ++i) {
    const double* a = values.data() + i * columns;
    for (std::size_t j = 0; j <= i; ++j) {
      const double* b = values.data() + j * columns;
      // Four sums at a time, which the compiler can keep in vector registers.
      double sums[4] = {0.0, 0.0, 0.0, 0.0};
      std::size_t k = 0;
      for (; k + 4 <= columns; k += 4) {
        for (std::size_t lane = 0; lane < 4; ++lane) sums[lane] += a[k + lane] * b[k + lane];
      }
      double sum = (sums[0] + sums[1]) + (sums[2] + sums[3]);
      for (; k < columns; ++k) sum += a[k] * b[k];
      result[i * n + j] = sum;
    }
  }
  mirror(result, n);
  return result;
}

Eigensystem eigensystem(std::vector<double> matrix, std::size_t n) {
  if (n == 0) return {};
  Tridiagonal form = reduce(std::move(matrix), n);
  diagonalise(form, n);
  std::vector<std::size_t> order(n);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return form.diagonal[a] > form.diagonal[b];
  });
  Eigensystem found;
  found.values.reserve(n);
  found.vectors.reserve(n * n);
  for (const std::size_t k : order) {
    found.values.push_back(form.diagonal[k]);
    const auto row = form.basis.begin() + static_cast<std::ptrdiff_t>(k * n);
    found.vectors.insert(found.vectors.end(), row, row + static_cast<std::ptrdiff_t>(n));
  }
  return found;
}

}  // namespace reprise
