#include "host/files.hpp"

#include <zlib.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <memory>

namespace reprise {

Result<std::vector<std::uint8_t>> read_file(const std::string& path, std::size_t largest) {
  // zlib passes through what is not compressed. Its file is closed on every way out.
  const std::unique_ptr<gzFile_s, int (*)(gzFile)> file(gzopen(path.c_str(), "rb"), gzclose);
  if (!file) return Error{path, std::strerror(errno), "a file that can be read"};
  std::vector<std::uint8_t> content;
  std::vector<std::uint8_t> block(1 << 20);
  int count = 0;
  while ((count = gzread(file.get(), block.data(), static_cast<unsigned>(block.size()))) > 0) {
    // What has no end, or unpacks to far more than its size, is left before it fills the memory.
    if (content.size() + static_cast<std::size_t>(count) > largest) {
      return Error{path, "larger, unpacked, than what is read here",
                   "a file of at most " + std::to_string(largest) + " bytes"};
    }
    content.insert(content.end(), block.begin(), block.begin() + count);
  }
  // What ends within compressed data is an error that reading alone does not report.
  int problem = Z_OK;
  gzerror(file.get(), &problem);
  if (count < 0 || problem != Z_OK)
    return Error{path, "damaged or a folder", "a file that can be read"};
  return content;
}

bool write_file(const std::string& path, const std::string& content) {
  std::ofstream file(path, std::ios::binary);
  file << content;
  file.close();
  return static_cast<bool>(file);
}

}  // namespace reprise
