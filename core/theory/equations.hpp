#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "numerics/result.hpp"

namespace reprise {

/// What the two data points fix: squared distances of the inputs and of the targets.
struct Constants {
  double dx2 = 1.0;  ///< |x2 - x1|^2, above zero.
  double dy2 = 0.5;  ///< |y2* - y1*|^2; zero when both points share one target.
};

/// Effective learning rates, per unit of time (an epoch in the toy tasks).
struct Rates {
  double eta_h = 1.0;  ///< Of the encoder (data to hidden layer), 1 / tau_h.
  double eta_y = 1.0;  ///< Of the decoder (hidden layer to output), 1 / tau_y.

  /// eta_h / eta_y: all of the rates that the final representation depends on.
  double ratio() const { return eta_h / eta_y; }
};

/// The three numbers that the theory follows in time.
struct State {
  double h = 0.0;  ///< |h2 - h1|^2, the squared distance of the two hidden representations.
  double y = 0.0;  ///< |y2 - y1|^2, the squared distance of the two outputs.
  double w = 0.0;  ///< dy . (dy - dy*): negative while the outputs are too close, zero when learnt.

  bool operator==(const State&) const = default;
};

/// Coefficients of the three equations, as data, so that the theory can be broken on purpose:
///
///     h' = -h_scale eta_h X w
///     y' = -y_scale w (y_first eta_y h + y_second eta_h X y / h)
///     w' = -1/2 w_first eta_y (3 w - y + Y) h - 1/2 w_last eta_h X (y + w) w / h
///
/// All ones (the default) is the paper's system (arXiv 2402.09142, equations for two points).
struct System {
  double h_scale = 1.0;
  double y_scale = 1.0;
  double y_first = 1.0;
  double y_second = 1.0;
  double w_first = 1.0;
  double w_last = 1.0;

  bool operator==(const System&) const = default;
};

/// The names `find_system` knows: "paper" first, then the altered systems.
std::vector<std::string> system_names();

/// The system called `name`: "paper", "double_y" (y' doubled), "double_h" (h' doubled),
/// "flip_last_w" (last term of w' with its sign flipped) or "drop_second_y" (second term of y' left
/// out). Error: field "system".
Result<System> find_system(std::string_view name);

/// The time derivatives (h', y', w') of `state`, where state.h > 0.
State derivative(const System& system, const Constants& constants, const Rates& rates,
                 const State& state);

/// Whether |dy . dy*| <= |dy| |dy*| (Cauchy-Schwarz) holds, which reads |y - w| <= sqrt(y Y). The
/// relative `slack` forgives numbers rounded to a few digits: two points with one output have dy
/// and dy* exactly parallel, which puts every true state of theirs on the very border.
bool satisfies_cauchy_schwarz(const Constants& constants, const State& state, double slack = 1e-3);

}  // namespace reprise
