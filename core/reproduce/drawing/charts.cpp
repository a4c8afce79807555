#include "reproduce/drawing/charts.hpp"

#include <cmath>

namespace reprise::reproduce {
namespace {

std::string first_pair(const Spec& spec) {
  return std::to_string(spec.observe.points[0]) + "_" + std::to_string(spec.observe.points[1]);
}

// Measured, and the theory's where there is one.
void add_quantity(Panel& panel, const std::string& quantity, const std::vector<double>& t,
                  const std::vector<double>& measured, const std::vector<double>& theory,
                  int seed) {
  panel.series.push_back(line(quantity + "_measured", quantity, quantity + ", measured",
                              Role::kMeasured, quantity, t, measured));
  panel.series.push_back(
      line(quantity + "_theory", "", quantity + ", theory", Role::kTheory, quantity, t, theory));
  for (std::size_t i = panel.series.size() - 2; i < panel.series.size(); ++i)
    panel.series[i].seed = seed;
}

}  // namespace

Panel distance_panel(const FinishedRun& run, int layer, const nlohmann::json& fit) {
  const Spec& spec = run.request.spec;
  const std::vector<double> t = run.column("t");
  Panel panel;
  panel.id = "distances";
  panel.heading = "Squared distances";
  panel.layer = layer;
  panel.x_title = "time (epochs)";
  panel.y_title = "squared distance";
  const auto& points = spec.observe.points;
  const std::pair<const char*, std::string> quantities[] = {
      {"h", h_column(points[0], points[1], layer)},
      {"y", "y_" + first_pair(spec)},
      {"w", "w_" + first_pair(spec)}};
  for (const auto& [quantity, column] : quantities) {
    add_quantity(panel, quantity, t, run.column(column), fit_curve(fit, quantity, t.size()),
                 static_cast<int>(spec.seed));
  }
  return panel;
}

Panel loss_panel(const FinishedRun& run, const nlohmann::json& fit) {
  const std::vector<double> t = run.column("t");
  Panel panel;
  panel.id = "loss";
  panel.heading = "Loss";
  panel.x_title = "time (epochs)";
  panel.y_title = "half mean squared error";
  panel.log_y = true;
  add_quantity(panel, "loss", t, run.column("loss"), fit_curve(fit, "loss", t.size()),
               static_cast<int>(run.request.spec.seed));
  return panel;
}

Panel matrix_panel(const std::string& id, const std::string& heading,
                   const std::vector<double>& pairs, const std::vector<std::string>& labels) {
  const std::size_t n = labels.size();
  Panel panel;
  panel.id = id;
  panel.heading = heading;
  panel.x_title = "squared distances";
  panel.cell_labels = labels;
  panel.cells = pairs;
  if (pairs.size() == n * n) return panel;
  panel.cells.assign(n * n, 0.0);
  for (std::size_t i = 0, k = 0; i < n; ++i) {
    for (std::size_t j = i + 1; j < n; ++j, ++k)
      panel.cells[i * n + j] = panel.cells[j * n + i] = pairs[k];
  }
  return panel;
}

Series dots(const std::string& id, const std::string& label, const std::string& name,
            const std::string& colour, std::vector<double> x, std::vector<double> y) {
  return {id, label, name, Role::kPoints, colour, std::move(x), std::move(y)};
}

Series line(const std::string& id, const std::string& label, const std::string& name, Role role,
            const std::string& colour, std::vector<double> x, std::vector<double> y) {
  return {id, label, name, role, colour, std::move(x), std::move(y)};
}

}  // namespace reprise::reproduce
