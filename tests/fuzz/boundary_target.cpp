// The WebAssembly module's boundary, built natively: any sequence of calls with any arguments.

#include <algorithm>
#include <charconv>
#include <cstring>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "checks.hpp"
#include "reprise.h"
#include "reprise_algebra.h"
#include "targets.hpp"

namespace reprise::fuzz {
namespace {

// Reads `count` numbers, so that the sanitizer sees whether they are there.
template <class T>
void read_all(const T* numbers, std::size_t count) {
  volatile T sum = 0;
  for (std::size_t i = 0; i < count; ++i) sum = sum + numbers[i];
}

nlohmann::json json_of(const std::uint8_t* text) {
  std::uint32_t length = 0;
  std::memcpy(&length, text, sizeof length);
  const auto* begin = reinterpret_cast<const char*>(text + sizeof length);
  const auto value = nlohmann::json::parse(begin, begin + length, nullptr, false);
  require(value.is_object());
  if (value.contains("error")) require(length < 16000);
  return value;
}

// What a line's call takes: the whole number it begins with, and the rest.
struct Line {
  char call = 0;
  int number = 0;
  std::string_view rest;
};

Line read_line(std::string_view text) {
  Line line;
  if (text.empty()) return line;
  line.call = text[0];
  const auto [end, problem] =
      std::from_chars(text.data() + 1, text.data() + text.size(), line.number);
  line.rest = text.substr(static_cast<std::size_t>(end - text.data()));
  return line;
}

std::vector<double> doubles_of(std::string_view bytes) {
  std::vector<double> values(bytes.size() / sizeof(double));
  if (!values.empty()) std::memcpy(values.data(), bytes.data(), values.size() * sizeof(double));
  return values;
}

// The two files of as many grey pictures of this side as the number says: 34 is three of side 4.
struct Pictures {
  std::vector<std::uint8_t> images, labels;
  void make(int number) {
    const int count = std::clamp(number / 10, 0, 50), side = std::clamp(number % 10, 0, 9);
    const auto byte = [](int value) { return static_cast<std::uint8_t>(value); };
    images = {0, 0, 8, 3, 0, 0, 0, byte(count), 0, 0, 0, byte(side), 0, 0, 0, byte(side)};
    labels = {0, 0, 8, 1, 0, 0, 0, byte(count)};
    for (int i = 0; i < count; ++i) {
      labels.push_back(byte(i % 10));
      for (int pixel = 0; pixel < side * side; ++pixel) images.push_back(byte(31 * i + 57 * pixel));
    }
  }
};

class Calls {
 public:
  ~Calls() {
    for (const int handle : handles_) reprise_destroy(handle);
  }

  void make(const Line& line) {
    const char* text = line.rest.data();
    const std::size_t length = line.rest.size();
    // The handles of a sequence begin at 1, whatever was made before it.
    const int handle = line.number + before_;
    const bool known = handles_.count(handle) != 0;
    switch (line.call) {
      case 'p':
        return pictures_.make(line.number);
      case 'v':
        json_of(reprise_validate(text, length));
        return;
      case 'c':
        return create(line.rest);
      case 'x':
        reprise_destroy(handle);
        handles_.erase(handle);
        return;
      case 'd':
        require(json_of(reprise_describe(handle)).contains("error") != known);
        return;
      case 's':
        require(json_of(reprise_status(handle)).contains("error") != known);
        return;
      case 'a':
        return advance(handle, known, line.rest);
      case 'z':
        reprise_reset(handle);
        return;
      case 'r':
        return records(handle, known, line.rest);
      case 'h':
        return hidden(handle, known, line.rest);
      case 'o':
        return outputs(handle, known);
      case 'e':
        return numbers(reprise_embedding(handle, text, length));
      case 'm':
        return numbers(reprise_structure(handle, text, length));
      case 'u':
        return surface(handle, text, length);
      case 'n':
        if (is_allowed(line.rest) && reprise_replace_points(handle, text, length) == 0)
          last_error();
        return;
      case 't':
        return numbers(reprise_theory(text, length));
      case 'q':
        json_of(reprise_predict(text, length));
        return;
      case 'f':
        return fit(line);
      case 'g':
        return scaling(line);
      case 'w':
        return turn(line);
      case 'b':
        return activations(handle, known, text, length);
      case 'i':
        return layer(handle, known, line.rest);
      case 'j':
        return cloud(line);
      case 'y':
        return reprise_shuffle_targets(handle);
      case 'l':
        return alignment(line);
      case 'k':
        return overlay(line);
      default:
        last_error();
        return;
    }
  }

