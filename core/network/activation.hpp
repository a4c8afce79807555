#pragma once

#include <optional>
#include <string_view>

namespace reprise {

/// The nonlinearities a hidden layer can have.
enum class Activation { kLinear, kRelu, kLeakyRelu, kTanh, kElu, kSilu };

/// The name a spec uses: "linear", "relu", "leaky_relu", "tanh", "elu" or "silu".
const char* activation_name(Activation activation);

/// The inverse of `activation_name`; empty for any other text.
std::optional<Activation> activation_from_name(std::string_view name);

}  // namespace reprise
