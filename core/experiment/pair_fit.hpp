#pragma once

#include <optional>

#include "experiment/experiment.hpp"
#include "experiment/records.hpp"
#include "theory/fit.hpp"

namespace reprise {

/// The theory is for squared errors: why it says nothing of a run with another loss. Field
/// "training.loss".
std::optional<Error> check_theory(const TrainingSpec& training);

/// What the theory has to know of a pair of training points beside its trajectory.
struct PairTask {
  Constants constants;
  int outputs = 1;  ///< Output dimension of the network.
};

PairTask pair_task(const TwoPointsTask& task);

/// Of the first observed pair; none where fewer than two points are observed, or a look at
/// them takes too much memory.
std::optional<PairTask> pair_task(const Experiment& experiment);

/// What a measured loss is in units of half the squared error of one output, which is what the
/// theory speaks of: averages are over the outputs too.
double loss_scale(Loss loss, int outputs);

/// The theory fitted to the first observed pair in a hidden layer. Loss and mean belong to the pair
/// only where there are no other points, and are fitted for two points alone. Errors:
/// "observe.points" (fewer than two), "layer" (not recorded), and those of `fit_rates`.
Result<Fit> fit_pair(const Spec& spec, const PairTask& pair, const Records& records, int layer,
                     const System& system = {});

}  // namespace reprise
