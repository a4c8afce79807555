#include "reproduce/reproduce.hpp"

#include "experiment/spec_json.hpp"
#include "host/files.hpp"
#include "reproduce/drawing/svg.hpp"
#include "reproduce/report/report.hpp"
#include "reproduce/report/stored_result.hpp"

namespace reprise::reproduce {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

// The report holds every figure that the folder has, those of earlier calls too.
std::string whole_report(const fs::path& out) {
  std::string text =
      "# The paper's figures, reproduced\n\nVan Rossem and Saxe, \"When Representations Align\", "
      "arXiv "
      "2402.09142. Numbers are medians over seeds with the least and the greatest in brackets.\n";
  for (const Figure* figure : all_figures()) {
    const fs::path section = out / figure->name / "report.md";
    const auto content = read_file(section.string(), kLargestTable);
    if (content) text += "\n" + std::string(content.value().begin(), content.value().end());
  }
  return text;
}

}  // namespace

const std::vector<const Figure*>& all_figures() {
  static const std::vector<const Figure*> figures = {
      &kTrajectories,    &kDepth,   &kAltered,         &kFinalStructure,
      &kRichToLazy,      &kXor,     &kFeatureCollapse, &kDigitsTrajectories,
      &kDigitsStructure, &kFashion, &kCifar,           &kAttention,
      &kAblation,        &kAlignment};
  return figures;
}

Result<std::vector<const Figure*>> find_figures(const std::vector<std::string>& names) {
  if (names.empty()) return all_figures();
  std::vector<const Figure*> chosen;
  for (const std::string& name : names) {
    std::string allowed = "one of";
    const Figure* found = nullptr;
    for (const Figure* figure : all_figures()) {
      allowed += std::string(" ") + figure->name;
      if (figure->name == name) found = figure;
    }
    if (found == nullptr) return Error{"NAME", name, allowed};
    chosen.push_back(found);
  }
  return chosen;
}

bool write_figure(const fs::path& out, const Figure& figure, const Scale& scale,
                  const std::vector<FinishedRun>& runs, const Outcome& outcome) {
  const Statement& stated = statement_of(figure.name);
  const fs::path folder = out / figure.name;
  std::error_code failure;
  fs::create_directories(folder, failure);
  json specs = json::object();
  for (const FinishedRun& run : runs) specs[run.request.name] = spec_to_json(run.spec());
  json summary = outcome.summary;
  summary["figure"] = figure.name;
  summary["seeds"] = scale.seeds;
  summary["quick"] = scale.quick;
  summary["verdict"] = outcome.verdict;
  summary["within_band"] = stated.holds(outcome.measures);
  bool written =
      write_file((folder / "specs.json").string(), specs.dump(1) + "\n") &&
      write_file((folder / "summary.json").string(), summary.dump(1) + "\n") &&
      write_file((folder / "figure.json").string(), stored_result(stated, outcome, runs, scale)) &&
      write_file((folder / "figure.svg").string(),
                 svg_figure(stated.title, outcome.panels, outcome.columns)) &&
      write_file((folder / "report.md").string(), report_section(stated, outcome, scale));
  for (const auto& [name, content] : outcome.tables)
    written = written && write_file((folder / name).string(), content);
  return written && write_file((out / "report.md").string(), whole_report(out));
}

}  // namespace reprise::reproduce
