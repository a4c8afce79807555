#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "data/images.hpp"
#include "experiment/experiment.hpp"
#include "host/files.hpp"

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

/// Every record of the run.
Table all_records(const Experiment& experiment);

/// t, h, y, w, loss, mean of the observed pair at the observed layer, then whatever else is not
/// about pairs. Only for runs that observe two points.
Table pair_trajectory(const Experiment& experiment, const Table& records);

/// Columns in which some record has no number, because what they tell was undefined then: collapse
/// indices of a layer that does not distinguish what is asked for.
std::vector<std::string> undefined_columns(const Table& records);

/// What is known at the end of a run: state, counts, the last record (null where a number is
/// undefined, or where there is no record), the columns that were ever undefined and, for two
/// points, the fitted theory.
nlohmann::json summarise(const Experiment& experiment, const Table& records,
                         const Table& trajectory);

}  // namespace reprise::cli
