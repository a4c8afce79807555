// Every example that fuzzing has found worth keeping, handed to its reader again: in the native
// tests and under sanitizers.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "targets.hpp"

namespace reprise::fuzz {
namespace {

namespace fs = std::filesystem;

TEST(FuzzCorpus, IsReadOrRefused) {
  for (const NamedTarget& named : targets()) {
    const fs::path folder = fs::path(REPRISE_SOURCE_DIR) / "tests/fuzz/corpus" / named.name;
    int count = 0;
    for (const auto& entry : fs::directory_iterator(folder)) {
      SCOPED_TRACE(entry.path().string());
      std::ifstream file(entry.path(), std::ios::binary);
      const std::vector<char> bytes{std::istreambuf_iterator<char>(file), {}};
      named.target(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
      ++count;
    }
    EXPECT_GT(count, 2) << folder;
  }
}

}  // namespace
}  // namespace reprise::fuzz
