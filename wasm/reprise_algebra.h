/*
 * The functions of the second WebAssembly module, beside those of reprise_memory.h, where the rules
 * of the boundary stand too: algebra of points and activations that the caller brings. It holds no
 * experiment. README.md tells why it is a module of its own.
 *
 * Each gives a block of doubles that begins with a number above 0; a single 0 if it failed.
 */
#ifndef REPRISE_ALGEBRA_H
#define REPRISE_ALGEBRA_H

#include "reprise_memory.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Classical multidimensional scaling of the same n points at successive moments, each picture
 * turned by a rotation or reflection (orthogonal Procrustes) onto the one before, and the first
 * onto `onto`. `squared_distances` holds n (n - 1) / 2 doubles a moment, `count` in all: the pairs
 * (0,1), (0,2), ..., (1,2), ...; `onto` holds n x dimensions doubles, row by row, or none
 * (`onto_count` 0), and then the first picture shows its principal axes. n = `points` is 2 to 200,
 * `dimensions` 1 to 10. Gives the number of moments; the share of the squared distances, 0 to 1,
 * that each picture holds; and the coordinates, moments x n x dimensions. Errors: "points",
 * "dimensions", "squared_distances", "onto". */
REPRISE_EXPORT(reprise_scaling)
const double* reprise_scaling(const double* squared_distances, int count, const double* onto,
                              int onto_count, int points, int dimensions);

/* Turns a picture of n points by a rotation or reflection until it lies nearest to another of the
 * same points; what the points leave open is turned as little as possible. Both hold n x
 * `dimensions` (1 to 10) doubles, row by row, `count` and `onto_count` in all. Gives n, and the
 * coordinates. Errors: "dimensions", "coordinates", "onto". */
REPRISE_EXPORT(reprise_turn)
const double* reprise_turn(const double* coordinates, int count, const double* onto, int onto_count,
                           int dimensions);

/* How alike representations are. `blocks` holds blocks of activations of the same points, as
 * `reprise_activations` gives them, one after another, `count` floats in all; `pairs` two numbers
 * of blocks, from 0, for each of `pair_count` pairs; `shuffled` four for each of `shuffled_count`
 * baselines: a network's block, that of its twin with shuffled targets, and the same of another.
 * Gives the number of pairs and baselines; then for each pair, for every representation of its first
 * block and every one of its second, three doubles: linear CKA (0 to 1), RSA (the correlation of the
 * distances, -1 to 1) and Procrustes distance (0 to 1); NaN where undefined, as for dead layers; then
 * the same for each baseline, the mean of each network with the other's twin. Errors: "blocks",
 * "pairs", "shuffled", "points" (fewer than 3), "values" (not finite). */
REPRISE_EXPORT(reprise_alignment)
const double* reprise_alignment(const float* blocks, int count, const int32_t* pairs,
                                int pair_count, const int32_t* shuffled, int shuffled_count);

/* A representation of each of two blocks (numbers from 0, the inputs being 0) in one picture: both
 * centred and scaled to Frobenius norm 1, the second turned by the rotation or reflection that
 * brings it nearest to the first, both seen along the first's principal axes, or turned as one onto
 * `onto`, a picture of the first (n x `dimensions` doubles; none for `onto_count` 0). Gives n; the
 * share of the first's spread that its picture shows, 0 to 1; the Procrustes distance in all
 * dimensions (NaN where one has no spread); and the coordinates of both, n x dimensions each.
 * Errors: "blocks", "layers", "dimensions" (not from 1 to 10), "onto", "points" (fewer than 3),
 * "values" (not finite). */
REPRISE_EXPORT(reprise_overlay)
const double* reprise_overlay(const float* blocks, int count, int layer, int other_layer,
                              const double* onto, int onto_count, int dimensions);

/* A hidden layer as a picture. `layer` is what `reprise_layer` gives, `count` floats; `onto` a picture
 * before (n x 3 and then n x 2 doubles; none for `onto_count` 0), onto which the new one is turned by
 * rotations or reflections. Gives n; three axes' shares of the variance; how the points gather by
 * class: spread within over spread between, how far the angles between class means are from a
 * simplex, and the cosine between class means and the last weights (NaN where undefined); the
 * principal components in three dimensions, n x 3, and in two, n x 2; and for each point the numbers
 * of its `neighbours` nearest others, n x as many. Errors: "layer", "onto", "neighbours" (not from 0
 * to 20, or not below n), "width" (too many activations), "values" (not finite). */
REPRISE_EXPORT(reprise_cloud)
const double* reprise_cloud(const float* layer, int count, const double* onto, int onto_count,
                            int neighbours);

#ifdef __cplusplus
}
#endif

#endif
