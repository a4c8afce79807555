// theory, fit, predict: the equations without a network.

#include <cmath>
#include <cstdio>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "cli/commands.hpp"
#include "experiment/theory_json.hpp"
#include "host/csv.hpp"
#include "numerics/text.hpp"

namespace reprise::cli {
namespace {

using nlohmann::json;

// The numbers of a command's options, gathered into the JSON that core's theory speaks. Core checks
// them, so that the command line and the site give the same message for the same mistake.
class Numbers {
 public:
  /// Adds the option `--<name>` whose value goes to the field `name` with '-' turned into '_'.
  void add(CLI::App& command, const std::string& name, const std::string& help,
           bool required = true) {
    std::string field = name;
    for (char& c : field) c = c == '-' ? '_' : c;
    auto text = std::make_shared<std::string>();
    command.add_option("--" + name, *text, help)->type_name("NUMBER");
    entries_.push_back({"--" + name, field, text, required});
  }

  Result<json> values() const {
    json result = json::object();
    for (const Entry& entry : entries_) {
      const std::string& text = *entry.text;
      if (text.empty()) {
        if (entry.required) return Error{entry.option, "missing", "a number"};
        continue;
      }
      const json value = json::parse(text[0] == '+' ? text.substr(1) : text, nullptr, false);
      if (!value.is_number()) return Error{entry.option, "'" + text + "'", "a number"};
      result[entry.field] = value;
    }
    return result;
  }

