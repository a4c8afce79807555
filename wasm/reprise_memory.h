/*
 * What both WebAssembly modules have in common: the rules of their boundary, and their memory. The
 * functions of the main module stand in reprise.h, those of the second in reprise_algebra.h.
 *
 * Whose memory. What goes in (text, options, pictures, rows) lies in the module's memory, in a
 * block that the caller got from `reprise_allocate` and gives back with `reprise_release`; the call
 * copies what it keeps. What comes out belongs to the module and is valid until the next call of
 * any function of the same instance, so it is copied at once. Views of the memory are made anew
 * after each call, since it may have grown.
 *
 * Text is UTF-8. Going in it is a pointer and a length in bytes, and need not end in 0. Coming out
 * it is a pointer to its length (32 bits, little-endian) and then the bytes; what is so returned is
 * always JSON.
 *
 * Errors. An error is {"error": {"field", "value", "allowed", "message"}}: the field by its dotted
 * path, the value as given, what would have been accepted, and all three as one sentence. A
 * function that returns text returns it in place of its answer. The others return what stands
 * with them, and `reprise_last_error` tells the error. Nothing throws; only running out of memory
 * or a fault of the module itself is a trap, after which the instance is of no more use.
 *
 * An instance is driven by one thread.
 */
#ifndef REPRISE_MEMORY_H
#define REPRISE_MEMORY_H

#include <stddef.h>
#include <stdint.h>

#ifdef __wasm__
#define REPRISE_EXPORT(name) __attribute__((export_name(#name), used))
#else
#define REPRISE_EXPORT(name)
#endif

/* With this status (ENOMEM) an instance ends itself where the host gives it no more memory. */
#define REPRISE_NO_MEMORY 12

#ifdef __cplusplus
extern "C" {
#endif

/* A block of `size` bytes for what goes in, aligned for doubles; null if there is none left. */
REPRISE_EXPORT(reprise_allocate) uint8_t* reprise_allocate(size_t size);

/* Gives such a block back; null is allowed. */
REPRISE_EXPORT(reprise_release) void reprise_release(uint8_t* memory);

/* The last error of a function that returns no text; "{}" before there was one. */
REPRISE_EXPORT(reprise_last_error) const uint8_t* reprise_last_error(void);

#ifdef __cplusplus
}
#endif

#endif
