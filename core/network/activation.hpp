#pragma once

#include <optional>
#include <string_view>

#include "numerics/activation.hpp"

namespace reprise {

/// The name a spec uses: "linear", "relu", "leaky_relu", "tanh", "elu" or "silu".
const char* activation_name(Activation activation);

/// The inverse of `activation_name`; empty for any other text.
std::optional<Activation> activation_from_name(std::string_view name);

}  // namespace reprise
