#include "network/architectures.hpp"

#include <memory>

#include "network/activation_layer.hpp"
#include "network/attention.hpp"
#include "network/convolution.hpp"
#include "network/dense.hpp"
#include "network/dropout_layer.hpp"
#include "network/layer_norm.hpp"
#include "network/tokenwise.hpp"

namespace reprise {
namespace {

// What follows the weights of each hidden layer: nonlinearity, the skip if `skip_from` is one,
// dropout.
void finish_hidden(Network& network, const DenseShape& shape, int skip_from = -1) {
  network.add(std::make_unique<ActivationLayer>(network.outputs_so_far(), shape.activation));
  if (skip_from >= 0) network.add_skip(skip_from);
  if (shape.dropout > 0) {
    network.add(std::make_unique<DropoutLayer>(network.outputs_so_far(), shape.dropout));
  }
  network.mark_hidden();
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
  Network network(shape.inputs);
  for (int layer = 0; layer < shape.hidden_layers; ++layer) {
    add_dense(network, shape.width);
    finish_hidden(network, shape);
  }
  add_dense(network, shape.outputs);
  return network;
}

Network build_residual(const DenseShape& shape) {
  Network network(shape.inputs);
  for (int layer = 0; layer < shape.hidden_layers; ++layer) {
    const int before =
        network.last_layer();  // The output of the hidden layer before, dropout included.
    add_dense(network, shape.width);
    finish_hidden(network, shape, layer == 0 ? -1 : before);
  }
  add_dense(network, shape.outputs);
  return network;
}

Network build_convolutional(const DenseShape& shape, int channels, int kernel) {
  Network network(shape.inputs);
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

Network build_attention(const DenseShape& shape, int tokens, int heads) {
  Network network(shape.inputs);
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
    network.add(std::make_unique<ActivationLayer>(network.outputs_so_far(), shape.activation));
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
  Network network(shape.inputs);
  for (int layer = 0; layer < shape.hidden_layers; ++layer) {
    network.add(std::make_unique<ConvolutionLayer>(ConvolutionShape{
        height, width, layer == 0 ? in_channels : channels, channels, kernel, kernel}));
    finish_hidden(network, shape);
  }
  add_dense(network, shape.outputs);
  return network;
}

}  // namespace reprise
