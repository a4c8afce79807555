#include "experiment/views_json.hpp"

#include <optional>

#include "experiment/field_reader.hpp"
#include "experiment/json_reader.hpp"
#include "experiment/structure.hpp"

namespace reprise {
namespace {

int required_layer(const FieldReader& fields, const Experiment& experiment) {
  const int last = experiment.spec().network.hidden_layers - 1;
  if (fields.find("layer") == nullptr) {
    fields.reject("layer", "an integer from 0 to " + std::to_string(last));
  }
  return fields.integer("layer", 0, last, 0);
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
  std::vector<double> block = {static_cast<double>(embedding.points),
                               static_cast<double>(embedding.dimensions)};
  block.insert(block.end(), embedding.shares.begin(), embedding.shares.end());
  block.insert(block.end(), embedding.coordinates.begin(), embedding.coordinates.end());
  return block;
}

Result<std::vector<double>> structure_block(const Experiment& experiment,
                                            std::string_view options) {
  const auto document = read_json(options);
  if (!document) return document.error();
  std::optional<Error> error;
  const FieldReader fields(&document.value(), "", {"layer", "points", "ratio"}, error);
  StructureOptions wanted;
  wanted.layer = required_layer(fields, experiment);
  if (fields.find("points") != nullptr) wanted.points = fields.integer("points", 2, 200, 2);
  if (fields.find("ratio") != nullptr) wanted.ratio = fields.positive("ratio", 1e50, 1);
  if (error) return *error;
  const auto looked = structure(experiment, wanted);
  if (!looked) return looked.error();
  const Structure& found = looked.value();
  std::vector<double> block = {static_cast<double>(found.points.size()), found.ratio,
                               found.ratio_fitted ? 1.0 : 0.0};
  for (const StructureCorrelation& correlation : {found.correlation, found.across_classes}) {
    block.insert(block.end(), {correlation.initial, correlation.predicted, correlation.smoothed});
  }
  block.insert(block.end(), found.points.begin(), found.points.end());
  block.insert(block.end(), found.labels.begin(), found.labels.end());
  for (const auto* matrix : {&found.initial, &found.measured, &found.predicted, &found.smoothed}) {
    block.insert(block.end(), matrix->begin(), matrix->end());
  }
  return block;
}

}  // namespace reprise