 private:
  static void last_error() { json_of(reprise_last_error()); }
  static void numbers(const double* block) {
    if (block[0] == 0) last_error();
  }

  // Specs that would run for long are left out here; the target "spec" judges them.
  static bool is_allowed(std::string_view text) {
    const auto spec = parse_spec(text, kShortMemory);
    return spec ? is_short(spec.value()) : !parse_spec(text);
  }

  void create(std::string_view text) {
    if (!is_allowed(text)) return;
    const int handle =
        reprise_create(text.data(), text.size(), pictures_.images.data(), pictures_.images.size(),
                       pictures_.labels.data(), pictures_.labels.size());
    if (handle == 0) return last_error();
    require(handles_.empty() || handle > *handles_.rbegin());
    if (handles_.empty() && made_ == 0) before_ = handle - 1;
    ++made_;
    handles_.insert(handle);
  }

  static void advance(int handle, bool known, std::string_view rest) {
    double steps = 3;
    if (rest.size() >= sizeof steps) std::memcpy(&steps, rest.data(), sizeof steps);
    const int state = reprise_advance(handle, steps > 50 ? 50 : steps, 5);
    require(known ? state >= 0 && state <= 2 : state == -1);
  }

  static void records(int handle, bool known, std::string_view rest) {
    int from = 0;
    std::from_chars(rest.data() + (rest.empty() ? 0 : 1), rest.data() + rest.size(), from);
    const int count = reprise_record_count(handle);
    const double* values = reprise_records(handle, from);
    require((values != nullptr) == (known && from >= 0 && from <= count) || count == 0);
    if (!known || values == nullptr) return;
    const std::size_t columns = json_of(reprise_describe(handle))["columns"].size();
    values = reprise_records(handle, from);
    read_all(values, static_cast<std::size_t>(count - from) * columns);
  }

  static void hidden(int handle, bool known, std::string_view rest) {
    int layer = 0;
    std::from_chars(rest.data() + (rest.empty() ? 0 : 1), rest.data() + rest.size(), layer);
    const float* values = reprise_hidden(handle, layer);
    if (values == nullptr) return;
    require(known);
    const auto told = json_of(reprise_describe(handle));
    values = reprise_hidden(handle, layer);
    read_all(values, told["observed_points"].get<std::size_t>() *
                         told["hidden_widths"][static_cast<std::size_t>(layer)].get<std::size_t>());
  }

  static void outputs(int handle, bool known) {
    if (!known) return require(reprise_held_out_outputs(handle) == nullptr);
    const auto told = json_of(reprise_describe(handle));
    if (told["held_out_labels"].empty() || !told["spec"]["task"].contains("classes")) return;
    read_all(reprise_held_out_outputs(handle),
             told["held_out_labels"].size() * told["spec"]["task"]["classes"].size());
  }

  static void surface(int handle, const char* text, std::size_t length) {
    if (reprise_surface(handle, text, length)[0] == 0) last_error();
  }

  // The number is that of columns; options up to a tabulator, then the rows' bytes.
  static void fit(const Line& line) {
    const std::size_t end = std::min(line.rest.find('\t'), line.rest.size());
    const auto rows = doubles_of(line.rest.substr(std::min(end + 1, line.rest.size())));
    const int columns = std::clamp(line.number, 1, 8);
    const int count = std::min<int>(40, static_cast<int>(rows.size()) / columns);
    json_of(reprise_fit(rows.data(), count, columns, line.rest.data(), end));
  }

  // The number is how many of the doubles are the picture to turn onto; after a blank that of
  // points and, after a comma, of dimensions, up to a tabulator.
  static void scaling(const Line& line) {
    const std::size_t end = std::min(line.rest.find('\t'), line.rest.size());
    const auto values = doubles_of(line.rest.substr(std::min(end + 1, line.rest.size())));
    const int all = static_cast<int>(values.size()), onto = std::clamp(line.number, 0, all);
    int points = 0, dimensions = 2;
    const char* const last = line.rest.data() + end;
    const auto parsed =
        std::from_chars(line.rest.data() + std::min<std::size_t>(end, 1), last, points);
    if (parsed.ptr != last) std::from_chars(parsed.ptr + 1, last, dimensions);
    numbers(
        reprise_scaling(values.data() + onto, all - onto, values.data(), onto, points, dimensions));
  }

