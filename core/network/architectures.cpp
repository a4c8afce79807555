#include "network/architectures.hpp"

#include <memory>
#include <vector>

#include "network/activation_layer.hpp"
#include "network/attention.hpp"
#include "network/convolution.hpp"
#include "network/dense.hpp"
#include "network/dropout_layer.hpp"
#include "network/layer_norm.hpp"
#include "network/tokenwise.hpp"

namespace reprise {
namespace {

void add_activation(Network& network, const DenseShape& shape) {
  const Activation activation = shape.activation_of(network.hidden_layers());
  network.add(std::make_unique<ActivationLayer>(network.outputs_so_far(), activation));
}

// What follows the weights of the next hidden layer: nonlinearity, the skip if `skip_from` is one,
// dropout.
void finish_hidden(Network& network, const DenseShape& shape, int skip_from = -1) {
  add_activation(network, shape);
  if (skip_from >= 0) network.add_skip(skip_from);
  if (shape.dropout > 0) {
    network.add(std::make_unique<DropoutLayer>(network.outputs_so_far(), shape.dropout));
  }
  network.mark_hidden();
}

Network network_of(const DenseShape& shape) {
  Network network(shape.inputs);
  if (shape.input_dropout > 0) {
    network.add(std::make_unique<DropoutLayer>(shape.inputs, shape.input_dropout));
  }
  return network;
}

template <class LayerKind, class... Arguments>
void add_tokenwise(Network& network, int tokens, Arguments... arguments) {
  network.add(std::make_unique<TokenwiseLayer>(tokens, std::make_unique<LayerKind>(arguments...)));
}

void add_dense(Network& network, int outputs) {
  network.add(std::make_unique<DenseLayer>(network.outputs_so_far(), outputs));
}

}  // namespace

Network build_mlp(const DenseShape& shape) {
  Network network = network_of(shape);
  for (int layer = 0; layer < shape.hidden_layers; ++layer) {
    add_dense(network, shape.width_of(layer));
    finish_hidden(network, shape);
  }
  add_dense(network, shape.outputs);
  return network;
}

Network build_residual(const DenseShape& shape, int skip_length) {
  Network network = network_of(shape);
  std::vector<int> ends;  // Of the hidden layers so far, dropout included.
  for (int layer = 0; layer < shape.hidden_layers; ++layer) {
    add_dense(network, shape.width);
    finish_hidden(network, shape, layer < skip_length ? -1 : ends[layer - skip_length]);
    ends.push_back(network.last_layer());
  }
  add_dense(network, shape.outputs);
  return network;
}

Network build_convolutional(const DenseShape& shape, int channels, int kernel) {
  Network network = network_of(shape);
  const ConvolutionShape convolution{1, shape.width / channels, channels, channels, 1, kernel};
  for (int layer = 0; layer < shape.hidden_layers; ++layer) {
    if (layer == 0) {
      add_dense(network, shape.width);
    } else {
      network.add(std::make_unique<ConvolutionLayer>(convolution));
    }
    finish_hidden(network, shape);
  }
  add_dense(network, shape.outputs);
  return network;
}

Network build_unpadded_convolutional(const DenseShape& shape, int channels, int kernel) {
  Network network = network_of(shape);
  int places = shape.width, channels_before = 1;
  for (int layer = 0; layer < shape.hidden_layers; ++layer) {
    if (layer == 0) {
      add_dense(network, places);
    } else {
      const int channels_here = layer + 1 < shape.hidden_layers ? channels : 1;
      const ConvolutionShape convolution{1,      places, channels_before, channels_here, 1,
                                         kernel, false};
      network.add(std::make_unique<ConvolutionLayer>(convolution));
      places = convolution.out_width();
      channels_before = channels_here;
    }
    finish_hidden(network, shape);
  }
  add_dense(network, shape.outputs);
  return network;
}

Network build_attention(const DenseShape& shape, int tokens, int heads) {
  Network network = network_of(shape);
  const int width = shape.width / tokens;
  if (shape.inputs % tokens == 0) {
    add_tokenwise<DenseLayer>(network, tokens, shape.inputs / tokens, width);
  } else {
    add_dense(network, shape.width);
  }
  for (int block = 0; block < shape.hidden_layers; ++block) {
    int before = network.last_layer();
    add_tokenwise<LayerNormLayer>(network, tokens, width);
    add_tokenwise<DenseLayer>(network, tokens, width, 3 * width);
    network.add(std::make_unique<AttentionLayer>(tokens, width, heads));
    add_tokenwise<DenseLayer>(network, tokens, width, width);
    network.add_skip(before);

    before = network.last_layer();
    add_tokenwise<LayerNormLayer>(network, tokens, width);
    add_tokenwise<DenseLayer>(network, tokens, width, 2 * width);
    add_activation(network, shape);
    add_tokenwise<DenseLayer>(network, tokens, 2 * width, width);
    network.add_skip(before);
    if (shape.dropout > 0) {
      network.add(std::make_unique<DropoutLayer>(network.outputs_so_far(), shape.dropout));
    }
    network.mark_hidden();
  }
  add_dense(network, shape.outputs);
  return network;
}

Network build_picture_convolutional(const DenseShape& shape, int height, int width, int in_channels,
                                    int channels, int kernel) {
  Network network = network_of(shape);
  for (int layer = 0; layer < shape.hidden_layers; ++layer) {
    network.add(std::make_unique<ConvolutionLayer>(ConvolutionShape{
        height, width, layer == 0 ? in_channels : channels, channels, kernel, kernel}));
    finish_hidden(network, shape);
  }
  add_dense(network, shape.outputs);
  return network;
}

}  // namespace reprise
