// Figure "xor": the final distances of the four points of exclusive or, predicted pair by pair.

#include <algorithm>
#include <cmath>

#include "reproduce/drawing/charts.hpp"
#include "reproduce/report/numbers.hpp"
#include "reproduce/report/tables.hpp"
#include "theory/closed_form.hpp"

namespace reprise::reproduce {
namespace {

constexpr int kPoints = 4;
// Squared distances of the pairs 00-01, 00-10, 00-11, 01-10, 01-11, 10-11.
const std::vector<double> kInputDistances = {1, 1, 2, 2, 1, 1};
const std::vector<double> kTargetDistances = {1, 1, 0, 0, 1, 1};
const std::vector<std::string> kNames = {"00", "01", "10", "11"};
const char* const kSettings[] = {"rich", "intermediate", "lazy", "shallow"};
constexpr double kLearntLoss = 1e-6;

// The same network on two points, as far apart as neighbours are here: it measures the ratio of the
// rates. Half the error takes twice the time, and the run ends as soon as the points are learnt.
RunRequest two_points(RunRequest request, const std::string& name) {
  Spec& spec = request.spec;
  spec.task = TwoPointsTask{1.0, 1.0};
  spec.training.loss = Loss::kHalfMse;
  spec.training.epochs *= 3;
  spec.observe.every = std::max(1, spec.training.epochs / 600);
  spec.observe.points = {0, 1};
  request.name = name;
  request.until_loss = kLearntLoss;
  request.fit_layers = true;
  return request;
}

// For each setting: the runs on four points, then those on two.
std::vector<RunRequest> runs(const Scale& scale) {
  std::vector<RunRequest> requests;
  for (const std::string setting : kSettings) {
    std::vector<RunRequest> pairs;
    for (RunRequest& request : preset_runs("xor/" + setting, scale)) {
      request.spec.observe.points = {0, 1, 2, 3};
      pairs.push_back(two_points(
          request, "xor-" + setting + "-pair-seed-" + std::to_string(request.spec.seed)));
      requests.push_back(std::move(request));
    }
    requests.insert(requests.end(), pairs.begin(), pairs.end());
  }
  return requests;
}

// Of the six pairs.
struct Distances {
  std::vector<double> h0, y0, final;
};

Distances distances(const FinishedRun& run) {
  Distances result;
  for (int i = 0; i < kPoints; ++i) {
    for (int j = i + 1; j < kPoints; ++j) {
      const PointPair pair = {i, j};
      const Column h(Quantity::kH, pair, run.observed_layer());
      result.h0.push_back(run.records.first(h));
      result.y0.push_back(run.records.first({Quantity::kY, pair}));
      result.final.push_back(run.records.last(h));
    }
  }
  return result;
}

std::vector<double> predict(const Distances& measured, double ratio) {
  std::vector<double> predicted;
  for (std::size_t k = 0; k < kInputDistances.size(); ++k) {
    predicted.push_back(predict_final(measured.h0[k], measured.y0[k],
                                      {kInputDistances[k], kTargetDistances[k]}, ratio));
  }
  return predicted;
}

// The ratio that leads a two-point run to where it ended, the closed form solved for it; NaN if
// there is none.
double ratio_from_end(const FinishedRun& run) {
  const Column h = run.h(run.observed_layer());
  const auto ratio = ratio_from_final(run.records.first(h), run.records.first(run.y()),
                                      run.records.last(h), run.pair->constants);
  return ratio ? ratio.value() : NAN;
}

Outcome finish(const std::vector<FinishedRun>& all, const Statement&) {
  Outcome outcome;
  outcome.ours =
      markdown_head({"setting", "final loss", "ratio from fits", "correlation",
                     "ratio from final distances", "correlation with that",
                     "correlation of final and initial distances", "measured / predicted"});
  std::string table = "setting,seed,points,h_initial,h_final,h_predicted,h_predicted_from_end\n";
  const std::size_t seeds = all.size() / (2 * std::size(kSettings));
  for (std::size_t s = 0; s < std::size(kSettings); ++s) {
    const std::string setting = kSettings[s];
    const FinishedRun* four = &all[2 * s * seeds];
    const FinishedRun* two = four + seeds;
    std::vector<double> fitted, from_end, losses, by_fit, by_end, by_start, scale;
    for (std::size_t i = 0; i < seeds; ++i) {
      fitted.push_back(value_of(two[i].fit(two[i].observed_layer()), kRatio));
      from_end.push_back(ratio_from_end(two[i]));
      losses.push_back(four[i].records.last(Quantity::kLoss));
    }
    for (std::size_t i = 0; i < seeds; ++i) {
      const Distances measured = distances(four[i]);
      const std::vector<double> prediction = predict(measured, median(fitted));
      const std::vector<double> other = predict(measured, median(from_end));
      by_fit.push_back(correlation(prediction, measured.final));
      by_end.push_back(correlation(other, measured.final));
      by_start.push_back(correlation(measured.h0, measured.final));
      // A correlation does not see a common factor.
      std::vector<double> quotients;
      for (std::size_t k = 0; k < prediction.size(); ++k) {
        if (kTargetDistances[k] > 0) quotients.push_back(measured.final[k] / prediction[k]);
      }
      scale.push_back(median(quotients));
      for (std::size_t a = 0, k = 0; a < kNames.size(); ++a) {
        for (std::size_t b = a + 1; b < kNames.size(); ++b, ++k) {
          table += csv_row({setting, std::to_string(i + 1), kNames[a] + "-" + kNames[b],
                            exact(measured.h0[k]), exact(measured.final[k]), exact(prediction[k]),
                            exact(other[k])});
        }
      }
      if (i > 0) continue;
      add_matrices({matrix_panel("initial", "before training", measured.h0, kNames),
                    matrix_panel("final", "after training", measured.final, kNames),
                    matrix_panel("predicted", "predicted", prediction, kNames)},
                   setting, outcome);
    }
    outcome.ours += markdown_row({setting, with_spread(losses), with_spread(fitted),
                                  with_spread(by_fit), with_spread(from_end), with_spread(by_end),
                                  with_spread(by_start), with_spread(scale)});
    outcome.summary["settings"][setting] = {{"ratio", median(fitted)},
                                            {"correlation", median(by_fit)},
                                            {"ratio_from_end", median(from_end)},
                                            {"correlation_from_end", median(by_end)},
                                            {"correlation_with_start", median(by_start)}};
    outcome.numbers.push_back({setting + ": correlation, ratio from fits", "", by_fit});
    outcome.numbers.push_back({setting + ": correlation, ratio from final distances", "", by_end});
    outcome.numbers.push_back(
        {setting + ": correlation of final and initial distances", "", by_start});
    outcome.numbers.push_back({setting + ": measured / predicted, different targets", "", scale});
    if (setting != "rich") continue;
    outcome.measures["correlation"] = {{setting, median(by_fit)}};
    outcome.verdict = "correlation in the rich setting " + with_spread(by_fit);
    outcome.note =
        "In the rich setting the pattern of distances is as predicted and their size is not: pairs "
        "with different "
        "targets "
        "end at " +
        with_spread(scale) +
        " times the predicted squared distance. The ratio of rates comes from two-point runs of "
        "the same network, and "
        "training on four points has another.";
  }
  outcome.ours +=
      "\nEach ratio of rates is the median over the same network's runs on two points (|dx|^2 = 1, "
      "|dy*|^2 "
      "= 1): from fits of the theory, which decide the verdict, and from where those runs ended. "
      "Six pairs "
      "of points make a correlation, which does not see a common factor: measured / predicted, "
      "over the pairs with "
      "different targets, tells it. The figure shows the first seed.\n";
  outcome.tables = {{"distances.csv", table}};
  outcome.columns = 3;
  return outcome;
}

}  // namespace

const Figure kXor = {"xor", runs, finish};

}  // namespace reprise::reproduce
