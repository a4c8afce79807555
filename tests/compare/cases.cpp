// Prints the cases as JSON: everything that PyTorch needs to train the same networks.

#include <cstdio>

#include <nlohmann/json.hpp>

#include "cases.hpp"

namespace {

using nlohmann::json;
using namespace reprise;

json describe(const compare::Case& given) {
  const char* activations[] = {"linear", "relu", "leaky_relu", "tanh", "elu", "silu"};
  const Network network = given.build();
  return {{"name", given.name},
          {"kind", given.kind},
          {"inputs", given.shape.inputs},
          {"width", given.shape.width},
          {"hidden_layers", given.shape.hidden_layers},
          {"outputs", given.shape.outputs},
          {"activation", activations[static_cast<int>(given.shape.activation)]},
          {"dropout", given.shape.dropout},
          {"channels", given.channels},
          {"kernel", given.kernel},
          {"tokens", given.tokens},
          {"heads", given.heads},
          {"skip_length", given.skip_length},
          {"height", given.height},
          {"picture_width", given.picture_width},
          {"adam", given.options.optimizer == Optimizer::kAdam},
          {"rate", given.options.learning_rate},
          {"half", given.options.loss == Loss::kHalfMse},
          {"points", given.points},
          {"steps", given.steps},
          {"x", given.numbers(given.shape.inputs, 0)},
          {"targets", given.numbers(given.shape.outputs, 1)},
          {"initial", network.initialise(given.options.gains, given.options.seed)}};
}

}  // namespace

int main() {
  json all = {{"cases", json::array()}, {"dropout", describe(compare::dropout_case())}};
  for (const compare::Case& given : compare::cases()) all["cases"].push_back(describe(given));
  std::puts(all.dump().c_str());
}
