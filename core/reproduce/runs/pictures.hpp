#pragma once

#include <set>
#include <string>
#include <vector>

#include "reproduce/runs/requests.hpp"

namespace reprise::reproduce {

/// Files of pictures, as given; a list that is empty means where they usually lie.
struct PictureFiles {
  std::vector<std::string> images, labels;  ///< Digits, in IDX files that belong together in pairs.
  std::vector<std::string> fashion_images, fashion_labels;  ///< Fashion-MNIST, likewise.
  std::vector<std::string> cifar;                           ///< CIFAR-10 binary files.
};

/// Of the sets "digits", "fashion" and "cifar" those wanted, each only if its files are given or
/// lie where ./dev build packs the digits (below the current folder) and Debian's
/// dataset-fashion-mnist keeps its own.
Result<PictureSets> load_picture_sets(const PictureFiles& files,
                                      const std::set<std::string>& wanted);

/// Where to get a set that is missing.
std::string how_to_get(const std::string& set);

}  // namespace reprise::reproduce
