#include "experiment/views_json.hpp"

#include <optional>
#include <span>
#include <string>
#include <utility>

#include "experiment/field_reader.hpp"
#include "experiment/json_reader.hpp"
#include "experiment/structure.hpp"
#include "observe/embedding.hpp"

namespace reprise {
namespace {

int required_layer(const FieldReader& fields, const Experiment& experiment) {
  const int last = experiment.spec().network.hidden_layers - 1;
  if (fields.find("layer") == nullptr) {
    fields.reject("layer", "an integer from 0 to " + std::to_string(last));
  }
  return fields.integer("layer", 0, last, 0);
}

std::span<const double> numbers_of(const Matrix& matrix) {
  return {matrix.data(), static_cast<std::size_t>(matrix.size())};
}

// One number at a time: as an insertion of a range it would be other code for each kind of numbers.
template <class Numbers>
void append(std::vector<double>& block, const Numbers& numbers) {
  for (const auto number : numbers) block.push_back(static_cast<double>(number));
}

}  // namespace

Result<std::vector<double>> embedding_block(Experiment& experiment, std::string_view options) {
  const auto document = read_json(options);
  if (!document) return document.error();
  std::optional<Error> error;
  const FieldReader fields(&document.value(), "", {"layer", "method", "dimensions"}, error);
  const int layer = required_layer(fields, experiment);
  fields.choice("method", {"mds", "pca"}, 0);
  const int dimensions = fields.integer("dimensions", 1, 10, 3);
  if (error) return *error;
  const auto found = experiment.embedding(layer, dimensions);
  if (!found) return found.error();
  const Embedding& embedding = found.value();
  std::vector<double> block = {static_cast<double>(embedding.coordinates.rows()),
                               static_cast<double>(embedding.coordinates.cols())};
  append(block, embedding.shares);
  append(block, numbers_of(embedding.coordinates));
  return block;
}

Result<std::vector<double>> structure_block(const Experiment& experiment,
                                            std::string_view options) {
  const auto document = read_json(options);
  if (!document) return document.error();
  std::optional<Error> error;
  const FieldReader fields(&document.value(), "", {"layer", "points", "ratio", "chance"}, error);
  StructureOptions wanted;
  wanted.layer = required_layer(fields, experiment);
  if (fields.find("points") != nullptr) wanted.points = fields.integer("points", 2, 200, 2);
  if (fields.find("ratio") != nullptr) wanted.ratio = fields.positive("ratio", 1e50, 1);
  if (const nlohmann::json* chance = fields.find("chance"); chance != nullptr) {
    if (!chance->is_boolean()) fields.reject("chance", "true or false");
    wanted.chance = *chance == true;
  }
  if (error) return *error;
  const auto looked = structure(experiment, wanted);
  if (!looked) return looked.error();
  const Structure& found = looked.value();
  std::vector<double> block = {static_cast<double>(found.points.size()), found.ratio,
                               found.ratio_fitted ? 1.0 : 0.0};
  for (const StructureCorrelation& correlation : {found.correlation, found.across_classes}) {
    block.insert(block.end(), {correlation.initial, correlation.predicted, correlation.smoothed,
                               correlation.pairs, correlation.same_class, correlation.chance});
  }
  append(block, found.points);
  append(block, found.labels);
  for (const auto* matrix : {&found.initial, &found.measured, &found.predicted, &found.smoothed}) {
    append(block, numbers_of(*matrix));
  }
  return block;
}

}  // namespace reprise
