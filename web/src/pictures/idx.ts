/** The IDX format of MNIST: (0, 0, 8, dimensions), one 32-bit size each, then bytes. */

export interface IdxFile {
  sizes: number[];
  /** A view of the bytes after the header. */
  data: Uint8Array;
}

/**
 * Reads unsigned bytes. Throws with what is wrong: the core gives the reader's message for own
 * files.
 */
export function parseIdx(bytes: Uint8Array): IdxFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== 0 || bytes[2] !== 8) {
    throw new Error('not an IDX file of unsigned bytes');
  }
  const dimensions = bytes[3]!;
  const header = 4 + 4 * dimensions;
  if (bytes.length < header) throw new Error('the header is cut off');
  const sizes = Array.from({ length: dimensions }, (_, k) => view.getUint32(4 + 4 * k));
  const expected = sizes.reduce((product, size) => product * size, 1);
  const data = bytes.subarray(header);
  if (data.length !== expected) {
    throw new Error(`${data.length} bytes of data where ${sizes.join(' x ')} were announced`);
  }
  return { sizes, data };
}

/** The inverse of `parseIdx`. */
export function writeIdx(sizes: readonly number[], data: Uint8Array): Uint8Array<ArrayBuffer> {
  const header = 4 + 4 * sizes.length;
  const bytes = new Uint8Array(header + data.length);
  bytes.set([0, 0, 8, sizes.length]);
  const view = new DataView(bytes.buffer);
  sizes.forEach((size, k) => view.setUint32(4 + 4 * k, size));
  bytes.set(data, header);
  return bytes;
}
