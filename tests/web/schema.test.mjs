// Holds the published schema and the program's own validator together: both are run on the examples
// in tests/specs (the other one by tests/core/spec_test.cpp).

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import Ajv from 'ajv';

const root = new URL('../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');
const schema = JSON.parse(read('core/experiment/spec.schema.json'));
const accepts = new Ajv({ strict: true, allErrors: true }).compile(schema);

const examples = (folder) =>
  readdirSync(new URL(`tests/specs/${folder}`, root))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({ name, text: read(`tests/specs/${folder}/${name}`) }));

function parse(text) {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** Dotted paths the schema complains about, down to the unknown or missing field itself. */
function complaints() {
  return accepts.errors.map(({ instancePath, params }) => {
    const field = params.additionalProperty ?? params.missingProperty;
    const path = instancePath.split('/').slice(1);
    return (field === undefined ? path : [...path, field]).join('.').replace(/\.\d+(?=\.|$)/g, '');
  });
}

for (const { name, text } of examples('good')) {
  test(`schema accepts good/${name}`, () => {
    assert.ok(accepts(JSON.parse(text)), JSON.stringify(accepts.errors, null, 2));
  });
}

for (const { name, text } of examples('bad')) {
  test(`schema and bad/${name} agree`, () => {
    const example = JSON.parse(text);
    assert.match(example.schema, /^(rejects|accepts)$/);
    if (example.schema === 'accepts')
      assert.ok(example.because, 'says why the schema cannot reject');

    const document = 'text' in example ? parse(example.text) : { value: example.spec };
    if (document === undefined) {
      assert.equal(example.field, '', 'text that is not JSON is wrong as a whole');
      assert.equal(example.schema, 'accepts');
      return;
    }
    const accepted = accepts(document.value);
    assert.equal(accepted, example.schema === 'accepts', JSON.stringify(accepts.errors, null, 2));
    if (!accepted) {
      const fields = complaints();
      assert.ok(fields.includes(example.field), `complains about ${fields}, not ${example.field}`);
    }
  });
}

test('schema accepts every preset', () => {
  const { presets } = JSON.parse(read('core/experiment/presets.json'));
  assert.ok(presets.length > 0);
  for (const preset of presets) {
    assert.ok(accepts(preset.spec), `${preset.name}: ${JSON.stringify(accepts.errors, null, 2)}`);
  }
});

test('every field of the schema is described, and every optional one has a default', () => {
  for (const [name, definition] of Object.entries({ '': schema, ...schema.definitions })) {
    assert.ok(definition.description, name);
    for (const [key, field] of Object.entries(definition.properties)) {
      if (field.$ref || definition.required?.includes(key)) continue;
      assert.ok(field.description, `${name}.${key} has a description`);
      assert.notEqual(field.default, undefined, `${name}.${key} has a default`);
    }
  }
});
