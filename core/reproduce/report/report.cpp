#include "reproduce/report/report.hpp"

namespace reprise::reproduce {

std::string report_section(const Statement& stated, const Outcome& outcome, const Scale& scale) {
  const std::string& name = stated.name;
  std::string text = "## " + stated.title + "\n\n";
  text += "![" + stated.title + "](" + name + "/figure.svg)\n\n";
  text += "- The paper: " + stated.paper + "\n";
  text += "- Band, stated before the runs: " + stated.band + "\n";
  text += "- Ours, " + std::to_string(scale.seeds) + (scale.seeds == 1 ? " seed" : " seeds") +
          (scale.quick
               ? ", quick (networks at most 100 wide, fewer pictures, so only the shape compares)"
               : "") +
          ": " + outcome.verdict + "\n";
  text += std::string("- Verdict: **") +
          (stated.holds(outcome.measures) ? "within the band" : "outside the band") + "**\n";
  if (!outcome.note.empty()) text += "- " + outcome.note + "\n";
  if (!outcome.other.empty()) text += "- Another way: " + outcome.other + "\n";
  text += "\n" + outcome.ours + "\nData: [" + name + "/figure.json](" + name + "/figure.json), [" +
          name + "/summary.json](" + name + "/summary.json)";
  for (const auto& [file, content] : outcome.tables)
    text += ", [" + name + "/" + file + "](" + name + "/" + file + ")";
  return text + ". Specs: [" + name + "/specs.json](" + name + "/specs.json).\n";
}

}  // namespace reprise::reproduce
