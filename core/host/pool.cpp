#include "host/pool.hpp"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

#include "host/progress.hpp"

namespace reprise {

unsigned thread_count(unsigned jobs) {
  return jobs > 0 ? jobs : std::max(1u, std::thread::hardware_concurrency());
}

void on_all_cores(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next{0};
  const auto take_turns = [&] {
    for (std::size_t i = next++; i < count; i = next++) work(i);
  };
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < std::min<std::size_t>(thread_count(jobs), count); ++i)
    threads.emplace_back(take_turns);
  for (std::thread& thread : threads) thread.join();
}

void work_on_all_cores(const std::string& label, std::size_t count, unsigned jobs,
                       const std::function<void(std::size_t)>& work) {
  ProgressBar bar(label);
  std::mutex reporting;
  std::size_t finished = 0;
  on_all_cores(count, jobs, [&](std::size_t i) {
    work(i);
    const std::lock_guard<std::mutex> lock(reporting);
    ++finished;
    bar.show(static_cast<double>(finished), static_cast<double>(count),
             std::to_string(finished) + " of " + std::to_string(count) + " runs");
  });
}

}  // namespace reprise
