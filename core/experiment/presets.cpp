#include "experiment/presets.hpp"

#include <cstddef>
#include <utility>

#include "experiment/closest_names.hpp"
#include "experiment/field_reader.hpp"
#include "experiment/json_reader.hpp"
#include "experiment/spec_json.hpp"

namespace reprise {
namespace {

using nlohmann::json;

std::string read_text(const FieldReader& fields, const char* key) {
  const json* value = fields.find(key);
  if (value != nullptr && value->is_string() && !value->get_ref<const std::string&>().empty()) {
    return value->get<std::string>();
  }
  fields.reject(key, "a text");
  return {};
}

Result<Preset> read_preset(const json& entry, const std::string& path) {
  std::optional<Error> error;
  const FieldReader fields(&entry, path, {"name", "title", "summary", "formerly", "source", "spec"},
                           error);
  Preset preset;
  preset.name = read_text(fields, "name");
  preset.title = read_text(fields, "title");
  preset.summary = read_text(fields, "summary");
  preset.source = read_text(fields, "source");
  if (fields.find("formerly") != nullptr) preset.formerly = read_text(fields, "formerly");
  const json* spec = fields.find("spec");
  if (spec == nullptr) fields.reject("spec", "an experiment spec");
  if (error) return *error;
  Result<Spec> parsed = spec_from_json(*spec);
  if (!parsed) {
    Error inner = parsed.error();
    inner.field = path + ".spec" + (inner.field.empty() ? "" : ".") + inner.field;
    return inner;
  }
  preset.spec = std::move(parsed).value();
  return preset;
}

}  // namespace

Result<std::vector<Preset>> parse_presets(std::string_view text) {
  const Result<json> document = read_json(text);
  if (!document) return document.error();
  std::optional<Error> error;
  const FieldReader file(&document.value(), "", {"presets"}, error);
  const json* list = file.find("presets");
  if (list == nullptr || !list->is_array()) file.reject("presets", "a list of presets");
  if (error) return *error;

  std::vector<Preset> presets;
  for (std::size_t i = 0; i < list->size(); ++i) {
    const std::string path = "presets[" + std::to_string(i) + "]";
    Result<Preset> preset = read_preset((*list)[i], path);
    if (!preset) return preset.error();
    for (const Preset& earlier : presets) {
      if (earlier.name == preset.value().name) {
        return Error{path + ".name", brief_quoted(earlier.name), "a name no other preset has"};
      }
    }
    presets.push_back(std::move(preset).value());
  }
  return presets;
}

Result<std::vector<Preset>> presets() { return parse_presets(presets_text()); }

std::string write_presets(const std::vector<Preset>& presets) {
  std::string text = "{\"presets\": [";
  for (std::size_t i = 0; i < presets.size(); ++i) {
    const Preset& preset = presets[i];
    text += i > 0 ? ",\n" : "\n";
    text += "{\"name\": " + json(preset.name).dump() +
            ",\n\"title\": " + json(preset.title).dump() +
            ",\n\"summary\": " + json(preset.summary).dump() +
            (preset.formerly.empty() ? "" : ",\n\"formerly\": " + json(preset.formerly).dump()) +
            ",\n\"source\": " + json(preset.source).dump() +
            ",\n\"spec\": " + write_spec(preset.spec) + "}";
  }
  return text + "]}\n";
}

Result<Spec> find_preset(std::string_view name) {
  const Result<std::vector<Preset>> all = presets();
  if (!all) return all.error();
  std::vector<std::string> names;
  for (const Preset& preset : all.value()) {
    if (preset.name == name) return preset.spec;
    names.push_back(preset.name);
  }
  const std::vector<std::string> similar = closest_names(name, names, 3);
  return Error{"preset", brief_quoted(name), join_names(similar.empty() ? names : similar, "or")};
}

}  // namespace reprise
