// reprise: trains the networks, integrates the theory and compares the two, from the command line.

#include <cstdio>
#include <cstdlib>
#include <new>
#include <string>

#include "cli/commands.hpp"
#include "numerics/text.hpp"
#include "numerics/vector_width.hpp"

namespace reprise::cli {

int report(const Error& error) {
  std::fprintf(stderr, "reprise: %s\n", error.message().c_str());
  return kBadInput;
}

// REPRISE_LANES chooses how wide the vectors of training are, for tests and measurements: the
// results are the same at every width. False if it says what this machine has not.
bool obey_environment() {
  const char* wanted = std::getenv("REPRISE_LANES");
  if (wanted == nullptr) return true;
  std::string allowed = "one of";
  for (const int lanes : available_lanes()) {
    allowed += " " + std::to_string(lanes);
    if (std::to_string(lanes) == wanted) return use_lanes(lanes);
  }
  report({"the environment's REPRISE_LANES", wanted, allowed});
  return false;
}

}  // namespace reprise::cli

int main(int argc, char** argv) {
  using namespace reprise::cli;
  if (!obey_environment()) return kBadInput;
  CLI::App app(
      "Trains small neural networks and integrates an effective theory of how their hidden\n"
      "representations move (van Rossem and Saxe, arXiv 2402.09142).");
  app.require_subcommand(1);
  app.name("reprise");
  int status = kSuccess;
  add_theory_commands(app, status);
  add_run_commands(app, status);
  add_sweep_commands(app, status);
  add_align_command(app, status);
  add_reproduce_command(app, status);
  if (argc > 1 && argv[1][0] != '-') {
    bool known = false;
    std::string allowed = "one of";
    for (const CLI::App* command : app.get_subcommands({})) {
      known = known || command->get_name() == argv[1];
      allowed += " " + command->get_name();
    }
    if (!known) return report({"the command", argv[1], allowed});
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);  // --help
    std::fprintf(stderr, "reprise: %s (reprise --help lists what is allowed)\n",
                 reprise::bounded_line(error.what(), 1000).c_str());
    return kBadInput;
  } catch (const std::bad_alloc&) {
    std::fprintf(stderr, "reprise: the memory of this machine is not enough\n");
    return kRunFailed;
  }
  return status;
}
