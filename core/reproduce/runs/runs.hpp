#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "data/images.hpp"
#include "experiment/experiment.hpp"
#include "experiment/spec.hpp"
#include "host/files.hpp"

namespace reprise::reproduce {

/// Labelled pictures that runs train on.
struct PictureSet {
  ImageSet images;
  std::string digest;  ///< The same for the same pictures; goes into the files of runs.
};

/// A run that a figure asks for.
struct RunRequest {
  std::string name;  ///< Name of its file; requests with one name are the same run.
  Spec spec;
  std::string preset;       ///< That the spec was made from; may be empty.
  double until_loss = 0;    ///< Ends the run once a record's loss is below; 0 for all epochs.
  bool fit_layers = false;  ///< Fits the theory to the first observed pair in every hidden layer.
  std::shared_ptr<const PictureSet> pictures = {};  ///< For the images task.
  /// What else to keep of the network once trained, under a name of its own.
  std::string look_name = {};
  std::function<nlohmann::json(Experiment&)> look = {};
};

/// A run, read from its file.
struct FinishedRun {
  RunRequest request;
  std::string status;  ///< "finished", "diverged", "learnt" (below `until_loss`), or "failed".
  Table records;
  nlohmann::json fits;  ///< One for each hidden layer, or {"error"}; see `fit_json`.
  nlohmann::json look;  ///< What `request.look` gave.
  nlohmann::json
      pair;  ///< Of the first observed pair: "dx2", "dy2", and "outputs", the output dimension.

  std::vector<double> column(const std::string& name) const;
  double first(const std::string& name) const;
  double last(const std::string& name) const;
  nlohmann::json fit(int layer) const;  ///< Null if the layer was not fitted.
};

/// How many runs at a time (0: one a core), and when to start no more.
struct Workers {
  unsigned jobs = 0;
  std::optional<std::chrono::steady_clock::time_point> deadline;
};

/// Makes the runs that `folder` does not hold yet, first those of the first seed, and reads all of
/// them. Empty if the deadline left some unmade; one is made in any case. Error: "--out" if a file
/// cannot be written.
Result<std::vector<FinishedRun>> finish_runs(const std::string& folder,
                                             const std::vector<RunRequest>& requests,
                                             const Workers& workers, const std::string& label);

/// The theory fitted to the first observed pair of a run at a hidden layer: the fields of
/// `fit_json`, or {"error"}. `system` is one of `system_names()`.
nlohmann::json fit_layer(const FinishedRun& run, int layer, const std::string& system = "paper",
                         bool curve = false);

/// One quantity ("h", "y", "w" or "loss") of a fit with its curve, NaN where there is none, `rows`
/// numbers.
std::vector<double> fit_curve(const nlohmann::json& fit, const std::string& quantity,
                              std::size_t rows);

/// The closed form's final squared distance of one pair of points; NaN if it does not exist. See
/// `predict_json`.
double predict_final(double h0, double y0, double dx2, double dy2, double ratio);

/// "h_0_1_layer_7" and the like.
std::string h_column(int i, int j, int layer);

}  // namespace reprise::reproduce
