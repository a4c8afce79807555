#pragma once

#include <cstdint>
#include <vector>

#include "network/network.hpp"
#include "numerics/matrix.hpp"

namespace reprise {

/// The empirical tangent kernel of a network at n points: entry (i, j) is the sum over outputs o of
/// the inner product of the gradients, by all parameters, of output o at point i and at point j
/// (Jacot, Gabriel and Hongler 2018; the trace over outputs of theirs). `inputs` is points x the
/// network's inputs. Dropout is left out, as in every look at a network. The gradients are those of
/// training's own backward pass, in single precision; products of so many numbers are added in
/// double precision from blocks of 4096.
Matrix tangent_kernel(const Network& network, const std::vector<float>& parameters,
                      const FloatMatrixRef& inputs);

/// Bytes that `tangent_kernel` of so many points takes: a pass for each of them, and the gradients
/// by the parameters of one layer, the largest, at all points. The whole gradient is never held.
std::uint64_t tangent_kernel_bytes(const Network& network, int points);

/// How a tangent kernel stands to that of the same points at the start, and to what is to be
/// learnt. NaN where one of the two is nought.
struct KernelMotion {
  /// Cosine between the kernel and its start, as matrices: 1 as long as the network is lazy, if it
  /// has not merely grown (Fort et al. 2020).
  double start = 0;
  /// |kernel - start| / |start|, Frobenius norms: 0 as long as the network is lazy (Chizat, Oyallon
  /// and Bach 2019).
  double change = 0;
  /// Cosine between the kernel and the targets' inner products (Cristianini et al. 2001).
  double targets = 0;
  /// The same two cosines after the means over the points are taken off on both sides (Cortes,
  /// Mohri and Rostamizadeh 2012): of two points always 1, of more what tells how points are told
  /// apart.
  double start_centred = 0, targets_centred = 0;
};

/// All three n x n: kernels, and the targets' inner products.
KernelMotion kernel_motion(const MatrixRef& kernel, const MatrixRef& start,
                           const MatrixRef& targets);

}  // namespace reprise
