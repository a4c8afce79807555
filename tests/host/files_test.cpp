#include "host/files.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <filesystem>
#include <iterator>
#include <string>

namespace reprise {
namespace {

namespace fs = std::filesystem;

std::ptrdiff_t open_files() {
  return std::distance(fs::directory_iterator("/proc/self/fd"), fs::directory_iterator());
}

TEST(HostFiles, CloseWhatCannotBeRead) {
  if (!fs::exists("/proc/self/fd")) GTEST_SKIP() << "no list of open files";
  const std::string damaged = (fs::temp_directory_path() / "reprise-damaged.gz").string();
  // The head of a gzip file, and nothing of what has to follow.
  ASSERT_TRUE(write_file(damaged, std::string("\x1f\x8b\x08\0\0\0\0\0\0\x03garbage!", 18)));
  const std::ptrdiff_t before = open_files();
  for (int k = 0; k < 5; ++k) {
    EXPECT_FALSE(read_file(damaged, kLargestSpec));
    EXPECT_FALSE(read_file(fs::temp_directory_path().string(), kLargestSpec));
  }
  EXPECT_EQ(open_files(), before);
  fs::remove(damaged);
}

}  // namespace
}  // namespace reprise
