// How a pass lays out what it keeps. Asked once a pass, so compiled for size.

#include <algorithm>
#include <utility>

#include "network/network.hpp"

namespace reprise {
namespace {

std::vector<std::vector<float>> allocated(const std::vector<std::uint64_t>& sizes) {
  std::vector<std::vector<float>> buffers;
  for (const std::uint64_t size : sizes) buffers.emplace_back(static_cast<std::size_t>(size));
  return buffers;
}

// Gives what `count` nodes write, one after another, to as few buffers as do: a buffer is free
// again after the turn of node `last_reader[node]`.
std::vector<int> share_buffers(const std::vector<std::size_t>& last_reader) {
  std::vector<int> buffer_of(last_reader.size()), free;
  int buffers = 0;
  for (std::size_t turn = 0; turn < last_reader.size(); ++turn) {
    if (free.empty()) free.push_back(buffers++);
    buffer_of[turn] = free.back();
    free.pop_back();
    for (std::size_t before = 0; before < turn; ++before) {
      if (last_reader[before] == turn) free.push_back(buffer_of[before]);
    }
  }
  return buffer_of;
}

void cover(std::vector<std::uint64_t>& sizes, int buffer, std::uint64_t size) {
  const std::size_t place = static_cast<std::size_t>(buffer);
  sizes.resize(std::max(sizes.size(), place + 1));
  sizes[place] = std::max(sizes[place], size);
}

}  // namespace

std::uint64_t PassLayout::bytes() const {
  std::uint64_t floats = scratch.floats();
  for (const auto* sizes : {&outputs, &gradients, &memories}) {
    for (const std::uint64_t size : *sizes) floats += size;
  }
  return floats * sizeof(float);
}

Pass::Pass(const Network& network, int capacity, PassKind kind) : capacity_(capacity) {
  PassLayout layout = network.layout(capacity, kind);
  output_of_ = std::move(layout.output_of);
  gradient_of_ = std::move(layout.gradient_of);
  outputs_ = allocated(layout.outputs);
  gradients_ = allocated(layout.gradients);
  memories_ = allocated(layout.memories);
  scratch_.reserve(layout.scratch);
}

// While training every node keeps its output. An evaluation needs it only until the last node that
// reads it is done, unless it is a hidden layer's or the network's.
std::vector<int> Network::assign_outputs(PassKind kind) const {
  const std::size_t count = nodes_.size();
  std::vector<std::size_t> last_reader(count, count);
  if (kind == PassKind::kTraining) return share_buffers(last_reader);
  for (std::size_t i = 0; i < count; ++i) {
    last_reader[i] = i + 1;
    if (nodes_[i].skip_from >= 0) last_reader[static_cast<std::size_t>(nodes_[i].skip_from)] = i;
  }
  for (const int node : hidden_) last_reader[static_cast<std::size_t>(node)] = count;
  return share_buffers(last_reader);
}

// The gradient by a node's output is written while the node after it has its turn, from the last to
// the first, and read in the node's own turn; that of a skip connection once more, where the
// gradient by the node it starts from is completed. By the network's output it is the caller's.
std::vector<int> Network::assign_gradients() const {
  const std::size_t count = nodes_.size();
  std::vector<std::size_t> last_reader;  // By turn: 0 writes the gradient of the last node but one.
  for (std::size_t i = count - 1; i-- > 0;) {
    const std::size_t node =
        nodes_[i].layer ? i : static_cast<std::size_t>(nodes_[i].skip_from) + 1;
    last_reader.push_back(count - 1 - std::min(i, node));
  }
  const std::vector<int> by_turn = share_buffers(last_reader);
  std::vector<int> buffer_of(count, 0);
  for (std::size_t turn = 0; turn < by_turn.size(); ++turn) {
    buffer_of[count - 2 - turn] = by_turn[turn];
  }
  return buffer_of;
}

PassLayout Network::layout(int capacity, PassKind kind) const {
  const bool training = kind == PassKind::kTraining;
  const std::uint64_t points = static_cast<std::uint64_t>(capacity);
  PassLayout layout;
  layout.output_of = assign_outputs(kind);
  if (training) layout.gradient_of = assign_gradients();
  layout.memories.resize(training ? nodes_.size() : 1);
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    const Node& node = nodes_[i];
    const std::uint64_t size = points * static_cast<std::uint64_t>(node.width);
    cover(layout.outputs, layout.output_of[i], size);
    if (training && i + 1 < nodes_.size()) cover(layout.gradients, layout.gradient_of[i], size);
    if (!node.layer) continue;
    std::uint64_t& memory = layout.memories[training ? i : 0];
    memory = std::max(memory, points * node.layer->memory_size());
    layout.scratch.cover(node.layer->scratch_size(capacity, training));
  }
  return layout;
}

}  // namespace reprise