  // Kept, to be compared with what is kept later: at most six blocks.
  void activations(int handle, bool known, const char* text, std::size_t length) {
    const float* block = reprise_activations(handle, text, length);
    if (block[0] == 0) return last_error();
    require(known);
    const auto points = static_cast<std::size_t>(block[0]);
    const auto layers = static_cast<std::size_t>(block[1]);
    std::size_t size = 2 + 2 * points + layers;
    for (std::size_t k = 0; k < layers; ++k)
      size += points * static_cast<std::size_t>(block[2 + 2 * points + k]);
    if (++kept_ <= 6) blocks_.insert(blocks_.end(), block, block + size);
  }

  // What is kept, and then the rest's bytes; the number says which blocks: 12 is the second with
  // the third.
  void alignment(const Line& line) const {
    const auto blocks = blocks_and(line.rest);
    const std::int32_t one = line.number / 10, other = line.number % 10;
    const std::int32_t pairs[] = {one, other}, shuffled[] = {one, other, other, one};
    numbers(reprise_alignment(blocks.data(), static_cast<int>(blocks.size()), pairs, 1, shuffled, 1));
  }

  // The same, with layers and dimensions in three digits.
  void overlay(const Line& line) const {
    const auto blocks = blocks_and(line.rest);
    numbers(reprise_overlay(blocks.data(), static_cast<int>(blocks.size()), line.number / 100,
                            line.number / 10 % 10, nullptr, 0, line.number % 10));
  }

  // After a blank a number of points and, as its last digit, a layer; the last block that came is
  // kept.
  void layer(int handle, bool known, std::string_view rest) {
    int both = 0;
    std::from_chars(rest.data() + (rest.empty() ? 0 : 1), rest.data() + rest.size(), both);
    const float* block = reprise_layer(handle, both % 10, both / 10);
    if (block[0] == 0) return last_error();
    require(known && static_cast<int>(block[0]) == both / 10);
    const auto n = static_cast<std::size_t>(block[0]), width = static_cast<std::size_t>(block[1]);
    const std::size_t labels = block[2] > 0 ? n : 0;
    layer_.assign(block, block + 4 + labels + (n + static_cast<std::size_t>(block[3])) * width);
  }

  // Of the layer that is kept, or of the rest's bytes where there is none; the number is that of
  // neighbours.
  void cloud(const Line& line) const {
    std::vector<float> block = layer_;
    if (block.empty()) {
      block.resize(line.rest.size() / sizeof(float));
      if (!block.empty()) {
        std::memcpy(block.data(), line.rest.data(), block.size() * sizeof(float));
      }
    }
    const auto onto = layer_.empty() ? std::vector<double>() : doubles_of(line.rest);
    numbers(reprise_cloud(block.data(), static_cast<int>(block.size()), onto.data(),
                          static_cast<int>(onto.size()), line.number));
  }

  std::vector<float> blocks_and(std::string_view bytes) const {
    std::vector<float> all = blocks_;
    const std::size_t more = bytes.size() / sizeof(float);
    all.resize(blocks_.size() + more);
    if (more > 0) std::memcpy(all.data() + blocks_.size(), bytes.data(), more * sizeof(float));
    return all;
  }

  static void turn(const Line& line) {
    const auto values = doubles_of(line.rest);
    const int half = static_cast<int>(values.size() / 2);
    numbers(reprise_turn(values.data(), half, values.data() + half, half, line.number));
  }

  Pictures pictures_;
  std::vector<float> blocks_, layer_;
  int kept_ = 0;
  std::set<int> handles_;
  int before_ = 0, made_ = 0;
};

}  // namespace

// A call a line: a letter for the function, a number, which mostly is the handle, and the rest.
void calls(const std::uint8_t* data, std::size_t size) {
  const std::string text(text_of(data, size));
  Calls sequence;
  std::size_t from = 0;
  for (int made = 0; from < text.size() && made < 40; ++made) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    sequence.make(read_line(std::string_view(text).substr(from, end - from)));
    from = end + 1;
  }
}

}  // namespace reprise::fuzz
