// Linked in front of the WebAssembly tests. Node's own fetch takes no file paths, but Emscripten's older
// loader prefers fetch wherever there is one; without it, the loader reads the file.
globalThis.fetch = undefined;
// The program sees the variables of the environment that are meant for it.
Module['preRun'] = [
  () => {
    for (const [name, value] of Object.entries(process.env)) if (name.startsWith('REPRISE_')) ENV[name] = value;
  },
];
