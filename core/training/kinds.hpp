#pragma once

namespace reprise {

/// The rule that turns gradients into weight changes.
enum class Optimizer { kSgd, kAdam };

/// What training minimises: squared errors averaged over points AND outputs (`kMse`, PyTorch's
/// convention), or half of that (`kHalfMse`); or, where targets are one-hot, the cross-entropy
/// -log softmax(outputs)[class] averaged over points (`kCrossEntropy`).
enum class Loss { kHalfMse, kMse, kCrossEntropy };

/// What is added to the loss that training minimises (recorded losses are without it): l1 sum |w| +
/// l2 / 2 sum w^2 over all weights w. Biases are not penalised.
struct Penalties {
  double l1 = 0.0;  ///< 0 to 10.
  double l2 = 0.0;  ///< 0 to 10; PyTorch's weight_decay, on weights alone.
  bool operator==(const Penalties&) const = default;
};

}  // namespace reprise
