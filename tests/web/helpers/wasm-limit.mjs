// A WebAssembly module that gets no more memory than so much, as in a browser that has no more to give.

/** Reads an unsigned LEB128 number: its value, and where it ends. */
function unsigned(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return [value, at];
  }
}

function written(value) {
  const bytes = [];
  do {
    bytes.push((value & 0x7f) | (value > 0x7f ? 0x80 : 0));
    value >>>= 7;
  } while (value > 0);
  return bytes;
}

/** The module with `bytes` at most in its memory: the section on memory (5) says how many pages of 64 KiB there may be. */
export function withMemoryLimit(module, bytes) {
  const pages = Math.floor(bytes / 65536);
  for (let at = 8; at < module.length; ) {
    const [size, body] = unsigned(module, at + 1);
    if (module[at] === 5) {
      const [least] = unsigned(module, body + 2);
      if (least > pages) throw new Error(`the module begins with ${least} pages`);
      const section = [1, 1, ...written(least), ...written(pages)];
      return Buffer.concat([module.subarray(0, at), Buffer.from([5, ...written(section.length), ...section]), module.subarray(body + size)]);
    }
    at = body + size;
  }
  throw new Error('no memory of its own');
}
