#include "data/plane.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "numerics/random.hpp"
#include "numerics/sine.hpp"

namespace reprise {
namespace {

double cosine_of_pi(double x) { return sine_of_pi(x + 0.5); }

struct Place {
  double x = 0, y = 0, target = 0;
};

Place at_angle(double radius, double half_turns, double target) {
  return {radius * cosine_of_pi(half_turns), radius * sine_of_pi(half_turns), target};
}

// Point number `k` of a shape before it is moved by noise. u and v are uniform on [0, 1); `normal`
// holds two standard normal numbers.
Place place(const PlaneTask& task, int k, double u, double v, const float* normal) {
  const int kind = k % task.classes;
  const double label = kind;
  const double x = 2 * u - 1, y = 2 * v - 1;
  switch (task.shape) {
    case PlaneShape::kOwn:
      break;
    case PlaneShape::kXorCorners:
    case PlaneShape::kXorClouds: {
      // Corners in the order (-, -), (-, +), (+, +), (+, -).
      const double right = k % 4 >= 2 ? 1 : -1, up = (k % 4 == 1 || k % 4 == 2) ? 1 : -1;
      if (task.shape == PlaneShape::kXorCorners) return {0.6 * right, 0.6 * up, label};
      return {right * (0.05 + 0.9 * u), up * (0.05 + 0.9 * v), label};
    }
    case PlaneShape::kCircles:
      return at_angle(kind == 0 ? 0.45 * std::sqrt(v) : 0.7 + 0.25 * v, 2 * u, kind);
    case PlaneShape::kMoons: {
      const Place upper = at_angle(1, u, 0);
      const double sign = kind == 0 ? 1 : -1;
      return {sign * (upper.x - 0.5) / 1.5, sign * (upper.y - 0.25) / 1.5, label};
    }
    case PlaneShape::kSpirals:
      return at_angle(0.08 + 0.9 * u, 3 * u + kind, kind);
    case PlaneShape::kGaussians: {
      const Place middle = at_angle(0.6, 2.0 * kind / task.classes + 0.25, kind);
      return {middle.x + 0.15 * normal[0], middle.y + 0.15 * normal[1], middle.target};
    }
    case PlaneShape::kCheckerboard: {
      const int column = static_cast<int>(4 * u), row = static_cast<int>(4 * v);
      return {x, y, static_cast<double>((column + row) % 2)};
    }
    case PlaneShape::kSine:
      return {x, y, y > 0.5 * sine_of_pi(x) ? 1.0 : 0.0};
    case PlaneShape::kSurface:
      return {x, y, sine_of_pi(x) * cosine_of_pi(0.5 * y)};
  }
  return {};
}

}  // namespace

int plane_classes(const PlaneTask& task) {
  if (task.shape == PlaneShape::kSurface || task.numbers) return 0;
  return task.classes;
}

int plane_count(const PlaneTask& task) {
  return task.shape == PlaneShape::kOwn ? static_cast<int>(task.points.size() / 3) : task.count;
}

bool plane_held_out(int point, double share) {
  // Multiples of the golden ratio, without their whole parts, fill [0, 1) evenly.
  const std::uint32_t part = (static_cast<std::uint32_t>(point) + 1u) * 2654435769u;
  return static_cast<double>(part) < share * 4294967296.0;
}

int plane_training_points(const PlaneTask& task) {
  int points = 0;
  for (int k = 0; k < plane_count(task); ++k) points += plane_held_out(k, task.held_out) ? 0 : 1;
  return points;
}

std::vector<float> plane_points(const PlaneTask& task) {
  if (task.shape == PlaneShape::kOwn) return {task.points.begin(), task.points.end()};
  // Four normal numbers a point, whatever its shape, and two uniform ones.
  std::vector<float> normal(4 * static_cast<std::size_t>(task.count)), points;
  RandomStream(task.seed, RandomPurpose::kNoise).fill_normal(normal.data(), normal.size(), 1.0);
  RandomStream uniform(task.seed, RandomPurpose::kPlaces);
  for (int k = 0; k < task.count; ++k) {
    const float* moved = normal.data() + 4 * std::ptrdiff_t{k};
    const double u = uniform.uniform(), v = uniform.uniform();
    Place point = place(task, k, u, v, moved + 2);
    if (task.shape == PlaneShape::kSurface) {
      point.target += task.noise * moved[0];
    } else {
      point.x += task.noise * moved[0];
      point.y += task.noise * moved[1];
    }
    for (const double number : {point.x, point.y, point.target}) {
      points.push_back(static_cast<float>(number));
    }
  }
  return points;
}

void append_features(const std::vector<PlaneFeature>& features, float x, float y,
                     std::vector<float>& inputs) {
  for (const PlaneFeature feature : features) {
    switch (feature) {
      case PlaneFeature::kX:
        inputs.push_back(x);
        break;
      case PlaneFeature::kY:
        inputs.push_back(y);
        break;
      case PlaneFeature::kXSquared:
        inputs.push_back(x * x);
        break;
      case PlaneFeature::kYSquared:
        inputs.push_back(y * y);
        break;
      case PlaneFeature::kXY:
        inputs.push_back(x * y);
        break;
      case PlaneFeature::kSinePiX:
      case PlaneFeature::kSinePiY:
        inputs.push_back(static_cast<float>(sine_of_pi(feature == PlaneFeature::kSinePiX ? x : y)));
        break;
    }
  }
}

PointSet plane_point_set(const PlaneTask& task, bool held_out, std::vector<int>& indices) {
  const std::vector<float> points = plane_points(task);
  const int classes = plane_classes(task);
  PointSet set;
  set.input_dimension = static_cast<int>(task.features.size());
  set.output_dimension = std::max(classes, 1);
  for (int k = 0; k < plane_count(task); ++k) {
    if (plane_held_out(k, task.held_out) != held_out) continue;
    const float* point = points.data() + 3 * std::ptrdiff_t{k};
    ++set.count;
    indices.push_back(k);
    append_features(task.features, point[0], point[1], set.inputs);
    if (classes == 0) set.targets.push_back(point[2]);
    for (int c = 0; c < classes; ++c) set.targets.push_back(point[2] == c ? 1.0f : 0.0f);
    set.labels.push_back(classes == 0 ? k : static_cast<int>(point[2]));
  }
  return set;
}

}  // namespace reprise
