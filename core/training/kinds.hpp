#pragma once

namespace reprise {

/// The rule that turns gradients into weight changes.
enum class Optimizer { kSgd, kAdam };

/// What training minimises: squared errors averaged over points AND outputs (`kMse`, PyTorch's
/// convention), or half of that (`kHalfMse`).
enum class Loss { kHalfMse, kMse };

}  // namespace reprise
