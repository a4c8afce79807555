#include "reproduce/runs/requests.hpp"

#include <algorithm>
#include <variant>

#include "experiment/presets.hpp"

namespace reprise::reproduce {

Spec scaled(Spec spec, const Scale& scale) {
  constexpr int kQuickWidth = 100;
  const int width = spec.network.width;
  if (!scale.quick || width <= kQuickWidth) return spec;
  if (spec.network.kind == NetworkKind::kConvolutional) {
    // Padded layers have few places as they are: their width counts the channels in.
    if (spec.network.padding != Padding::kValid) return spec;
    const int lost = (spec.network.hidden_layers - 1) * (spec.network.kernel - 1);
    spec.network.width = std::min(width, std::max(width / 2, lost + kQuickWidth));
    return spec;
  }
  spec.network.width = kQuickWidth;
  if (spec.training.optimizer == Optimizer::kAdam)
    spec.training.learning_rate *= width / double{kQuickWidth};
  return spec;
}

std::vector<RunRequest> preset_runs(const std::string& preset, const Scale& scale) {
  std::vector<RunRequest> requests;
  const auto spec = find_preset(preset);
  if (!spec) return requests;
  std::string name = preset;
  std::replace(name.begin(), name.end(), '/', '-');
  for (int seed = 1; seed <= scale.seeds; ++seed) {
    RunRequest request;
    request.name = name + "-seed-" + std::to_string(seed);
    request.spec = scaled(spec.value(), scale);
    request.preset = preset;
    request.spec.seed = static_cast<std::uint64_t>(seed);
    request.fit_layers = std::holds_alternative<TwoPointsTask>(request.spec.task);
    requests.push_back(std::move(request));
  }
  return requests;
}

std::vector<std::string> paper_settings() {
  std::vector<std::string> names;
  const auto list = presets();
  for (const Preset& preset : list ? list.value() : std::vector<Preset>{}) {
    const bool from_paper = preset.source.rfind("van Rossem and Saxe", 0) == 0;
    if (from_paper && preset.name.rfind("two-points/", 0) == 0) names.push_back(preset.name);
  }
  return names;
}

std::vector<RunRequest> curve_runs(const std::string& preset, const Scale& scale) {
  std::vector<RunRequest> requests = preset_runs(preset, scale);
  if (scale.quick) return requests;
  for (RunRequest& request : requests) {
    request.name.insert(request.name.rfind("-seed-"), "-curve");
    request.spec.training.learning_rate /= 2;
    request.spec.training.epochs *= 2;
    request.spec.observe.every *= 2;
  }
  return requests;
}

}  // namespace reprise::reproduce
