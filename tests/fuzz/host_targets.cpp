// What only the command line reads: files, packed or not, and the options of a sweep.

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <string>

#include <nlohmann/json.hpp>

#include "checks.hpp"
#include "cli/sweep_plan.hpp"
#include "experiment/spec.hpp"
#include "host/files.hpp"
#include "host/run_files.hpp"
#include "targets.hpp"

namespace reprise::fuzz {
namespace {

// One file a process, since several run side by side; gone when the program ends as it should.
class ScratchFile {
 public:
  ScratchFile()
      : path_((std::filesystem::temp_directory_path() /
               ("reprise-fuzz-" + std::to_string(::getpid())))
                  .string()) {}
  ~ScratchFile() { std::filesystem::remove(path_); }
  const std::string& with(std::string_view content) {
    require(write_file(path_, std::string(content)));
    return path_;
  }

 private:
  std::string path_;
};

ScratchFile& scratch() {
  static ScratchFile file;
  return file;
}

}  // namespace

// Never more than is asked for comes out, and all of it where more is allowed.
void gzip(const std::uint8_t* data, std::size_t size) {
  const std::string& path = scratch().with(text_of(data, size));
  constexpr std::size_t few = 1000, many = 3'000'000;
  const auto whole = read_file(path, many);
  const auto bounded = read_file(path, few);
  if (!whole) require_refusal(whole.error());
  if (!bounded) require_refusal(bounded.error());
  require(!whole || whole.value().size() <= many);
  require(!bounded || (whole && bounded.value() == whole.value() && bounded.value().size() <= few));
  // What is not packed comes out as it is.
  const bool packed = size >= 2 && data[0] == 0x1f && data[1] == 0x8b;
  require(packed ||
          (whole && std::equal(data, data + size, whole.value().begin(), whole.value().end())));
}

// One axis a line, and the last line the shard: every run of a sweep has its values.
void axis(const std::uint8_t* data, std::size_t size) {
  static const nlohmann::json spec = nlohmann::json::parse(write_spec(Spec{}));
  const std::string text(text_of(data, size));
  std::vector<cli::SweepAxis> axes;
  std::size_t from = 0;
  for (std::size_t end; (end = text.find('\n', from)) != std::string::npos; from = end + 1) {
    const auto read = cli::parse_axis(text.substr(from, end - from), spec);
    if (!read) return require_refusal(read.error());
    require(!read.value().values.empty());
    axes.push_back(read.value());
  }
  const auto shard = cli::parse_shard(text.substr(from));
  if (!shard) require_refusal(shard.error());
  const auto runs = cli::run_count(axes);
  if (!runs) return require_refusal(runs.error());
  const auto last = cli::run_values(axes, runs.value() - 1);
  for (std::size_t i = 0; i < axes.size(); ++i) require(last[i] == axes[i].values.back());
  const auto written = cli::with_values(spec, axes, last).dump();
  const auto read = parse_spec(written);
  if (!read) require_refusal(read.error());
}

// The file of a run that an earlier call may have left.
void finished(const std::uint8_t* data, std::size_t size) {
  static const nlohmann::json identity = {{"run", 3}, {"spec", {{"seed", 1}}}};
  const std::string& path = scratch().with(text_of(data, size));
  if (!is_done(path, identity)) return;
  const auto read = nlohmann::json::parse(text_of(data, size));
  require(read["run"] == 3 && read["spec"] == identity["spec"]);
}

}  // namespace reprise::fuzz
