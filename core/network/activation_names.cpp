#include "network/activation.hpp"

namespace reprise {
namespace {

struct NamedActivation {
  Activation activation;
  const char* name;
};

constexpr NamedActivation kNames[] = {
    {Activation::kLinear, "linear"},
    {Activation::kRelu, "relu"},
    {Activation::kLeakyRelu, "leaky_relu"},
    {Activation::kTanh, "tanh"},
    {Activation::kElu, "elu"},
    {Activation::kSilu, "silu"},
};

}  // namespace

const char* activation_name(Activation activation) {
  for (const NamedActivation& entry : kNames) {
    if (entry.activation == activation) return entry.name;
  }
  return "unknown";
}

std::optional<Activation> activation_from_name(std::string_view name) {
  for (const NamedActivation& entry : kNames) {
    if (name == entry.name) return entry.activation;
  }
  return std::nullopt;
}

}  // namespace reprise
