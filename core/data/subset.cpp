#include "data/subset.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

namespace reprise {
namespace {

// Numbers held as floats once the pictures are turned into points; 2^28 of them are 1 GiB.
constexpr std::int64_t kMaximumValues = std::int64_t{1} << 28;

using PerLabel = std::array<std::vector<int>, 10>;

// How many of `count` pictures dealt out in turn go to the class at this position.
std::int64_t share(std::int64_t count, std::size_t position, std::size_t classes) {
  const auto p = static_cast<std::int64_t>(position);
  const auto c = static_cast<std::int64_t>(classes);
  return count <= p ? 0 : (count - p + c - 1) / c;
}

// The largest number that can be dealt out in turn when class i has available[i] pictures.
std::int64_t largest_count(const std::vector<std::int64_t>& available) {
  const auto classes = static_cast<std::int64_t>(available.size());
  std::int64_t largest = available[0] * classes;
  for (std::int64_t i = 0; i < classes; ++i) {
    largest = std::min(largest, available[static_cast<std::size_t>(i)] * classes + i);
  }
  return largest;
}

// The error for asking for more than that: names the class that runs out first.
Error too_few(const char* field, int asked, const std::vector<std::int64_t>& available,
              std::span<const int> classes, const std::string& circumstance) {
  const std::int64_t largest = largest_count(available);
  std::size_t scarcest = 0;
  for (std::size_t i = 0; i < classes.size(); ++i) {
    if (available[i] < available[scarcest]) scarcest = i;
  }
  return {field, std::to_string(asked),
          "at most " + std::to_string(largest) + circumstance + ", for there are only " +
              std::to_string(available[scarcest]) + " pictures of class " +
              std::to_string(classes[scarcest])};
}

std::string class_list(std::span<const int> classes) {
  std::string text = "[";
  for (std::size_t i = 0; i < classes.size(); ++i) {
    text += (i > 0 ? "," : "") + std::to_string(classes[i]);
  }
  return text + "]";
}

bool are_distinct_labels(std::span<const int> classes) {
  std::array<bool, 10> seen{};
  for (const int label : classes) {
    if (label < 0 || label > 9 || seen[static_cast<std::size_t>(label)]) return false;
    seen[static_cast<std::size_t>(label)] = true;
  }
  return !classes.empty();
}

}  // namespace

Result<Subset> select(const ImageSet& images, std::span<const int> classes, int train_count,
                      int held_out_count) {
  if (!are_distinct_labels(classes)) {
    return Error{"task.classes", class_list(classes), "different labels from 0 to 9"};
  }
  if (train_count < 1) return Error{"task.train_count", std::to_string(train_count), "at least 1"};
  if (held_out_count < 0) {
    return Error{"task.held_out_count", std::to_string(held_out_count), "at least 0"};
  }

  PerLabel by_label;
  for (int i = 0; i < images.count; ++i) {
    const std::uint8_t label = images.labels[static_cast<std::size_t>(i)];
    if (label <= 9) by_label[label].push_back(i);
  }
  const std::size_t number = classes.size();
  std::vector<std::int64_t> available(number);
  std::vector<std::int64_t> after_training(number);
  for (std::size_t i = 0; i < number; ++i) {
    available[i] = static_cast<std::int64_t>(by_label[static_cast<std::size_t>(classes[i])].size());
    after_training[i] = available[i] - share(train_count, i, number);
  }
  if (train_count > largest_count(available)) {
    return too_few("task.train_count", train_count, available, classes, "");
  }
  // Held-out pictures are dealt out from the first class again, after each class's training
  // pictures.
  if (held_out_count > largest_count(after_training)) {
    return too_few("task.held_out_count", held_out_count, after_training, classes,
                   " after " + std::to_string(train_count) + " for training");
  }
  const std::int64_t values =
      (std::int64_t{train_count} + held_out_count) * images.pixels_per_image();
  if (values > kMaximumValues) {
    return Error{"task.train_count", std::to_string(train_count),
                 "with held_out_count at most " +
                     std::to_string(kMaximumValues / images.pixels_per_image()) +
                     " pictures of this size"};
  }

  Subset subset;
  subset.classes.assign(classes.begin(), classes.end());
  std::vector<std::size_t> taken(number, 0);
  const auto deal = [&](int count, std::vector<int>& into) {
    for (int k = 0; k < count; ++k) {
      const std::size_t position = static_cast<std::size_t>(k) % number;
      into.push_back(by_label[static_cast<std::size_t>(classes[position])][taken[position]++]);
    }
  };
  deal(train_count, subset.train);
  deal(held_out_count, subset.held_out);
  return subset;
}

}  // namespace reprise
