#include "experiment/records.hpp"

#include <algorithm>
#include <limits>

namespace reprise {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

}  // namespace

const char* quantity_name(Quantity quantity) {
  switch (quantity) {
    case Quantity::kTime:
      return "t";
    case Quantity::kLoss:
      return "loss";
    case Quantity::kTrainAccuracy:
      return "train_accuracy";
    case Quantity::kHeldOutLoss:
      return "held_out_loss";
    case Quantity::kHeldOutAccuracy:
      return "held_out_accuracy";
    case Quantity::kCollapse:
      return "collapse";
    case Quantity::kH:
      return "h";
    case Quantity::kY:
      return "y";
    case Quantity::kW:
      return "w";
    case Quantity::kMean:
      return "mean";
  }
  return "unknown";
}

Column Column::collapse(int layer) {
  Column column = Quantity::kCollapse;
  column.layer = layer;
  return column;
}

std::string column_name(const Column& column) {
  std::string name = quantity_name(column.quantity);
  if (column.pair)
    name += "_" + std::to_string(column.pair->i) + "_" + std::to_string(column.pair->j);
  if (column.layer) name += "_layer_" + std::to_string(*column.layer);
  return name;
}

std::vector<std::string> column_names(const std::vector<Column>& columns) {
  std::vector<std::string> names;
  for (const Column& column : columns) names.push_back(column_name(column));
  return names;
}

bool records_accuracy(const Task& task) {
  const auto* plane = std::get_if<PlaneTask>(&task);
  return std::holds_alternative<ImagesTask>(task) ||
         (plane != nullptr && plane_classes(*plane) > 0);
}

bool records_held_out(const Task& task) {
  const auto* plane = std::get_if<PlaneTask>(&task);
  return std::holds_alternative<ImagesTask>(task) || (plane != nullptr && plane->held_out > 0);
}

std::vector<Column> record_columns(const Task& task, const std::vector<int>& points,
                                   int hidden_layers) {
  std::vector<Column> columns = {Quantity::kTime, Quantity::kLoss};
  const bool accuracy = records_accuracy(task), held_out = records_held_out(task);
  if (accuracy) columns.push_back(Quantity::kTrainAccuracy);
  if (held_out) columns.push_back(Quantity::kHeldOutLoss);
  if (accuracy && held_out) columns.push_back(Quantity::kHeldOutAccuracy);
  if (std::holds_alternative<FeatureCollapseTask>(task)) {
    for (int layer = 0; layer < hidden_layers; ++layer) columns.push_back(Column::collapse(layer));
  }
  for (std::size_t i = 0; i < points.size(); ++i) {
    for (std::size_t j = i + 1; j < points.size(); ++j) {
      const PointPair pair = {points[i], points[j]};
      for (const Quantity quantity : {Quantity::kY, Quantity::kW, Quantity::kMean})
        columns.emplace_back(quantity, pair);
      for (int layer = 0; layer < hidden_layers; ++layer)
        columns.emplace_back(Quantity::kH, pair, layer);
    }
  }
  return columns;
}

std::optional<PointPair> first_pair(const ObserveSpec& observe) {
  if (observe.points.size() < 2) return std::nullopt;
  return PointPair{observe.points[0], observe.points[1]};
}

bool Records::has(const Column& column) const {
  return std::find(columns.begin(), columns.end(), column) != columns.end();
}

std::vector<double> Records::column(const Column& column) const { return select({column}).values; }

double Records::first(const Column& column) const {
  const std::vector<double> values = this->column(column);
  return values.empty() ? kNan : values.front();
}

double Records::last(const Column& column) const {
  const std::vector<double> values = this->column(column);
  return values.empty() ? kNan : values.back();
}

Records Records::select(const std::vector<Column>& wanted) const {
  Records chosen;
  std::vector<std::size_t> places;
  for (const Column& column : wanted) {
    const auto place = std::find(columns.begin(), columns.end(), column);
    if (place == columns.end()) continue;
    chosen.columns.push_back(column);
    places.push_back(static_cast<std::size_t>(place - columns.begin()));
  }
  for (std::size_t row = 0; row < rows(); ++row) {
    for (const std::size_t place : places)
      chosen.values.push_back(values[row * columns.size() + place]);
  }
  return chosen;
}

}  // namespace reprise
