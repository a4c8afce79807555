#include "host/files.hpp"

#include <gtest/gtest.h>
#include <zlib.h>

#include <cstddef>
#include <filesystem>
#include <fstream>
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

// As the page reads the reader's own pictures (web/src/labs/digits/gzip-members.ts).
TEST(HostFiles, ReadAllMembersOfAGzipAndPassOverZerosBehindThem) {
  const std::string several = (fs::temp_directory_path() / "reprise-members.gz").string();
  for (const char* mode : {"wb", "ab", "ab"}) {
    gzFile file = gzopen(several.c_str(), mode);
    ASSERT_EQ(gzwrite(file, "abc", 3), 3);
    gzclose(file);
  }
  std::ofstream(several, std::ios::binary | std::ios::app) << std::string(512, '\0');
  const auto content = read_file(several, kLargestSpec);
  ASSERT_TRUE(content);
  EXPECT_EQ(std::string(content.value().begin(), content.value().end()), "abcabcabc");
  fs::remove(several);
}

}  // namespace
}  // namespace reprise