 private:
  struct Entry {
    std::string option, field;
    std::shared_ptr<std::string> text;
    bool required;
  };
  std::vector<Entry> entries_;
};

void add_constants(CLI::App& command, Numbers& numbers) {
  numbers.add(command, "dx2", "Squared distance of the two inputs, |x2 - x1|^2");
  numbers.add(command, "dy2", "Squared distance of the two targets, |y2* - y1*|^2");
}

std::shared_ptr<std::string> add_system(CLI::App& command) {
  auto system = std::make_shared<std::string>("paper");
  command.add_option(
      "--system", *system,
      "Equations: paper, or altered: double_y, double_h, flip_last_w, drop_second_y, or factors of "
      "their terms as JSON: '{\"y_second\": 0, \"w_last\": -1}'");
  return system;
}

// The numbers and the system: a name, or the JSON object that starts with a brace.
Result<json> with_system(const Numbers& numbers, const std::string& system) {
  auto options = numbers.values();
  if (!options) return options;
  if (!is_utf8(system)) return Error{"--system", system, "text in UTF-8"};
  json value = system;
  if (!system.empty() && system[0] == '{') value = json::parse(system, nullptr, false);
  if (value.is_discarded()) return Error{"system", system, "a name, or a JSON object of factors"};
  options.value()["system"] = std::move(value);
  return options;
}

int print_trajectory(const Numbers& numbers, const std::string& system) {
  auto options = with_system(numbers, system);
  if (!options) return report(options.error());
  const auto rows = theory_rows(options.value().dump());
  if (!rows) return report(rows.error());
  const Matrix& table = rows.value();
  std::fputs(
      to_csv({{"t", "h", "y", "w"}, {table.data(), table.data() + table.size()}}).c_str(), stdout);
  const int wanted = options.value().value("points", 200);
  if (table.rows() < wanted) {
    std::fprintf(stderr, "reprise: the trajectory diverges after %td of %d points\n", table.rows(),
                 wanted);
    return kRunFailed;
  }
  return kSuccess;
}

// Which of a run's records are meant.
Result<RecordChoice> read_choice(const std::string& layer, const std::string& points) {
  RecordChoice choice;
  const auto whole = [](const std::string& text) {
    return !text.empty() && text.size() < 10 &&
           text.find_first_not_of("0123456789") == std::string::npos;
  };
  if (!layer.empty()) {
    if (!whole(layer)) return Error{"--layer", layer, "a whole number from 0"};
    choice.layer = std::stoi(layer);
  }
  if (!points.empty()) {
    const auto comma = points.find(',');
    if (comma == std::string::npos || !whole(points.substr(0, comma)) ||
        !whole(points.substr(comma + 1)))
      return Error{"--points", points, "two of the observed points, as in 0,1"};
    choice.pair = points;
    choice.pair[comma] = '_';
  }
  return choice;
}

int print_fit(const std::string& path, const Numbers& numbers, const std::string& system,
              const std::string& loss, const std::string& layer, const std::string& points) {
  const auto choice = read_choice(layer, points);
  if (!choice) return report(choice.error());
  auto options = with_system(numbers, system);
  if (!options) return report(options.error());
  if (!is_utf8(loss)) return report({"--loss", loss, "text in UTF-8"});
  options.value()["loss"] = loss;
  // The loss and the mean error are used when they are there.
  const auto table = read_csv(
      path, {{"t", true}, {"h", true}, {"y", true}, {"w", true}, {"loss", false}, {"mean", false}},
      choice.value());
  if (!table) return report(table.error());
  const std::size_t columns = table.value().columns.size();
  const bool mean_alone = columns == 5 && table.value().columns[4] == "mean";
  if (mean_alone)
    return report({path + ", column loss", "missing", "a loss beside the mean error"});
  const MatrixMap rows(table.value().values.data(),
                       static_cast<Eigen::Index>(table.value().rows()),
                       static_cast<Eigen::Index>(columns));
  const auto fit = fit_json(rows, options.value().dump());
  if (!fit) return report(fit.error());
  std::printf("%s\n", fit.value().c_str());
  return kSuccess;
}

int print_prediction(const Numbers& numbers) {
  const auto options = numbers.values();
  if (!options) return report(options.error());
  const auto prediction = predict_json(options.value().dump());
  if (!prediction) return report(prediction.error());
  std::printf("%s\n", prediction.value().c_str());
  return kSuccess;
}

}  // namespace

void add_theory_commands(CLI::App& app, int& status) {
  {
    CLI::App* command =
        app.add_subcommand("theory", "Integrate the three equations; prints CSV t,h,y,w");
    auto numbers = std::make_shared<Numbers>();
    numbers->add(*command, "h0", "Squared distance of the two hidden representations at the start");
    numbers->add(*command, "y0", "Squared distance of the two outputs at the start");
    numbers->add(*command, "w0", "dy . (dy - dy*) at the start");
    add_constants(*command, *numbers);
    numbers->add(*command, "eta-h", "Effective learning rate of the encoder, per epoch");
    numbers->add(*command, "eta-y", "Effective learning rate of the decoder, per epoch");
    numbers->add(*command, "until", "Last time, in epochs");
    numbers->add(*command, "points", "Number of equally spaced times, both ends included (200)",
                 false);
    auto system = add_system(*command);
    command->callback([=, &status] { status = print_trajectory(*numbers, *system); });
  }
  {
    CLI::App* command = app.add_subcommand("fit", "Fit both rates to CSV t,h,y,w; prints JSON");
    auto path = std::make_shared<std::string>();
    command
        ->add_option(
            "FILE", *path,
            "CSV with columns t, h, y, w and, if there, loss and mean; or the records of a run")
        ->required();
    auto numbers = std::make_shared<Numbers>();
    add_constants(*command, *numbers);
    numbers->add(*command, "outputs",
                 "Output dimension of the network, by which the loss is divided (1)", false);
    auto system = add_system(*command);
    auto loss = std::make_shared<std::string>("half_mse");
    command->add_option("--loss", *loss, "What the column loss holds: half_mse or mse");
    auto layer = std::make_shared<std::string>(), points = std::make_shared<std::string>();
    command->add_option("--layer", *layer,
                        "Which h of a file that holds records of several hidden layers, from 0");
    command->add_option("--points", *points,
                        "Which pair of a file that holds records of several, as in 0,1");
    command->callback(
        [=, &status] { status = print_fit(*path, *numbers, *system, *loss, *layer, *points); });
  }
  {
    CLI::App* command =
        app.add_subcommand("predict", "Final squared hidden distance in closed form; prints JSON");
    auto numbers = std::make_shared<Numbers>();
    numbers->add(*command, "h0", "Squared distance of the two hidden representations at the start");
    numbers->add(*command, "y0", "Squared distance of the two outputs at the start");
    add_constants(*command, *numbers);
    numbers->add(*command, "ratio", "eta_h / eta_y");
    command->callback([=, &status] { status = print_prediction(*numbers); });
  }
}

}  // namespace reprise::cli
