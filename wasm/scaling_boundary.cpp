// Pictures of points that the caller brings: classical scaling, and turning one onto another.

#include "boundary.hpp"
#include "experiment/views_json.hpp"
#include "reprise.h"

using reprise::VectorMap;
using reprise::boundary::give_numbers;

const double* reprise_scaling(const double* squared_distances, int count, const double* onto,
                              int onto_count, const char* options, std::size_t length) {
  return give_numbers(reprise::scaling_block(VectorMap(squared_distances, count),
                                             VectorMap(onto, onto_count), {options, length}));
}

const double* reprise_turn(const double* coordinates, int count, const double* onto, int onto_count,
                           int dimensions) {
  return give_numbers(reprise::turned_block(VectorMap(coordinates, count),
                                            VectorMap(onto, onto_count), dimensions));
}
