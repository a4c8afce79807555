#pragma once

#include <chrono>
#include <string>

namespace reprise {

/// A bar on stderr with the time that remains, drawn a few times a second; nothing where stderr is
/// no terminal.
class ProgressBar {
 public:
  explicit ProgressBar(std::string label);
  ~ProgressBar();

  /// Shows that `done` of `total` is done, with a note such as the current loss.
  void show(double done, double total, const std::string& note);

  double elapsed_seconds() const;

 private:
  using Clock = std::chrono::steady_clock;
  std::string label_;
  bool visible_;
  bool drawn_ = false;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_{};
};

}  // namespace reprise
