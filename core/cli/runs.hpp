#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "data/images.hpp"
#include "experiment/experiment.hpp"
#include "host/csv.hpp"

namespace reprise::cli {

/// Where an experiment comes from: a spec and, for pictures, their files.
struct RunSource {
  std::string spec;            ///< A preset's name, or a JSON file with a spec.
  std::string images, labels;  ///< IDX files, plain or compressed with gzip.
};

/// The spec of the preset, or of the file if there is no such preset.
Result<Spec> load_spec(const std::string& given);

/// The pictures the spec's task needs; an empty set if it needs none.
Result<ImageSet> load_images(const Spec& spec, const RunSource& source);

/// Every record of the run, as a table for files.
Table records_table(const Experiment& experiment);

/// Where two points are observed: t, h, y, w, loss and mean of this pair at the observed layer,
/// then the accuracies and held-out loss of pictures, by these short names. Else every record.
Table trajectory_table(const Experiment& experiment);

/// What is known at the end of a run: state, counts, the last row of its trajectory (null where a
/// number is undefined, or where there is no record), the columns that were ever undefined and, for
/// two points, the fitted theory.
nlohmann::json summarise(const Experiment& experiment);

}  // namespace reprise::cli
