// The files of core and of the boundary that a build compiles, one a line: sources.mjs compile_commands.json
import { readFileSync } from 'node:fs';

const files = JSON.parse(readFileSync(process.argv[2], 'utf8')).map(({ file }) => file);
const ours = files.filter((file) => /\/(core|wasm)\/[^.]+\.cpp$/.test(file) && !/\/(build|tests)\//.test(file));
console.log([...new Set(ours)].sort().join('\n'));
