#pragma once

#include "network/layer.hpp"

namespace reprise {

/// Shape of a convolution over a grid of `height` x `width` places with `in_channels` numbers each.
/// A height of one makes it one-dimensional. The kernel's sides are odd.
struct ConvolutionShape {
  int height = 1;
  int width = 1;
  int in_channels = 1;
  int out_channels = 1;
  int kernel_height = 1;
  int kernel_width = 3;
  /// Whether the input counts as zero beyond the border, so that the grid keeps its size. If not,
  /// the kernel stays inside, and each side of the grid loses the kernel's side less one.
  bool padded = true;

  int border_y() const { return padded ? kernel_height / 2 : 0; }
  int border_x() const { return padded ? kernel_width / 2 : 0; }
  int out_height() const { return height + 2 * border_y() - (kernel_height - 1); }
  int out_width() const { return width + 2 * border_x() - (kernel_width - 1); }
};

/// out(place, c) = b(c) + sum over the kernel of W(c, dy, dx, :) . in(place + (dy, dx), :).
///
/// Numbers lie place by place, row by row, with the channels of a place side by side. So the part
/// of the input under one row of the kernel is contiguous, and the convolution is a sum of matrix
/// products, one for each row of the kernel, whose left operand is a view into the padded input
/// with overlapping rows. Parameters: W (out_channels x kernel_height x kernel_width x
/// in_channels), then b.
class ConvolutionLayer final : public Layer {
 public:
  explicit ConvolutionLayer(ConvolutionShape shape);

  std::uint64_t parameter_count() const override;
  std::uint64_t weight_count() const override;
  std::uint64_t work() const override;
  ScratchSize scratch_size(int points, bool training) const override;
  /// Weights Xavier-normal, where each input feeds kernel size x channels numbers; biases zero.
  void initialise(float* parameters, double gain, RandomStream& random) const override;
  void forward(int points, const float* parameters, const float* in, float* out,
               Scratch& scratch) const override;
  void backward(int points, ParameterSlot parameters, const float* in, const float* out,
                const float* grad_out, float* grad_in, Scratch& scratch) const override;

 private:
  int window() const { return shape_.kernel_width * shape_.in_channels; }

  ConvolutionShape shape_;
};

}  // namespace reprise
