// Linked in front of the WebAssembly tests. Node's own fetch takes no file paths, but Emscripten's older
// loader prefers fetch wherever there is one; without it, the loader reads the file.
globalThis.fetch = undefined;
