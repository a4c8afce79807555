#include "network/convolution.hpp"

#include <algorithm>
#include <cmath>

namespace reprise {
namespace {

// One point's grid with a border of zeros half a kernel wide.
struct Padded {
  int height, width, channels;  // Of the grid inside.
  int border_y, border_x;

  std::int64_t row_length() const { return (std::int64_t{width} + 2 * border_x) * channels; }
  std::uint64_t size() const {
    return static_cast<std::uint64_t>((std::int64_t{height} + 2 * border_y) * row_length());
  }
  /// Copies a grid into the middle; the border is set to zero.
  void fill(const float* grid, float* padded) const {
    std::fill_n(padded, size(), 0.0f);
    for (int y = 0; y < height; ++y) {
      std::copy_n(grid + static_cast<std::ptrdiff_t>(y) * width * channels, width * channels,
                  padded + (y + border_y) * row_length() + border_x * channels);
    }
  }
};

// The gradient of the output, with a border: each number of the input meets the kernel wherever the
// two overlap in the forward pass.
Padded padded_gradient(const ConvolutionShape& s) {
  return {s.out_height(), s.out_width(), s.out_channels, s.kernel_height - 1 - s.border_y(),
          s.kernel_width - 1 - s.border_x()};
}

}  // namespace

ConvolutionLayer::ConvolutionLayer(ConvolutionShape shape)
    : Layer(shape.height * shape.width * shape.in_channels,
            shape.out_height() * shape.out_width() * shape.out_channels),
      shape_(shape) {}

std::uint64_t ConvolutionLayer::weight_count() const {
  return static_cast<std::uint64_t>(shape_.out_channels) *
         static_cast<std::uint64_t>(shape_.kernel_height) * static_cast<std::uint64_t>(window());
}

std::uint64_t ConvolutionLayer::parameter_count() const {
  return weight_count() + static_cast<std::uint64_t>(shape_.out_channels);
}

std::uint64_t ConvolutionLayer::work() const {
  return weight_count() * static_cast<std::uint64_t>(shape_.out_height()) *
         static_cast<std::uint64_t>(shape_.out_width());
}

ScratchSize ConvolutionLayer::scratch_size(int /*points*/, bool training) const {
  const auto& s = shape_;
  const Padded padded{s.height, s.width, s.in_channels, s.border_y(), s.border_x()};
  ScratchSize size;
  size.gemm = gemm_size(s.out_width(), s.out_channels, window());
  size.buffer[0] = padded.size();
  if (training) {
    size.gemm.cover(gemm_size(s.width, s.in_channels, s.kernel_width * s.out_channels));
    size.gemm.cover(gemm_size(s.out_channels, window(), s.out_width()));
    size.buffer[0] = std::max(padded.size(), padded_gradient(s).size());
    size.buffer[1] = weight_count();
    size.buffer[2] = parameter_count();
  }
  return size;
}

void ConvolutionLayer::initialise(float* parameters, double gain, RandomStream& random) const {
  const int taps = shape_.kernel_height * shape_.kernel_width;
  const double fans = static_cast<double>(taps) * (shape_.in_channels + shape_.out_channels);
  random.fill_normal(parameters, weight_count(), gain * std::sqrt(2.0 / fans));
  std::fill_n(parameters + weight_count(), shape_.out_channels, 0.0f);
}

void ConvolutionLayer::forward(int points, const float* parameters, const float* in, float* out,
                               Scratch& scratch) const {
  const auto& s = shape_;
  const Padded padded{s.height, s.width, s.in_channels, s.border_y(), s.border_x()};
  const int out_height = s.out_height(), out_width = s.out_width();
  float* grid = scratch.grown(0, static_cast<std::size_t>(padded.size()));
  const float* bias = parameters + weight_count();
  const std::ptrdiff_t out_row = static_cast<std::ptrdiff_t>(out_width) * s.out_channels;
  for (int point = 0; point < points; ++point, in += inputs(), out += outputs()) {
    padded.fill(in, grid);
    for (int place = 0; place < out_height * out_width; ++place) {
      std::copy_n(bias, s.out_channels, out + static_cast<std::ptrdiff_t>(place) * s.out_channels);
    }
    for (int y = 0; y < out_height; ++y) {
      for (int dy = 0; dy < s.kernel_height; ++dy) {
        const MatrixView windows{grid + (y + dy) * padded.row_length(), s.in_channels, 1};
        const MatrixView kernel{parameters + static_cast<std::ptrdiff_t>(dy) * window(),
                                static_cast<std::ptrdiff_t>(s.kernel_height) * window(), 1};
        gemm(GemmMode::kAdd, 1.0f, out_width, s.out_channels, window(), windows,
             kernel.transposed(), out + y * out_row, s.out_channels, scratch.gemm);
      }
    }
  }
}

void ConvolutionLayer::backward(int points, ParameterSlot parameters, const float* in, const float*,
                                const float* grad_out, float* grad_in, Scratch& scratch) const {
  const auto& s = shape_;
  const Padded padded{s.height, s.width, s.in_channels, s.border_y(), s.border_x()};
  const int out_height = s.out_height(), out_width = s.out_width();
  const Padded padded_grad = padded_gradient(s);
  float* grid =
      scratch.grown(0, static_cast<std::size_t>(std::max(padded.size(), padded_grad.size())));
  const std::ptrdiff_t out_row = static_cast<std::ptrdiff_t>(out_width) * s.out_channels;

  if (grad_in != nullptr) {
    // The gradient by the input is the convolution of the gradient by the output with the kernel
    // turned half round: turned(dy, dx, c_out, c_in) = W(c_out, -dy, -dx, c_in).
    const int grad_window = s.kernel_width * s.out_channels;
    float* turned =
        scratch.grown(1, static_cast<std::size_t>(s.kernel_height) * grad_window * s.in_channels);
    float* to = turned;
    for (int dy = s.kernel_height; dy-- > 0;) {
      for (int dx = s.kernel_width; dx-- > 0;) {
        for (int c = 0; c < s.out_channels; ++c, to += s.in_channels) {
          const std::ptrdiff_t tap =
              (static_cast<std::ptrdiff_t>(c) * s.kernel_height + dy) * s.kernel_width + dx;
          std::copy_n(parameters.values + tap * s.in_channels, s.in_channels, to);
        }
      }
    }
    const std::ptrdiff_t in_row = static_cast<std::ptrdiff_t>(s.width) * s.in_channels;
    for (int point = 0; point < points; ++point) {
      padded_grad.fill(grad_out + static_cast<std::ptrdiff_t>(point) * outputs(), grid);
      float* gradient = grad_in + static_cast<std::ptrdiff_t>(point) * inputs();
      for (int y = 0; y < s.height; ++y) {
        for (int dy = 0; dy < s.kernel_height; ++dy) {
          const MatrixView windows{grid + (y + dy) * padded_grad.row_length(), s.out_channels, 1};
          gemm(dy == 0 ? GemmMode::kAssign : GemmMode::kAdd, 1.0f, s.width, s.in_channels,
               grad_window, windows,
               row_major(turned + static_cast<std::ptrdiff_t>(dy) * grad_window * s.in_channels,
                         s.in_channels),
               gradient + y * in_row, s.in_channels, scratch.gemm);
        }
      }
    }
  }

  // The gradient by the parameters adds up over points and rows, so it is gathered apart even when
  // the step is taken at once.
  const bool step_now = parameters.gradient == nullptr;
  float* gradient = step_now ? scratch.grown(2, parameter_count()) : parameters.gradient;
  std::fill_n(gradient, parameter_count(), 0.0f);
  float* bias = gradient + weight_count();
  for (int point = 0; point < points; ++point) {
    padded.fill(in + static_cast<std::ptrdiff_t>(point) * inputs(), grid);
    const float* slopes = grad_out + static_cast<std::ptrdiff_t>(point) * outputs();
    for (int y = 0; y < out_height; ++y) {
      const MatrixView row = row_major(slopes + y * out_row, s.out_channels);
      for (int dy = 0; dy < s.kernel_height; ++dy) {
        const MatrixView windows{grid + (y + dy) * padded.row_length(), s.in_channels, 1};
        gemm(GemmMode::kAdd, 1.0f, s.out_channels, window(), out_width, row.transposed(), windows,
             gradient + static_cast<std::ptrdiff_t>(dy) * window(),
             static_cast<std::ptrdiff_t>(s.kernel_height) * window(), scratch.gemm);
      }
    }
    for (int place = 0; place < out_height * out_width; ++place) {
      for (int c = 0; c < s.out_channels; ++c) {
        bias[c] += slopes[static_cast<std::ptrdiff_t>(place) * s.out_channels + c];
      }
    }
  }
  if (step_now) take_step(parameters, gradient, parameter_count());
}

}  // namespace reprise
