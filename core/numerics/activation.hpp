#pragma once

namespace reprise {

/// The nonlinearities a hidden layer can have.
enum class Activation { kLinear, kRelu, kLeakyRelu, kTanh, kElu, kSilu };

/// Slope of the leaky ReLU below zero, as in the paper's experiments.
inline constexpr float kLeakySlope = 0.01f;

}  // namespace reprise
