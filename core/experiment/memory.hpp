#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "experiment/spec.hpp"
#include "network/network.hpp"

namespace reprise {

// What a run takes of the memory, asked before any of it is allocated. The counts come from those
// who allocate: the network lays out its passes, the trainer says what it keeps beside them.

/// Bytes of a run's parts.
struct MemoryNeed {
  std::uint64_t parameters = 0;  ///< With what the optimiser keeps of each.
  std::uint64_t training = 0;    ///< A training step: outputs of every layer, gradients, workspace.
  std::uint64_t evaluation = 0;  ///< Looking at all points: for a record, of the hidden layers.
  std::uint64_t points = 0;      ///< Inputs and targets, and the pictures they come from.
  std::uint64_t records = 0;

  std::uint64_t total() const { return parameters + training + evaluation + points + records; }
};

/// What a run of the spec takes whose points have this shape.
MemoryNeed memory_need(const Spec& spec, const PointShape& shape);

/// Checks that a run takes at most `limit` bytes. The error names the field that is to blame for
/// the largest part, and the value up to which everything would fit. `parse_spec` applies it with
/// the task's `point_shape`; for other pictures call it again.
std::optional<Error> check_memory(const Spec& spec, const PointShape& shape, std::uint64_t limit);

/// Points that go through the network together when a whole set is looked at: 128, or fewer for a
/// network whose evaluation of as many would take more than 128 MB. The number follows from the
/// network alone, so that every machine adds up in the same order.
int evaluation_batch(const Network& network, int points);

/// Bytes of the activations of so many hidden layers at `points` points.
std::uint64_t hidden_bytes(const Network& network, int points, int layers);

/// How many layers' activations at `points` points are held at once where all are looked at: as
/// many as take 256 MB, and at least one.
int layers_at_once(const Network& network, int points);

/// Bytes that an embedding of so many points in a layer of this width takes while it is made: the
/// activations, once as they are and once as doubles about their mean, and a square matrix of the
/// smaller of the two with its eigenvectors.
std::uint64_t embedding_bytes(int points, int width);

/// As in "1.5 GB", "320 MB".
std::string memory_text(std::uint64_t bytes);

}  // namespace reprise
