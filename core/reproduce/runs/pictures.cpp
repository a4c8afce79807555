#include "reproduce/runs/pictures.hpp"

#include <cstdio>
#include <filesystem>
#include <utility>

#include "host/files.hpp"

namespace reprise::reproduce {
namespace {

const std::vector<std::string> kDigitImages = {"web/public/data/digits-first-images.bin",
                                               "web/public/data/digits-rest-images.bin"};
const std::vector<std::string> kDigitLabels = {"web/public/data/digits-first-labels.bin",
                                               "web/public/data/digits-rest-labels.bin"};
const std::string kFashion = "/usr/share/datasets/fashion-mnist/";
const std::vector<std::string> kFashionImages = {kFashion + "train-images-idx3-ubyte.gz"};
const std::vector<std::string> kFashionLabels = {kFashion + "train-labels-idx1-ubyte.gz"};

bool all_exist(const std::vector<std::string>& files) {
  for (const std::string& file : files) {
    std::error_code failure;
    if (!std::filesystem::exists(file, failure)) return false;
  }
  return true;
}

// Adds pictures to those there are; false if they have another size.
bool append(ImageSet& all, ImageSet more) {
  if (all.count == 0) {
    all = std::move(more);
    return true;
  }
  if (all.height != more.height || all.width != more.width || all.channels != more.channels)
    return false;
  all.count += more.count;
  all.pixels.insert(all.pixels.end(), more.pixels.begin(), more.pixels.end());
  all.labels.insert(all.labels.end(), more.labels.begin(), more.labels.end());
  return true;
}

// Fowler, Noll and Vo's hash, 64 bits, of pixels and labels.
std::string digest(const ImageSet& images) {
  std::uint64_t hash = 14695981039346656037u;
  for (const std::vector<std::uint8_t>* bytes : {&images.pixels, &images.labels}) {
    for (const std::uint8_t byte : *bytes) hash = (hash ^ byte) * 1099511628211u;
  }
  char text[40];
  std::snprintf(text, sizeof text, "%d-%016llx", images.count,
                static_cast<unsigned long long>(hash));
  return text;
}

Result<ImageSet> load_idx(const std::vector<std::string>& images,
                          const std::vector<std::string>& labels, const std::string& option) {
  if (images.size() != labels.size()) {
    return Error{option,
                 std::to_string(labels.size()) + " files of labels for " +
                     std::to_string(images.size()) + " of pictures",
                 "as many of one as of the other"};
  }
  ImageSet all;
  for (std::size_t i = 0; i < images.size(); ++i) {
    const auto pixels = read_file(images[i], kLargestPictures);
    if (!pixels) return pixels.error();
    const auto classes = read_file(labels[i], kLargestPictures);
    if (!classes) return classes.error();
    auto set = parse_idx(pixels.value(), classes.value());
    if (!set) return set.error();
    if (!append(all, std::move(set).value()))
      return Error{option, images[i], "pictures as large as those before"};
  }
  return all;
}

Result<ImageSet> load_cifar(const std::vector<std::string>& files) {
  ImageSet all;
  for (const std::string& file : files) {
    const auto bytes = read_file(file, kLargestPictures);
    if (!bytes) return bytes.error();
    auto set = parse_cifar10(bytes.value());
    if (!set) return set.error();
    append(all, std::move(set).value());
  }
  return all;
}

}  // namespace

Result<PictureSets> load_picture_sets(const PictureFiles& files,
                                      const std::set<std::string>& wanted) {
  PictureSets sets;
  const auto add = [&](const std::string& name, Result<ImageSet> images) -> std::optional<Error> {
    if (!images) return images.error();
    std::string name_of_data = digest(images.value());
    sets[name] = std::make_shared<const PictureSet>(
        PictureSet{std::move(images).value(), std::move(name_of_data)});
    return {};
  };
  const auto add_idx = [&](const std::string& name, const std::vector<std::string>& images,
                           const std::vector<std::string>& labels,
                           const std::vector<std::string>& usual_images,
                           const std::vector<std::string>& usual_labels,
                           const std::string& option) -> std::optional<Error> {
    if (!wanted.contains(name)) return {};
    if (!images.empty() || !labels.empty()) return add(name, load_idx(images, labels, option));
    if (!all_exist(usual_images) || !all_exist(usual_labels)) return {};
    return add(name, load_idx(usual_images, usual_labels, option));
  };
  if (auto error =
          add_idx("digits", files.images, files.labels, kDigitImages, kDigitLabels, "--labels"))
    return *error;
  if (auto error = add_idx("fashion", files.fashion_images, files.fashion_labels, kFashionImages,
                           kFashionLabels, "--fashion-labels")) {
    return *error;
  }
  if (wanted.contains("cifar") && !files.cifar.empty()) {
    if (auto error = add("cifar", load_cifar(files.cifar))) return *error;
  }
  return sets;
}

std::string how_to_get(const std::string& set) {
  if (set == "digits")
    return "--images and --labels, or the digits that ./dev build packs into web/public/data";
  if (set == "fashion")
    return "--fashion-images and --fashion-labels, or Debian's package dataset-fashion-mnist";
  return "--cifar with CIFAR-10's binary files";
}

}  // namespace reprise::reproduce
