/*
 * The functions of the WebAssembly module: the whole of what the web knows of core.
 *
 * Whose memory. What goes in (text, options, pictures, rows) lies in the module's memory, in a
 * block that the caller got from `reprise_allocate` and gives back with `reprise_release`; the call
 * copies what it keeps. What comes out belongs to the module and is valid until the next call of
 * any function here, so it is copied at once. Views of the memory are made anew after each call,
 * since it may have grown.
 *
 * Text is UTF-8. Going in it is a pointer and a length in bytes, and need not end in 0. Coming out
 * it is a pointer to its length (32 bits, little-endian) and then the bytes; what is so returned is
 * always JSON.
 *
 * Errors. An error is {"error": {"field", "value", "allowed", "message"}}: the field by its dotted
 * path, the value as given, what would have been accepted, and all three as one sentence. A
 * function that returns text returns it in place of its answer. The others return what stands
 * below, and `reprise_last_error` tells the error. Nothing throws; only running out of memory or a
 * fault of the module itself is a trap, after which the instance is of no more use.
 *
 * Handles number the experiments of one instance from 1 on and are not used again. No experiment
 * has the handle 0. An instance is driven by one thread.
 */
#ifndef REPRISE_H
#define REPRISE_H

#include <stddef.h>
#include <stdint.h>

#ifdef __wasm__
#define REPRISE_EXPORT(name) __attribute__((export_name(#name), used))
#else
#define REPRISE_EXPORT(name)
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* Memory */

/* A block of `size` bytes for what goes in, aligned for doubles; null if there is none left. */
REPRISE_EXPORT(reprise_allocate) uint8_t* reprise_allocate(size_t size);

/* Gives such a block back; null is allowed. */
REPRISE_EXPORT(reprise_release) void reprise_release(uint8_t* memory);

/* The last error of a function that returns no text; "{}" before there was one. */
REPRISE_EXPORT(reprise_last_error) const uint8_t* reprise_last_error(void);

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

/* Pictures of points that the caller brings; no experiment is needed. */

/* Classical multidimensional scaling of the same n points at successive moments, each picture
 * turned by a rotation or reflection (orthogonal Procrustes) onto the one before, and the first
 * onto `onto`. `squared_distances` holds n (n - 1) / 2 doubles a moment, `count` in all: the pairs
 * (0,1), (0,2), ..., (1,2), ...; `onto` holds n x dimensions doubles, row by row, or none
 * (`onto_count` 0), and then the first picture shows its principal axes. Options: {"points": n, 2
 * to 200, "dimensions"?: 1 to 10 (2)}. Gives the number of moments; the share of the squared
 * distances, 0 to 1, that each picture holds; and the coordinates, moments x n x dimensions. A
 * single 0 if it failed (errors: the options' fields, "squared_distances", "onto"). */
REPRISE_EXPORT(reprise_scaling)
const double* reprise_scaling(const double* squared_distances, int count, const double* onto,
                              int onto_count, const char* options, size_t length);

/* Turns a picture of n points by a rotation or reflection until it lies nearest to another of the
 * same points; what the points leave open is turned as little as possible. Both hold n x
 * `dimensions` (1 to 10) doubles, row by row, `count` and `onto_count` in all. Gives n, and the
 * coordinates. A single 0 if it failed (errors: "dimensions", "coordinates", "onto"). */
REPRISE_EXPORT(reprise_turn)
const double* reprise_turn(const double* coordinates, int count, const double* onto, int onto_count,
                           int dimensions);

/* Points in the plane */

/* Goes on from the present weights with the points and at the learning rate of another spec, which is
 * the run's own in all else; records of before stay. Returns 1, or 0 if it is refused (errors:
 * "handle", those of a spec, and the field that cannot change while a run goes on). */
REPRISE_EXPORT(reprise_replace_points)
int reprise_replace_points(int handle, const char* spec, size_t length);

/* What the network makes of the whole plane: outputs, every unit of a layer, and where the layer puts a
 * grid of lines and the points. Options and the numbers it gives stand in
 * core/experiment/surface.hpp; a single 0 if it failed (errors: "handle", "task.kind", the options'
 * fields, "network.width" where there is no room beside the run, "values" where it has diverged). */
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
