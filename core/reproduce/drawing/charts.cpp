#include "reproduce/drawing/charts.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace reprise::reproduce {
namespace {

std::vector<double> over_time(const Fit* fit, double State::*quantity, std::size_t rows) {
  std::vector<double> values(rows, std::numeric_limits<double>::quiet_NaN());
  for (std::size_t i = 0; fit != nullptr && i < std::min(rows, fit->curve.size()); ++i)
    values[i] = fit->curve[i].*quantity;
  return values;
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

Panel distance_panel(const FinishedRun& run, int layer, const Fit* fit) {
  const std::vector<double> t = run.records.column(Quantity::kTime);
  Panel panel;
  panel.id = "distances";
  panel.heading = "Squared distances";
  panel.layer = layer;
  panel.x_title = "time (epochs)";
  panel.y_title = "squared distance";
  const std::pair<Column, double State::*> quantities[] = {
      {run.h(layer), &State::h}, {run.y(), &State::y}, {run.w(), &State::w}};
  for (const auto& [column, state] : quantities) {
    add_quantity(panel, quantity_name(column.quantity), t, run.records.column(column),
                 over_time(fit, state, t.size()), run.seed());
  }
  return panel;
}

Panel loss_panel(const FinishedRun& run, const Fit* fit) {
  const std::vector<double> t = run.records.column(Quantity::kTime);
  Panel panel;
  panel.id = "loss";
  panel.heading = "Loss";
  panel.x_title = "time (epochs)";
  panel.y_title = "half mean squared error";
  panel.log_y = true;
  std::vector<double> theory(t.size(), std::numeric_limits<double>::quiet_NaN());
  if (fit != nullptr && fit->loss) theory = fit->loss->curve;
  add_quantity(panel, "loss", t, run.records.column(Quantity::kLoss), theory, run.seed());
  return panel;
}

Panel matrix_panel(const std::string& id, const std::string& heading, const MatrixRef& distances,
                   const std::vector<std::string>& labels) {
  Panel panel;
  panel.id = id;
  panel.heading = heading;
  panel.x_title = "squared distances";
  panel.cell_labels = labels;
  panel.cells.assign(distances.data(), distances.data() + distances.size());
  return panel;
}

void add_matrices(std::vector<Panel> matrices, const std::string& group, Outcome& outcome) {
  double largest = 0;
  for (const Panel& panel : matrices) {
    for (const double value : panel.cells) largest = std::max(largest, value);
  }
  for (Panel& panel : matrices) {
    panel.group = group;
    panel.cells_max = largest;
    outcome.panels.push_back(std::move(panel));
  }
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
