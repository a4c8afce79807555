#include "host/run_files.hpp"

#include <filesystem>
#include <fstream>

#include "host/files.hpp"

namespace reprise {

bool is_done(const std::string& file, const nlohmann::json& identity) {
  std::ifstream stream(file);
  if (!stream) return false;
  const nlohmann::json content = nlohmann::json::parse(stream, nullptr, false);
  if (!content.is_object()) return false;
  for (const auto& [field, value] : identity.items()) {
    if (content.value(field, nlohmann::json()) != value) return false;
  }
  return true;
}

bool save_complete(const std::string& file, const std::string& content) {
  const std::string unfinished = file + ".part";
  std::error_code failure;
  if (!write_file(unfinished, content)) return false;
  std::filesystem::rename(unfinished, file, failure);
  return !failure;
}

}  // namespace reprise
