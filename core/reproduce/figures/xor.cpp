// Figure "xor": the final distances of the four points of exclusive or, predicted pair by pair.

#include <algorithm>
#include <cmath>

#include "reproduce/drawing/charts.hpp"
#include "reproduce/report/numbers.hpp"
#include "reproduce/report/tables.hpp"
#include "theory/closed_form.hpp"
#include "theory/pairs.hpp"

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

// As the authors ran it: ReLU, and the ratio of rates from the default network on two points. Then
// another way: leaky ReLU, for each setting the runs on four points, then those of the same network
// on two.
std::vector<RunRequest> runs(const Scale& scale) {
  std::vector<RunRequest> requests = curve_runs("two-points/default", scale);
  const auto add_four = [&](const std::string& preset) {
    for (RunRequest& request : preset_runs(preset, scale)) {
      request.spec.observe.points = {0, 1, 2, 3};
      requests.push_back(std::move(request));
    }
  };
  for (const std::string setting : kSettings) add_four("xor/" + setting);
  for (const std::string setting : kSettings) {
    add_four("xor/" + setting + "-leaky");
    for (const RunRequest& request : preset_runs("xor/" + setting + "-leaky", scale)) {
      requests.push_back(two_points(
          request, "xor-" + setting + "-leaky-pair-seed-" + std::to_string(request.spec.seed)));
    }
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

// One setting's runs on four points, held against the closed form of each pair with one ratio.
struct Comparison {
  std::vector<double> agreement, with_start, scale, loss;
};

std::vector<double> roots(std::vector<double> squares) {
  for (double& value : squares) value = std::sqrt(value);
  return squares;
}

// Squared distances, or distances if `rooted`.
Comparison compare(const FinishedRun* four, std::size_t seeds, double ratio, bool rooted) {
  Comparison result;
  for (std::size_t i = 0; i < seeds; ++i) {
    const Distances measured = distances(four[i]);
    const std::vector<double> prediction = predict(measured, ratio);
    const auto shown = [&](const std::vector<double>& squares) {
      return rooted ? roots(squares) : squares;
    };
    result.agreement.push_back(correlation(shown(prediction), shown(measured.final)));
    result.with_start.push_back(correlation(shown(measured.h0), shown(measured.final)));
    // A correlation does not see a common factor.
    std::vector<double> quotients;
    for (std::size_t k = 0; k < prediction.size(); ++k) {
      if (kTargetDistances[k] > 0)
        quotients.push_back(shown(measured.final)[k] / shown(prediction)[k]);
    }
    result.scale.push_back(median(quotients));
    result.loss.push_back(four[i].records.last(Quantity::kLoss));
  }
  return result;
}

void add_rows(const FinishedRun* four, std::size_t seeds, double ratio, const std::string& setting,
              std::string& table) {
  for (std::size_t i = 0; i < seeds; ++i) {
    const Distances measured = distances(four[i]);
    const std::vector<double> prediction = predict(measured, ratio);
    for (std::size_t a = 0, k = 0; a < kNames.size(); ++a) {
      for (std::size_t b = a + 1; b < kNames.size(); ++b, ++k) {
        table += csv_row({setting, std::to_string(i + 1), kNames[a] + "-" + kNames[b],
                          exact(measured.h0[k]), exact(measured.final[k]), exact(prediction[k])});
      }
    }
  }
}

// The first seed's distances, not squared, as the paper draws them.
void add_roots(const FinishedRun& run, double ratio, const std::string& setting, Outcome& outcome) {
  const Distances measured = distances(run);
  const auto matrix = [](const std::vector<double>& squares) {
    return to_distance_matrix(roots(squares), kNames.size());
  };
  std::vector<Panel> matrices = {
      matrix_panel("initial", "before training", matrix(measured.h0), kNames),
      matrix_panel("final", "after training", matrix(measured.final), kNames),
      matrix_panel("predicted", "predicted", matrix(predict(measured, ratio)), kNames)};
  for (Panel& panel : matrices) panel.x_title = "distances";
  add_matrices(std::move(matrices), setting, outcome);
}

double mean_of_fits(const FinishedRun* two, std::size_t seeds, const FitNumber& number) {
  double sum = 0;
  for (std::size_t i = 0; i < seeds; ++i)
    sum += value_of(two[i].fit(two[i].observed_layer()), number);
  return sum / static_cast<double>(seeds);
}

Outcome finish(const std::vector<FinishedRun>& all, const Statement&) {
  constexpr std::size_t kCount = std::size(kSettings);
  const std::size_t seeds = all.size() / (1 + 3 * kCount);
  const double ratio =
      mean_of_fits(all.data(), seeds, kEtaH) / mean_of_fits(all.data(), seeds, kEtaY);
  Outcome outcome;
  outcome.columns = 3;
  outcome.ours = markdown_head({"setting", "final loss", "ratio of rates", "correlation",
                                "correlation of final and initial", "measured / predicted"});
  std::string table = "setting,seed,points,h_initial,h_final,h_predicted\n";
  const auto report = [&](const std::string& name, const std::string& ratio_text,
                          const Comparison& found, const std::string& what) {
    outcome.ours +=
        markdown_row({name, with_spread(found.loss), ratio_text, with_spread(found.agreement),
                      with_spread(found.with_start), with_spread(found.scale)});
    outcome.numbers.push_back(
        {name + ": correlation of predicted and measured " + what, "", found.agreement});
    outcome.numbers.push_back(
        {name + ": correlation of final and initial " + what, "", found.with_start});
    outcome.numbers.push_back(
        {name + ": measured / predicted " + what + ", different targets", "", found.scale});
    outcome.summary["settings"][name] = {{"correlation", median(found.agreement)},
                                         {"correlation_with_start", median(found.with_start)},
                                         {"measured_over_predicted", median(found.scale)}};
  };
  for (std::size_t s = 0; s < kCount; ++s) {
    const std::string setting = kSettings[s];
    const FinishedRun* four = &all[(1 + s) * seeds];
    const Comparison found = compare(four, seeds, ratio, true);
    report(setting, short_number(ratio), found, "distances");
    add_rows(four, seeds, ratio, setting, table);
    add_roots(four[0], ratio, setting, outcome);
    if (setting != "rich") continue;
    outcome.measures["correlation"] = {{setting, median(found.agreement)}};
    outcome.verdict = "correlation of distances in the rich setting " +
                      with_spread(found.agreement) + "; pairs with different targets end at " +
                      with_spread(found.scale) + " times the predicted distance";
    outcome.note = "The ratio of rates, " + short_number(ratio) +
                   ", is the mean eta_h over the mean eta_y of the default network's fits on two "
                   "points. A correlation does not see a common factor, so the size of the "
                   "distances is told beside it.";
  }
  for (std::size_t s = 0; s < kCount; ++s) {
    const std::string setting = std::string(kSettings[s]) + " (leaky ReLU)";
    const FinishedRun* four = &all[(1 + kCount + 2 * s) * seeds];
    const FinishedRun* two = four + seeds;
    std::vector<double> fitted, from_end;
    for (std::size_t i = 0; i < seeds; ++i) {
      fitted.push_back(value_of(two[i].fit(two[i].observed_layer()), kRatio));
      from_end.push_back(ratio_from_end(two[i]));
    }
    const Comparison found = compare(four, seeds, median(fitted), false);
    report(setting, with_spread(fitted), found, "squared distances");
    report(setting + ", ratio from where two points end", with_spread(from_end),
           compare(four, seeds, median(from_end), false), "squared distances");
    add_rows(four, seeds, median(fitted), setting, table);
    if (std::string(kSettings[s]) != "rich") continue;
    outcome.other =
        "With leaky ReLU and the ratio of rates from the same network on two points, "
        "squared distances in the rich setting correlate at " +
        with_spread(found.agreement) + ", and pairs with different targets end at " +
        with_spread(found.scale) +
        " times the predicted squared distance: training on four points has another "
        "ratio than training on two.";
  }
  outcome.ours +=
      "\nSix pairs of points make a correlation. The rows of leaky ReLU compare squared "
      "distances, the others distances. The figure shows the first seed.\n";
  outcome.tables = {{"distances.csv", table}};
  return outcome;
}

}  // namespace

const Figure kXor = {"xor", runs, finish};

}  // namespace reprise::reproduce
