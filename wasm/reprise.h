/*
 * The functions of the main WebAssembly module, beside those of reprise_memory.h, where the rules
 * of the boundary stand too: the whole of what the web knows of experiments and theory.
 *
 * Handles number the experiments of one instance from 1 on and are not used again. No experiment
 * has the handle 0.
 */
#ifndef REPRISE_H
#define REPRISE_H

#include "reprise_memory.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Experiments. Specs are those of core/experiment/spec.schema.json. */

/* {"spec"}: the spec with every field filled in; or the error of the first field that is wrong, or
 * that asks for more memory than a page has. */
REPRISE_EXPORT(reprise_validate) const uint8_t* reprise_validate(const char* spec, size_t length);

/* Makes an experiment, whose first record shows its initial weights, and returns its handle; 0 if
 * it is refused. `images` and `labels` are the two files of an IDX set, decompressed; with no
 * labels (length 0), CIFAR-10's one binary file; with neither, for tasks without pictures, none. */
REPRISE_EXPORT(reprise_create)
int reprise_create(const char* spec, size_t length, const uint8_t* images, size_t images_length,
                   const uint8_t* labels, size_t labels_length);

/* Frees an experiment; an unknown handle is ignored. */
REPRISE_EXPORT(reprise_destroy) void reprise_destroy(int handle);

/* What does not change while it runs: {"columns" (names of a record's numbers), "parameters",
 * "memory" (bytes it takes), "steps_per_epoch", "total_epochs", "hidden_layers", "hidden_widths",
 * "observed_points", "train_labels", "held_out_labels", "train_indices", "held_out_indices" (lists,
 * one entry a point), "spec"}. Error: "handle". */
REPRISE_EXPORT(reprise_describe) const uint8_t* reprise_describe(int handle);

/* Trains until one of the limits is met or the run ends: `max_steps` steps, `max_milliseconds`
 * (looked at after every step or record, and where these take long, after every layer or batch of
 * theirs, so that time may run out in the middle of one; the next call goes on from there, and the
 * numbers are the same). A limit that is not a finite number above 0 does not apply. Returns 0
 * while there is more to do, 1 when all epochs are done, 2 when training has diverged, -1 for an
 * unknown handle. */
REPRISE_EXPORT(reprise_advance)
int reprise_advance(int handle, double max_steps, double max_milliseconds);

/* {"status": "running", "finished" or "diverged", "epoch", "step", "message" (why it diverged and
 * what to try, or "")}. Error: "handle". */
REPRISE_EXPORT(reprise_status) const uint8_t* reprise_status(int handle);

/* Back to the initial weights, with the first record alone; an unknown handle is ignored. */
REPRISE_EXPORT(reprise_reset) void reprise_reset(int handle);

/* Records so far; 0 for an unknown handle. A run that diverges with its initial weights has none.
 */
REPRISE_EXPORT(reprise_record_count) int reprise_record_count(int handle);

/* The records from number `from` on, one after another: as many doubles each as there are columns,
 * in their order; NaN where a number is undefined. Null for an unknown handle, or where `from` is
 * below 0 or above the number of records. */
REPRISE_EXPORT(reprise_records) const double* reprise_records(int handle, int from);

/* What a run looks like now */

/* Activations of a hidden layer at the observed points, "observed_points" x its width, row by
 * row. Null for an unknown handle or layer. */
REPRISE_EXPORT(reprise_hidden) const float* reprise_hidden(int handle, int layer);

/* Outputs at the held-out points, row by row: as many rows as "held_out_labels", as many columns as
 * the task has classes. Null for an unknown handle. */
REPRISE_EXPORT(reprise_held_out_outputs) const float* reprise_held_out_outputs(int handle);

/* All training points in a few dimensions, for drawing. Options: {"layer", "method"?: "mds"
 * (default) or "pca", which give the same, "dimensions"?: 1 to 10 (3)}. Gives the number of points,
 * that of dimensions, each dimension's share of the variance, and the coordinates, points x
 * dimensions; a single 0 if it failed (errors: "handle", the options' fields, "network.width" where
 * there is no room beside the run, "values" where the run has diverged). */
REPRISE_EXPORT(reprise_embedding)
const double* reprise_embedding(int handle, const char* options, size_t length);

/* Squared distances of many points in a layer, measured and predicted. Options: {"layer",
 * "points"?: 2 to 200, "ratio"?: of the rates, above 0, "chance"?: false}. Gives the number n of
 * points, the ratio, 1 if it was fitted or else 0; the correlations with the measured distances of
 * the initial, the predicted and the smoothed ones, of |dx| |dy*|, of whether labels differ, and
 * what chance gives (NaN unless asked for), over all pairs, then the same six over pairs of
 * different labels (NaN where there is none); n numbers of points, n labels; and the initial,
 * measured, predicted and smoothed matrices, n x n each. A single 0 if it failed (errors as above,
 * and "measured"). */
