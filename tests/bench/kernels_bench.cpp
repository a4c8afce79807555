// Each kernel of training beside the same operation in Eigen with vectors of four floats, which is what
// Eigen is compiled to here: why the kernels are ours is said in core/numerics/kernels/README.md.

#include <benchmark/benchmark.h>

#include <vector>

#include "numerics/gemm.hpp"
#include "numerics/random.hpp"
#include "numerics/small_batch.hpp"
#include "numerics/vector_width.hpp"

// Eigen with its vector code, which core leaves out. Under another name, since functions of one name
// that are compiled in two ways must not meet in one program.
#undef EIGEN_DONT_VECTORIZE
#define Eigen VectorisedEigen
#include <Eigen/Core>

namespace {

using Matrix = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Row = Eigen::RowVectorXf;

// A layer of the digits' network on a batch of 64, and one of the two points' network.
constexpr int kBatch = 64, kInputs = 784, kOutputs = 200;
constexpr int kPoints = 2, kWidth = 500;
// So many layers of it that the weights (19 MB) come from memory, as in a training step.
constexpr int kLayers = 19;
constexpr float kRate = 1e-6f;

Matrix noise(Eigen::Index rows, Eigen::Index columns) {
  Matrix values(rows, columns);
  reprise::RandomStream(1, reprise::RandomPurpose::kNoise)
      .fill_normal(values.data(), static_cast<std::size_t>(values.size()), 1.0);
  return values;
}

// Runs `ours` with vectors of 4 or 8, or (argument 0) `eigens`.
template <class Ours, class Eigens>
void compare(benchmark::State& state, Ours ours, Eigens eigens) {
  const int lanes = static_cast<int>(state.range(0));
  if (lanes == 0) state.SetLabel("Eigen");
  if (lanes != 0 && !reprise::use_lanes(lanes)) {
    return state.SkipWithError("this machine has no such vectors");
  }
  for (auto _ : state) {
    if (lanes == 0) {
      eigens();
    } else {
      ours();
    }
    benchmark::ClobberMemory();
  }
}

void Product(benchmark::State& state) {
  const Matrix in = noise(kBatch, kInputs), weights = noise(kOutputs, kInputs);
  Matrix out(kBatch, kOutputs);
  reprise::GemmWorkspace workspace;
  compare(
      state,
      [&] {
        reprise::gemm(reprise::GemmMode::kAssign, 1.0f, kBatch, kOutputs, kInputs,
                      reprise::row_major(in.data(), kInputs),
                      reprise::row_major(weights.data(), kInputs).transposed(), out.data(),
                      kOutputs, workspace);
      },
      [&] { out.noalias() = in * weights.transpose(); });
}

void SmallBatchForward(benchmark::State& state) {
  const std::vector<Matrix> weights(kLayers, noise(kWidth, kWidth));
  const Row bias = noise(1, kWidth);
  const Matrix in = noise(kPoints, kWidth);
  Matrix out(kPoints, kWidth);
  compare(
      state,
      [&] {
        for (const Matrix& layer : weights) {
          reprise::small_batch_forward(kPoints, kWidth, kWidth, layer.data(), bias.data(),
                                       in.data(), out.data());
        }
      },
      [&] {
        for (const Matrix& layer : weights) {
          out.noalias() = in * layer.transpose();
          out.rowwise() += bias;
        }
      });
}

void SmallBatchBackwardUpdate(benchmark::State& state) {
  std::vector<Matrix> weights(kLayers, noise(kWidth, kWidth));
  const Matrix in = noise(kPoints, kWidth), slopes = noise(kPoints, kWidth);
  Matrix slopes_in(kPoints, kWidth);
  compare(
      state,
      [&] {
        for (Matrix& layer : weights) {
          reprise::small_batch_backward_update(kPoints, kWidth, kWidth, kRate, layer.data(),
                                               in.data(), slopes.data(), slopes_in.data());
        }
      },
      [&] {
        for (Matrix& layer : weights) {
          slopes_in.noalias() = slopes * layer;
          layer.noalias() -= (kRate * slopes.transpose()) * in;
        }
      });
}

void TanhForward(benchmark::State& state) {
  const Matrix in = noise(kBatch, kOutputs);
  Matrix out(kBatch, kOutputs);
  const auto count = static_cast<std::size_t>(in.size());
  compare(
      state,
      [&] {
        reprise::kernels().activation_forward(reprise::Activation::kTanh, count, in.data(),
                                              out.data());
      },
      [&] { out = in.array().tanh(); });
}

void TanhBackward(benchmark::State& state) {
  const Matrix in = noise(kBatch, kOutputs), slopes = noise(kBatch, kOutputs);
  const Matrix out = in.array().tanh();
  Matrix slopes_in(kBatch, kOutputs);
  const auto count = static_cast<std::size_t>(in.size());
  compare(
      state,
      [&] {
        reprise::kernels().activation_backward(reprise::Activation::kTanh, count, in.data(),
                                               out.data(), slopes.data(), slopes_in.data());
      },
      [&] { slopes_in = slopes.array() * (1.0f - out.array().square()); });
}

void ColumnSums(benchmark::State& state) {
  const Matrix values = noise(kBatch, kOutputs);
  Row sums(kOutputs);
  compare(
      state,
      [&] { reprise::kernels().column_sums(kBatch, kOutputs, values.data(), sums.data()); },
      [&] { sums = values.colwise().sum(); });
}

void Sgd(benchmark::State& state) {
  const Matrix gradient = noise(kOutputs, kInputs);
  Matrix parameters = noise(kOutputs, kInputs);
  const auto count = static_cast<std::size_t>(parameters.size());
  compare(
      state,
      [&] { reprise::kernels().combine(count, 1.0f, -kRate, 0.0f, gradient.data(), parameters.data()); },
      [&] { parameters -= kRate * gradient; });
}

void Adam(benchmark::State& state) {
  const Matrix gradient = noise(kOutputs, kInputs);
  Matrix parameters = noise(kOutputs, kInputs);
  Matrix mean = Matrix::Zero(kOutputs, kInputs), square = mean;
  const auto count = static_cast<std::size_t>(parameters.size());
  const reprise::AdamStep step = {0.9f, 0.1f, 0.999f, 0.001f, kRate, 1.0f, 1e-8f};
  compare(
      state,
      [&] {
        reprise::kernels().adam(count, step, gradient.data(), mean.data(), square.data(),
                                parameters.data());
      },
      [&] {
        mean = step.keep_mean * mean + step.add_mean * gradient;
        square.array() =
            step.keep_square * square.array() + step.add_square * gradient.array().square();
        parameters.array() -= step.rate * mean.array() /
                              ((step.square_correction * square.array()).sqrt() + step.epsilon);
      });
}

#define REPRISE_COMPARE(name) \
  BENCHMARK(name)->Unit(benchmark::kMicrosecond)->ArgName("lanes")->Arg(0)->Arg(4)->Arg(8)
REPRISE_COMPARE(Product);
REPRISE_COMPARE(SmallBatchForward);
REPRISE_COMPARE(SmallBatchBackwardUpdate);
REPRISE_COMPARE(TanhForward);
REPRISE_COMPARE(TanhBackward);
REPRISE_COMPARE(ColumnSums);
REPRISE_COMPARE(Sgd);
REPRISE_COMPARE(Adam);

}  // namespace
