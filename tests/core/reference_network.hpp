#pragma once

// A multilayer perceptron in double precision with plain loops, written from the definition and
// sharing nothing with core but the layout of the parameters. Tests compare core with it.

#include <cmath>
#include <vector>

#include "network/activation.hpp"
#include "training/kinds.hpp"

namespace reprise::reference {

inline double activate(Activation activation, double x) {
  switch (activation) {
    case Activation::kLinear:
      return x;
    case Activation::kRelu:
      return x > 0 ? x : 0;
    case Activation::kLeakyRelu:
      return x > 0 ? x : 0.01 * x;
    case Activation::kTanh:
      return std::tanh(x);
    case Activation::kElu:
      return x > 0 ? x : std::expm1(x);
    case Activation::kSilu:
      return x / (1 + std::exp(-x));
  }
  return 0;
}

struct Mlp {
  int inputs, width, hidden_layers, outputs;
  Activation activation;

  int fan_in(int layer) const { return layer == 0 ? inputs : width; }
  int fan_out(int layer) const { return layer == hidden_layers ? outputs : width; }

  /// Activations of every layer for one point; the last entry is the output.
  std::vector<std::vector<double>> forward(const std::vector<double>& parameters,
                                           const float* input) const {
    std::vector<double> in(input, input + inputs);
    std::vector<std::vector<double>> all;
    const double* p = parameters.data();
    for (int layer = 0; layer <= hidden_layers; ++layer) {
      const int rows = fan_out(layer), columns = fan_in(layer);
      std::vector<double> out(rows);
      for (int i = 0; i < rows; ++i) {
        out[i] = p[rows * columns + i];
        for (int j = 0; j < columns; ++j) out[i] += p[i * columns + j] * in[j];
        if (layer < hidden_layers) out[i] = activate(activation, out[i]);
      }
      p += rows * columns + rows;
      all.push_back(out);
      in = out;
    }
    return all;
  }

  double loss(Loss kind, const std::vector<double>& parameters, int points, const float* in,
              const float* targets) const {
    double total = 0;
    if (kind == Loss::kCrossEntropy) {
      for (int point = 0; point < points; ++point) {
        const auto all = forward(parameters, in + point * inputs);
        double sum = 0;
        for (const double output : all.back()) sum += std::exp(output);
        for (int i = 0; i < outputs; ++i) {
          total -= static_cast<double>(targets[point * outputs + i]) * (all.back()[i] - std::log(sum));
        }
      }
      return total / points;
    }
    for (int point = 0; point < points; ++point) {
      const auto all = forward(parameters, in + point * inputs);
      for (int i = 0; i < outputs; ++i) {
        const double difference = all.back()[i] - static_cast<double>(targets[point * outputs + i]);
        total += difference * difference;
      }
    }
    return total / (points * outputs) * (kind == Loss::kHalfMse ? 0.5 : 1.0);
  }

  /// The gradient of the loss by central differences of step `step`.
  std::vector<double> gradient(Loss kind, const std::vector<double>& parameters, int points,
                               const float* in, const float* targets, double step = 1e-5) const {
    std::vector<double> result(parameters.size()), moved = parameters;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
      moved[i] = parameters[i] + step;
      const double above = loss(kind, moved, points, in, targets);
      moved[i] = parameters[i] - step;
      const double below = loss(kind, moved, points, in, targets);
      moved[i] = parameters[i];
      result[i] = (above - below) / (2 * step);
    }
    return result;
  }
};

}  // namespace reprise::reference
