#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "data/images.hpp"
#include "experiment/pair_fit.hpp"

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
  /// What else to keep of it at every record, likewise.
  std::string watch_name = {};
  std::function<nlohmann::json(const Experiment&)> watch = {};
};

/// A run, as its file has it.
struct FinishedRun {
  RunRequest request;
  std::string status;  ///< "finished", "diverged", "learnt" (below `until_loss`), or "failed".
  Records records;
  std::optional<PairTask> pair;          ///< Of the first observed pair.
  std::vector<std::optional<Fit>> fits;  ///< One for each hidden layer; none where a fit failed.
  nlohmann::json look;                   ///< What `request.look` gave.
  nlohmann::json watched;                ///< What `request.watch` gave, a list.

  const Spec& spec() const { return request.spec; }
  int seed() const { return static_cast<int>(request.spec.seed); }
  int observed_layer() const { return request.spec.observe.layer; }
  /// Columns of the first observed pair, which there must be.
  Column h(int layer) const { return {Quantity::kH, *first_pair(spec().observe), layer}; }
  Column y() const { return {Quantity::kY, *first_pair(spec().observe)}; }
  Column w() const { return {Quantity::kW, *first_pair(spec().observe)}; }
  /// The fit to that pair; null if there is none.
  const Fit* fit(int layer) const;
};

/// Trains the network of a request, and gives the content of the run's file: first of all what was
/// asked for, see `identity`.
nlohmann::json make_run(const RunRequest& request);

/// The fields of a run's file by which it is known to be the run asked for.
nlohmann::json identity(const RunRequest& request);

/// The run whose file has this content.
FinishedRun read_run(const RunRequest& request, const nlohmann::json& content);

/// Another fit to the first observed pair of a run: with curves, and of any system.
Result<Fit> refit(const FinishedRun& run, int layer, const System& system = {});

/// The closed form's final squared distance of one pair of points; NaN if it does not exist.
double predict_final(double h0, double y0, const Constants& constants, double ratio);

}  // namespace reprise::reproduce