REPRISE_EXPORT(reprise_structure)
const double* reprise_structure(int handle, const char* options, size_t length);

/* Activations of chosen training points in every layer. Options: {"points"?: 3 to 200 (100, or as
 * many as there are)}. Gives a block: the number n of points and m of representations (the inputs,
 * every hidden layer, the outputs), n numbers of points, n labels, m widths, and n x width numbers
 * of one representation after the other, row by row. It is what `reprise_alignment` and
 * `reprise_overlay` of the second module take. A single 0 if it failed (errors: "handle", "points",
 * "network.width" where there is no room beside the run). */
REPRISE_EXPORT(reprise_activations)
const float* reprise_activations(int handle, const char* options, size_t length);

/* A hidden layer at the first `points` training points, and what tells how they gather by class: the
 * block that `reprise_cloud` of the second module takes. Its first four numbers are those n of points,
 * m of units, c of classes and w of rows of weights; (c > 0 ? n : 0) + (n + w) x m follow, which
 * core/experiment/cloud.hpp tells of. A single 0 if it failed (errors: "handle", "layer", "points" (2
 * to all), "network.width" where there is no room beside the run). */
REPRISE_EXPORT(reprise_layer) const float* reprise_layer(int handle, int layer, int points);

/* Gives the training points each other's targets, in an order that follows from the seed, and
 * begins anew at the initial weights: what networks have in common that learn the same of other
 * points. An unknown handle is ignored. */
REPRISE_EXPORT(reprise_shuffle_targets) void reprise_shuffle_targets(int handle);

/* Weights, and a step of training */

/* The parameters as they are now, "parameters" floats: of a dense layer its weights (outputs x inputs),
 * then a bias for each output; layer by layer. Null for an unknown handle. */
REPRISE_EXPORT(reprise_parameters) const float* reprise_parameters(int handle);

/* Goes on from the present parameters with number `index` of them changed; records of before stay, and
 * `reprise_reset` begins without it. Returns 1, or 0 if it is refused (errors: "handle", "index", "value"). */
REPRISE_EXPORT(reprise_set_parameter)
int reprise_set_parameter(int handle, double index, double value);

/* The training step that comes next, of a small network, number by number; it is not taken. What it
 * gives stands at `Trainer::show_step` (core/training/trainer.hpp); a single 0 if it failed (errors:
 * "handle", "parameters" (too many, or of another kind), "values" where it has diverged). */
REPRISE_EXPORT(reprise_next_step) const float* reprise_next_step(int handle);

/* Points in the plane */

/* Goes on from the present weights with the points, learning rate and penalties of another spec, which
 * is the run's own in all else; records of before stay. Returns 1, or 0 if it is refused (errors:
 * "handle", those of a spec, and the field that cannot change while a run goes on). */
REPRISE_EXPORT(reprise_replace_points)
int reprise_replace_points(int handle, const char* spec, size_t length);

/* What the network makes of the whole plane: outputs, every unit of a layer, and where the layer
 * puts a grid of lines and the points. Options and the numbers it gives stand in
 * core/experiment/surface.hpp; a single 0 if it failed (errors: "handle", "task.kind", the options'
 * fields, "network.width" where there is no room beside the run, "values" where it has diverged).
 */
REPRISE_EXPORT(reprise_surface)
const float* reprise_surface(int handle, const char* options, size_t length);

/* The theory. What options and answers hold stands in core/experiment/theory_json.hpp. */

/* Fits the theory to `count` rows of `columns` doubles: t, h, y, w, then optionally loss and mean
 * (NaN where not measured). Options: {"dx2", "dy2", "system"?, "loss"?, "outputs"?, "curve"?}. */
REPRISE_EXPORT(reprise_fit)
const uint8_t* reprise_fit(const double* rows, int count, int columns, const char* options,
                           size_t length);

/* Integrates the theory. Options: {"h0", "y0", "w0", "dx2", "dy2", "eta_h", "eta_y", "system"?,
 * "until", "points"}. Gives the number of rows, then rows of t, h, y, w; a single 0 if it failed.
 */
REPRISE_EXPORT(reprise_theory) const double* reprise_theory(const char* options, size_t length);

/* Final squared distances {"final_h"} of one pair, or, where the options are lists of one length,
 * of many. Options: {"h0", "y0", "dx2", "dy2", "ratio"}. */
REPRISE_EXPORT(reprise_predict) const uint8_t* reprise_predict(const char* options, size_t length);

#ifdef __cplusplus
}
#endif

#endif
