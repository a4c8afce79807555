// The kernels for one width of vectors. This file is compiled once for each width, with
// REPRISE_LANES set and the processor's instructions of that width allowed.
//
// So it must not bring along a function that is not its own: the linker keeps one copy of an inline
// function, and a copy made of wide instructions would fail on a machine that has none. All that is
// included here lies in the width's own namespace; the standard library is left out but for types
// and memcpy. A test holds the object files to this.

#include "numerics/kernels.hpp"

#include "numerics/kernels/activation_kernel.hpp"
#include "numerics/kernels/gemm_kernel.hpp"
#include "numerics/kernels/small_batch_kernel.hpp"
#include "numerics/kernels/update_kernel.hpp"

namespace reprise {
inline namespace REPRISE_LANES_NAMESPACE {

extern const Kernels kernels_of_this_width;
const Kernels kernels_of_this_width = {
    kLaneCount,
    gemm_kernel,
    small_batch_forward_kernel,
    small_batch_backward_update_kernel,
    activation_forward_kernel,
    activation_backward_kernel,
    column_sums_kernel,
    combine_kernel,
    adam_kernel,
};

}  // namespace REPRISE_LANES_NAMESPACE
}  // namespace reprise
