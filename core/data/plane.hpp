#pragma once

#include <cstdint>
#include <vector>

#include "data/points.hpp"

namespace reprise {

/// Where the points of a `PlaneTask` lie.
enum class PlaneShape {
  kOwn,           ///< Where the spec says.
  kXorCorners,    ///< About the corners of a square, opposite corners in one class.
  kXorClouds,     ///< All over the square, opposite quarters in one class.
  kCircles,       ///< A disc, and a ring about it.
  kMoons,         ///< Two half circles, each with an end within the other.
  kSpirals,       ///< Two arms wound into each other.
  kGaussians,     ///< One cloud a class.
  kCheckerboard,  ///< Four by four squares.
  kSine,          ///< Above or below the graph of sin(pi x) / 2.
  kSurface,       ///< A number to be fitted: sin(pi x) cos(pi y / 2).
};
inline constexpr const char* kPlaneShapes[] = {"own",   "xor_corners", "xor_clouds", "circles",
                                               "moons", "spirals",     "gaussians",  "checkerboard",
                                               "sine",  "surface"};

/// What a network sees of a point, an input each.
enum class PlaneFeature { kX, kY, kXSquared, kYSquared, kXY, kSinePiX, kSinePiY };
inline constexpr const char* kPlaneFeatures[] = {"x",  "y",        "x_squared", "y_squared",
                                                 "xy", "sin_pi_x", "sin_pi_y"};

/// Points in the plane, each with a class or a number as its target.
struct PlaneTask {
  PlaneShape shape = PlaneShape::kXorClouds;
  bool numbers = false;  ///< Own points only: whether their targets are numbers.
  int classes = 2;       ///< Own points with classes and Gaussians only, 2 to 4; else always 2.
  int count = 200;       ///< Not of own points: how many there are, 2 to 500.
  /// Not of own points: standard deviation by which points are moved off their shape, or numbers
  /// off the surface; from 0 to 1.
  double noise = 0.1;
  std::uint64_t seed = 1;  ///< Not of own points: of their random places, 0 to 2^53 - 1.
  /// Own points only, up to 500: x, y (from -10 to 10 each) and class (from 0) or number (from -10
  /// to 10) of one after another.
  std::vector<double> points = {-0.6, -0.6, 0, -0.6, 0.6, 1, 0.6, 0.6, 0, 0.6, -0.6, 1};
  double held_out = 0.2;  ///< Share of the points that is not trained on, 0 to 0.8.
  std::vector<PlaneFeature> features = {PlaneFeature::kX, PlaneFeature::kY};  ///< All different.
  bool operator==(const PlaneTask&) const = default;
};

/// Number of classes; 0 where targets are numbers.
int plane_classes(const PlaneTask& task);

/// How many points there are, trained on or not.
int plane_count(const PlaneTask& task);

/// Whether a point, by its number, is not trained on: of every few points in a row about the same
/// share, and none changes sides because others are added after it.
bool plane_held_out(int point, double share);

/// How many points are trained on.
int plane_training_points(const PlaneTask& task);

/// x, y and target (a class from 0, or a number) of every point, one after another. Points of a
/// generated shape keep their places when there are to be more, and move along straight lines with
/// the noise.
std::vector<float> plane_points(const PlaneTask& task);

/// Appends what the network sees of the point (x, y), a number a feature.
void append_features(const std::vector<PlaneFeature>& features, float x, float y,
                     std::vector<float>& inputs);

/// The points that are trained on, or those that are not, and their numbers among all of them. With
/// classes, targets are one-hot; labels are the classes, or the points' numbers.
PointSet plane_point_set(const PlaneTask& task, bool held_out, std::vector<int>& indices);

}  // namespace reprise
