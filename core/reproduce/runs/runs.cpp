#include "reproduce/runs/runs.hpp"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <set>

#include "host/pool.hpp"
#include "host/run_files.hpp"

namespace reprise::reproduce {

using nlohmann::json;

Result<std::vector<FinishedRun>> finish_runs(const std::string& folder,
                                             const std::vector<RunRequest>& requests,
                                             const Workers& workers, const std::string& label) {
  const auto file = [&](const RunRequest& request) {
    return (std::filesystem::path(folder) / (request.name + ".json")).string();
  };
  std::error_code failure;
  std::filesystem::create_directories(folder, failure);
  std::vector<const RunRequest*> todo;
  std::set<std::string> seen;
  for (const RunRequest& request : requests) {
    if (seen.insert(request.name).second && !is_done(file(request), identity(request)))
      todo.push_back(&request);
  }
  std::stable_sort(todo.begin(), todo.end(), [](const RunRequest* a, const RunRequest* b) {
    return a->spec.seed < b->spec.seed;
  });
  std::atomic<bool> written{true}, all_made{true};
  work_on_all_cores(label, todo.size(), workers.jobs, [&](std::size_t i) {
    // One run is made even so, or a call might not get anywhere.
    if (i > 0 && workers.deadline && std::chrono::steady_clock::now() >= *workers.deadline) {
      all_made = false;
      return;
    }
    // Another call, for a figure that shares this run, may have made it since.
    if (is_done(file(*todo[i]), identity(*todo[i]))) return;
    const json content = make_run(*todo[i]);
    if (!save_complete(file(*todo[i]), content.dump() + "\n")) written = false;
  });
  if (!written) return Error{"--out", folder, "a folder that can be written to"};
  std::vector<FinishedRun> runs;
  if (!all_made) return runs;
  for (const RunRequest& request : requests) {
    std::ifstream stream(file(request));
    const json content = json::parse(stream, nullptr, false);
    runs.push_back(read_run(request, content.is_object() ? content : json::object()));
  }
  return runs;
}

}  // namespace reprise::reproduce
