#pragma once

#include <optional>
#include <string>
#include <vector>

#include "experiment/spec.hpp"

namespace reprise {

/// What a number of a record is.
enum class Quantity {
  kTime,             ///< Epochs trained.
  kLoss,             ///< Over the training set.
  kTrainAccuracy,    ///< Share of training pictures or points recognised.
  kHeldOutLoss,      ///< Over those kept for testing; NaN where there are none.
  kHeldOutAccuracy,  ///< Likewise.
  kCollapse,         ///< Collapse index of a hidden layer; see observe/collapse.hpp.
  kH,                ///< Squared distance of a pair of points in a hidden layer.
  kY,                ///< Squared distance of their outputs.
  kW,                ///< dy . (dy - dy*) of their outputs.
  kMean,             ///< Squared distance of the mean of their outputs from that of the targets.
};

/// Its name where neither pair nor layer need be told: "t", "loss", "h", ...
const char* quantity_name(Quantity quantity);

/// Two points of the training set.
struct PointPair {
  int i = 0, j = 1;
  bool operator==(const PointPair&) const = default;
};

/// One number of a record: a quantity, of a pair and in a hidden layer where it is of such.
struct Column {
  Quantity quantity = Quantity::kTime;
  std::optional<PointPair> pair = {};
  std::optional<int> layer = {};

  Column() = default;
  Column(Quantity of) : quantity(of) {}  // NOLINT: implicit on purpose
  Column(Quantity of, PointPair of_pair) : quantity(of), pair(of_pair) {}
  Column(Quantity of, PointPair of_pair, int in_layer)
      : quantity(of), pair(of_pair), layer(in_layer) {}
  static Column collapse(int layer);
  bool operator==(const Column&) const = default;
};

/// The column's name in files and for the site: "loss", "y_0_1", "h_0_1_layer_7", ...
/// web/src/engine/records.ts makes the same names.
std::string column_name(const Column& column);
std::vector<std::string> column_names(const std::vector<Column>& columns);

/// Whether a task has classes, whose recognition is recorded.
bool records_accuracy(const Task& task);
/// Whether it keeps points for testing, at which the loss is recorded.
bool records_held_out(const Task& task);

/// The columns of a record: t, loss, for pictures and points with classes the accuracies and, where
/// some are held out, the held-out loss, for feature collapse the index of every layer, then y, w,
/// mean and, for every layer, h of each pair of the observed `points`.
std::vector<Column> record_columns(const Task& task, const std::vector<int>& points,
                                   int hidden_layers);

/// The first pair of observed points, to which the theory is fitted; none where fewer are observed.
std::optional<PointPair> first_pair(const ObserveSpec& observe);

/// Records of a run: rows of numbers whose meaning `columns` gives.
struct Records {
  std::vector<Column> columns;
  std::vector<double> values;  ///< rows() x columns.size(), row by row.

  std::size_t rows() const { return columns.empty() ? 0 : values.size() / columns.size(); }
  bool has(const Column& column) const;
  /// One column from the first row to the last; empty if there is none.
  std::vector<double> column(const Column& column) const;
  /// Its first and its last number; NaN if there is none.
  double first(const Column& column) const;
  double last(const Column& column) const;
  /// Those of the `wanted` columns that are there, in that order.
  Records select(const std::vector<Column>& wanted) const;
};

}  // namespace reprise
