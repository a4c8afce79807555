// Prints the cases as JSON: everything that PyTorch needs to train the same networks.

#include <cstdio>

#include <nlohmann/json.hpp>

#include "cases.hpp"

namespace {

using nlohmann::json;
using namespace reprise;

json describe(const compare::Case& given) {
  const char* names[] = {"linear", "relu", "leaky_relu", "tanh", "elu", "silu"};
  const Network network = given.build();
  json activations = json::array(), widths = json::array();
  for (int layer = 0; layer < given.shape.hidden_layers; ++layer) {
    activations.push_back(names[static_cast<int>(given.shape.activation_of(layer))]);
    widths.push_back(given.shape.width_of(layer));
  }
  const char* losses[] = {"half_mse", "mse", "cross_entropy"};
  return {{"name", given.name},
          {"kind", given.kind},
          {"inputs", given.shape.inputs},
          {"width", given.shape.width},
          {"hidden_layers", given.shape.hidden_layers},
          {"outputs", given.shape.outputs},
          {"activations", std::move(activations)},
          {"widths", std::move(widths)},
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
          {"loss", losses[static_cast<int>(given.options.loss)]},
          {"momentum", given.options.momentum},
          {"l1", given.options.penalties.l1},
          {"l2", given.options.penalties.l2},
          {"points", given.points},
          {"steps", given.steps},
          {"x", given.numbers(given.shape.inputs, 0)},
          {"targets", given.targets()},
          {"initial", network.initialise(given.options.gains, given.options.seed)}};
}

}  // namespace

int main() {
  json all = {{"cases", json::array()}, {"dropout", describe(compare::dropout_case())}};
  for (const compare::Case& given : compare::cases()) all["cases"].push_back(describe(given));
  std::puts(all.dump().c_str());
}
