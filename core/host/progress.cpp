#include "host/progress.hpp"

#include <unistd.h>

#include <cstdio>
#include <utility>

namespace reprise {

ProgressBar::ProgressBar(std::string label)
    : label_(std::move(label)), visible_(isatty(STDERR_FILENO) != 0) {}

ProgressBar::~ProgressBar() {
  if (drawn_) std::fputc('\n', stderr);
}

double ProgressBar::elapsed_seconds() const {
  return std::chrono::duration<double>(Clock::now() - start_).count();
}

void ProgressBar::show(double done, double total, const std::string& note) {
  const bool complete = done >= total;
  const Clock::time_point now = Clock::now();
  if (!visible_ || (!complete && now - last_ < std::chrono::milliseconds(100))) return;
  last_ = now;
  constexpr int kWidth = 30;
  const double share = total > 0 ? done / total : 1.0;
  std::string bar(kWidth, ' ');
  for (int i = 0; i < kWidth; ++i) bar[i] = i < share * kWidth ? '#' : '.';
  const double elapsed = elapsed_seconds();
  const double remaining = share > 0 ? elapsed * (1 - share) / share : 0;
  std::fprintf(stderr, "\r%s [%s] %3.0f %%  %.0f s, %.0f s to go  %s\033[K", label_.c_str(),
               bar.c_str(), 100 * share, elapsed, remaining, note.c_str());
  std::fflush(stderr);
  drawn_ = true;
}

}  // namespace reprise
