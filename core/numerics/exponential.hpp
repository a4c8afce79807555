#pragma once

namespace reprise {

/// e^x in double precision, written out with IEEE additions and multiplications only, so that it
/// has the same bits on every machine; the standard library's has not. Relative error below 3e-16
/// where the result is a normal number. Above 709.78 it is infinite, below -745.13 zero; NaN stays.
double exponential(double x);

/// The natural logarithm in double precision, written out likewise. Relative error below 3e-16 but
/// near 1, where it is below 3e-16 of |x - 1|. Of x above 0 and a normal number; what is not finite
/// stays.
double logarithm(double x);

}  // namespace reprise
