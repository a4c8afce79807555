#include "experiment/point_choice.hpp"

#include <algorithm>
#include <string>

namespace reprise {
namespace {

constexpr int kMostPoints = 200;
constexpr int kUsualPoints = 100;

Error wrong_points(int points, const std::string& allowed) {
  return {"points", std::to_string(points), allowed};
}

// Row or column number `i` of `m` that are spread evenly over `side`.
int spread(int i, int m, int side) { return (2 * i * (side - 1) + m - 1) / (2 * (m - 1)); }

Result<PointChoice> choose_grid(int side, std::optional<int> asked) {
  const int most = std::min(10, side);
  int m = std::min(7, most);
  if (asked) {
    m = 2;
    while (m < most && 2 * m * m < *asked) ++m;
    if (2 * m * m != *asked) {
      return wrong_points(*asked, "2 m^2 for a whole m from 2 to " + std::to_string(most));
    }
  }
  PointChoice choice;
  for (int context = 0; context < 2; ++context) {
    for (int relevant = 0; relevant < m; ++relevant) {
      for (int irrelevant = 0; irrelevant < m; ++irrelevant) {
        const int column = spread(context == 0 ? relevant : irrelevant, m, side);
        const int row = spread(context == 0 ? irrelevant : relevant, m, side);
        choice.points.push_back((context * side + row) * side + column);
        choice.labels.push_back(context);
      }
    }
  }
  return choice;
}

}  // namespace

Result<PointChoice> choose_points(const Experiment& experiment, std::optional<int> asked) {
  const Task& task = experiment.spec().task;
  if (const auto* collapse = std::get_if<FeatureCollapseTask>(&task)) {
    return choose_grid(collapse->side, asked);
  }
  const std::vector<int>& labels = experiment.train_labels();
  const int most = std::min(kMostPoints, static_cast<int>(labels.size()));
  const int count = asked.value_or(std::min(kUsualPoints, most));
  if (count < 2 || count > most) {
    return wrong_points(count, "an integer from 2 to " + std::to_string(most));
  }
  PointChoice choice;
  for (int point = 0; point < count; ++point) {
    const auto after = [&](int a, int b) { return labels[a] < labels[b]; };
    choice.points.insert(std::upper_bound(choice.points.begin(), choice.points.end(), point, after),
                         point);
  }
  for (const int point : choice.points) choice.labels.push_back(labels[point]);
  return choice;
}

}  // namespace reprise
