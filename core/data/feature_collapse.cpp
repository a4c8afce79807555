#include "data/points.hpp"
#include "numerics/elementary.hpp"

namespace reprise {
namespace {

constexpr int kPixels = 5;  // A side of the picture.

// Position `index` of `count` that divide [-1, 1] equally.
float position(int index, int count) {
  return count == 1 ? 0.0f
                    : -1.0f + 2.0f * static_cast<float>(index) / static_cast<float>(count - 1);
}

void draw_blob(float centre_x, float centre_y, float* pixels) {
  float total = 0.0f;
  for (int row = 0; row < kPixels; ++row) {
    for (int column = 0; column < kPixels; ++column) {
      const float dx = position(column, kPixels) - centre_x;
      const float dy = position(row, kPixels) - centre_y;
      // Our own exponential, since the standard library's differs between machines.
      const float value = exponential(splat(-0.5f * (dx * dx + dy * dy)))[0];
      pixels[row * kPixels + column] = value;
      total += value;
    }
  }
  for (int i = 0; i < kPixels * kPixels; ++i) pixels[i] /= total;
}

}  // namespace

PointSet feature_collapse_points(int side) {
  PointSet set;
  set.count = 2 * side * side;
  set.input_dimension = kPixels * kPixels + 2;
  set.output_dimension = 1;
  set.inputs.reserve(static_cast<std::size_t>(set.count) *
                     static_cast<std::size_t>(set.input_dimension));
  for (int context = 0; context < 2; ++context) {
    for (int row = 0; row < side; ++row) {
      for (int column = 0; column < side; ++column) {
        const float x = position(column, side), y = position(row, side);
        float pixels[kPixels * kPixels];
        draw_blob(x, y, pixels);
        set.inputs.insert(set.inputs.end(), pixels, pixels + kPixels * kPixels);
        set.inputs.push_back(context == 0 ? 1.0f : 0.0f);
        set.inputs.push_back(context == 1 ? 1.0f : 0.0f);
        set.targets.push_back(context == 0 ? x : y);
        set.labels.push_back(static_cast<int>(set.labels.size()));
      }
    }
  }
  return set;
}

}  // namespace reprise
