#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/runs.hpp"
#include "experiment/joint.hpp"

namespace reprise::cli {

/// What `run` looks at beside its records.
struct LookOptions {
  int gauge = 0;       ///< So many looks at the tangent kernel, and the one at the start; 0 none.
  bool joint = false;  ///< Whether to hold the theory of many points against the end.
  int points = 0;      ///< Training points looked at; 0 for the observed ones.
  double ratio = 0;    ///< eta_h / eta_y; 0 to fit it, for each theory by itself.
};

/// Looks at a run on its way, for the files gauge.csv, joint.csv and joint.json.
class Looks {
 public:
  /// Before the run begins. Errors: "points", and those of `joint_view`.
  static Result<Looks> at_start(const Experiment& experiment, const LookOptions& options);

  /// The step at which to look next.
  std::int64_t next_step() const;
  /// Looks, if the run is there.
  std::optional<Error> look(const Experiment& experiment);

  /// Names and contents of the files, once the run has ended.
  Result<std::vector<std::pair<std::string, std::string>>> files(
      const Experiment& experiment) const;

 private:
  void add_row(double t, const PointView& view);

  LookOptions options_;
  std::vector<int> points_, labels_;
  int layer_ = 0;
  JointView start_;
  std::vector<std::int64_t> steps_;  // Of looks that are still to come, the next one last.
  Table gauge_;
};

}  // namespace reprise::cli
