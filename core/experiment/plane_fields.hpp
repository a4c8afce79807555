#pragma once

#include "experiment/field_reader.hpp"
#include "experiment/spec_json.hpp"

namespace reprise {

// The fields of the task "plane" (data/plane.hpp), which depend on its shape.

/// Reads the field "task" of a document, whose kind is "plane".
PlaneTask read_plane(const FieldReader& document);

/// Appends every field but the kind.
void append_plane_fields(const PlaneTask& task, Fields& fields);

}  // namespace reprise
