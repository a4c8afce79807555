#pragma once

#include <span>
#include <vector>

#include "data/images.hpp"
#include "numerics/result.hpp"

namespace reprise {

/// Which pictures of a set are trained on and which are held out.
struct Subset {
  std::vector<int> classes;  ///< The labels chosen, in the order of the network's outputs.
  std::vector<int>
      train;  ///< Indices into the ImageSet; entry k has label classes[k % classes.size()].
  std::vector<int> held_out;  ///< Likewise; shares no picture with `train`.
};

/// Takes `train_count` pictures, class by class in turn and each class in file order, then
/// `held_out_count` more that follow them in the same way. Fails if a class has too few pictures,
/// and says how many there are.
Result<Subset> select(const ImageSet& images, std::span<const int> classes, int train_count,
                      int held_out_count);

}  // namespace reprise
