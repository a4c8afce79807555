#pragma once

#include <CLI/CLI.hpp>

#include "cli/runs.hpp"
#include "numerics/result.hpp"

namespace reprise::cli {

/// Exit statuses of every command.
inline constexpr int kSuccess = 0;
inline constexpr int kRunFailed = 1;  ///< The run diverged, or a file could not be written.
inline constexpr int kBadInput = 2;   ///< An option, a spec or a file is not acceptable.
inline constexpr int kUnfinished =
    3;  ///< A time limit came first; the same call goes on from there.

/// Prints the error as one line on stderr and returns `kBadInput`.
int report(const Error& error);

/// Adds what every command that trains takes: the spec and the files of its pictures; or the files
/// alone.
void add_source_options(CLI::App& command, RunSource& source);
void add_picture_options(CLI::App& command, RunSource& source);

/// Each adds commands to the program. The command's exit status goes to `status`, which outlives
/// the program.
void add_theory_commands(CLI::App& app, int& status);
void add_run_commands(CLI::App& app, int& status);
void add_sweep_commands(CLI::App& app, int& status);
void add_align_command(CLI::App& app, int& status);
void add_reproduce_command(CLI::App& app, int& status);

}  // namespace reprise::cli
