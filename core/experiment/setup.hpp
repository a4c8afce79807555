#pragma once

#include <vector>

#include "data/images.hpp"
#include "data/points.hpp"
#include "experiment/spec.hpp"
#include "network/network.hpp"
#include "training/trainer.hpp"

namespace reprise {

// What a spec means: its points, its network, how to train it.

/// The points of a task; the indices say which pictures of the set, or which points in
/// the plane, they are (empty for other tasks).
struct TaskData {
  PointSet train, held_out;
  std::vector<int> train_indices, held_out_indices;
};

/// Makes the task's points. `images` is needed for the images task only; fails if it does not hold
/// what the task asks for.
Result<TaskData> load_task(const Task& task, const ImageSet& images);

/// The network, for points of this shape.
Network build_network(const NetworkSpec& spec, const PointShape& shape);

/// Those of the spec: the decoder begins after the observed hidden layer.
Gains initial_gains(const Spec& spec);

TrainingOptions training_options(const Spec& spec);

/// How many numbers a record of the spec's run has.
std::int64_t record_width(const Spec& spec);

}  // namespace reprise
