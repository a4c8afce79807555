#pragma once

namespace reprise {

/// e^x in double precision, written out with IEEE additions and multiplications only, so that it
/// has the same bits on every machine; the standard library's has not. Relative error below 3e-16
/// where the result is a normal number. Above 709.78 it is infinite, below -745.13 zero; NaN stays.
double exponential(double x);

}  // namespace reprise
