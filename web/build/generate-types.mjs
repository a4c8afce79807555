// Writes the TypeScript types of the experiment spec from its schema, so that the two cannot differ.
// The types describe a full spec, as the core echoes it: every field is there.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { compile } from 'json-schema-to-typescript';

const schemaPath = fileURLToPath(
  new URL('../../core/experiment/spec.schema.json', import.meta.url),
);
const outputPath = fileURLToPath(new URL('../src/spec/schema-types.ts', import.meta.url));

const schema = JSON.parse(await readFile(schemaPath, 'utf8'));
// Conditions between fields say nothing that types can.
for (const conditional of [schema, ...Object.values(schema.definitions)]) {
  delete conditional.allOf;
  delete conditional.if;
  delete conditional.else;
}

/** Makes every property of every object required: the core fills in what is left out. */
function requireAll(node) {
  if (Array.isArray(node)) return node.forEach(requireAll);
  if (typeof node !== 'object' || node === null) return;
  if (node.properties) node.required = Object.keys(node.properties);
  // Lengths would become tuples, which make ordinary arrays awkward to pass.
  if (node.type === 'array') {
    delete node.minItems;
    delete node.maxItems;
  }
  Object.values(node).forEach(requireAll);
}
requireAll(schema);
// Except what only images may choose, so that the other tasks need not repeat it, and what only one kind of
// network or one shape of points has.
const optional = { ObserveSpec: ['points'], NetworkSpec: ['channels', 'kernel', 'tokens', 'heads'], PlaneTask: ['target', 'classes', 'count', 'noise', 'seed', 'points'] };
for (const [name, fields] of Object.entries(optional)) {
  const definition = schema.definitions[name];
  definition.required = definition.required.filter((field) => !fields.includes(field));
}

const types = await compile(schema, 'ExperimentSpec', {
  bannerComment:
    '/* Generated from core/experiment/spec.schema.json by `npm run types`. Do not edit. */',
  style: { singleQuote: true, printWidth: 100 },
  additionalProperties: false,
});
if ((await readFile(outputPath, 'utf8').catch(() => '')) !== types) {
  await writeFile(outputPath, types);
}
