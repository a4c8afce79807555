// The second module: algebra of points and activations that the caller brings. It knows no
// experiment. What each function takes and gives stands in reprise_algebra.h.

#include <array>
#include <span>

#include "boundary.hpp"
#include "experiment/alignment.hpp"
#include "experiment/cloud.hpp"
#include "experiment/pictures.hpp"
#include "reprise_algebra.h"

using reprise::VectorMap;
using reprise::boundary::give_numbers;

namespace {

template <class T>
std::span<const T> span_of(const T* values, int count) {
  return {values, static_cast<std::size_t>(count)};
}

}  // namespace

const double* reprise_scaling(const double* squared_distances, int count, const double* onto,
                              int onto_count, int points, int dimensions) {
  return give_numbers(reprise::scaling_block(VectorMap(squared_distances, count),
                                             VectorMap(onto, onto_count), points, dimensions));
}

const double* reprise_turn(const double* coordinates, int count, const double* onto, int onto_count,
                           int dimensions) {
  return give_numbers(reprise::turned_block(VectorMap(coordinates, count),
                                            VectorMap(onto, onto_count), dimensions));
}

const double* reprise_alignment(const float* blocks, int count, const std::int32_t* pairs,
                                int pair_count, const std::int32_t* shuffled, int shuffled_count) {
  return give_numbers(reprise::alignment_block(span_of(blocks, count),
                                               span_of(pairs, 2 * pair_count),
                                               span_of(shuffled, 4 * shuffled_count)));
}

const double* reprise_overlay(const float* blocks, int count, int layer, int other_layer,
                              const double* onto, int onto_count, int dimensions) {
  const std::array<std::int32_t, 2> layers = {layer, other_layer};
  return give_numbers(reprise::overlay_block(span_of(blocks, count), layers, dimensions,
                                             VectorMap(onto, onto_count)));
}

const double* reprise_cloud(const float* layer, int count, const double* onto, int onto_count,
                            int neighbours) {
  return give_numbers(
      reprise::cloud_block(span_of(layer, count), VectorMap(onto, onto_count), neighbours));
}
