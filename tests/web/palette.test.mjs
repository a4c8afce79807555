// The colours as written in tokens.css: legible in both themes, and told apart by colour-blind readers.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { loadTs } from './helpers/load-ts.mjs';

const css = readFileSync(new URL('../../web/src/shell/tokens.css', import.meta.url), 'utf8');
const tokens = [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)];
const themes = {
  light: Object.fromEntries(tokens.map(([, name, light]) => [name, light])),
  dark: Object.fromEntries(tokens.map(([, name, , dark]) => [name, dark])),
};

const bytes = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));
const linear = (byte) => {
  const value = byte / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};
const luminance = (hex) => {
  const [r, g, b] = bytes(hex).map(linear);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a, b) => {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};

// Machado, Oliveira and Fernandes 2009, full severity, on linear RGB.
const vision = {
  full: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};
const oklab = ([r, g, b]) => {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
};
const seen = (hex, matrix) =>
  oklab(matrix.map((row) => Math.max(0, bytes(hex).map(linear).reduce((sum, v, i) => sum + v * row[i], 0))));
const distance = (a, b, matrix) => {
  const [p, q] = [seen(a, matrix), seen(b, matrix)];
  return Math.hypot(...p.map((v, i) => v - q[i]));
};

test('the tokens were found', () => {
  for (const name of ['paper', 'ink', 'h', 'y', 'w', 'point-0', 'accent']) {
    assert.ok(themes.light[name] && themes.dark[name], name);
  }
});

for (const [theme, colour] of Object.entries(themes)) {
  test(`text is legible on every surface, ${theme}`, () => {
    const text = ['ink', 'ink-muted', 'h', 'y', 'w', 'loss', 'accuracy', 'accent', 'accent-strong', 'bad', 'good'];
    for (const surface of ['paper', 'surface', 'sunken']) {
      for (const name of text) {
        const ratio = contrast(colour[name], colour[surface]);
        assert.ok(ratio >= 4.5, `${name} on ${surface}: ${ratio.toFixed(2)}`);
      }
    }
    for (const [ink, surface] of [
      ['on-accent', 'accent'],
      ['on-accent', 'accent-strong'],
      ['accent', 'accent-soft'],
      ['ink', 'bad-soft'],
      ['bad', 'bad-soft'],
      ['good', 'good-soft'],
      ['ink', 'note-soft'],
    ]) {
      const ratio = contrast(colour[ink], colour[surface]);
      assert.ok(ratio >= 4.5, `${ink} on ${surface}: ${ratio.toFixed(2)}`);
    }
  });

  test(`lines, points and the edges of controls are seen, ${theme}`, () => {
    for (const name of ['point-0', 'point-1', 'point-2', 'point-3', 'point-4', 'line-strong']) {
      for (const surface of ['paper', 'surface', 'sunken']) {
        const ratio = contrast(colour[name], colour[surface]);
        assert.ok(ratio >= 3, `${name} on ${surface}: ${ratio.toFixed(2)}`);
      }
    }
  });

  test(`h, y and w are told apart in every kind of colour vision, ${theme}`, () => {
    for (const [a, b] of [['h', 'y'], ['h', 'w'], ['y', 'w']]) {
      for (const [kind, matrix] of Object.entries(vision)) {
        const d = distance(colour[a], colour[b], matrix);
        assert.ok(d >= 0.08, `${a} and ${b}, ${kind}: ${d.toFixed(3)}`);
      }
    }
  });
}

test('the scale of matrices is perceptual: lightness rises in even steps', async () => {
  const { scaleColour } = await loadTs('web/src/chart/colour-scale.ts');
  const light = Array.from({ length: 33 }, (_, i) => oklab(scaleColour(i / 32).map(linear))[0]);
  const steps = light.slice(1).map((l, i) => l - light[i]);
  const mean = steps.reduce((a, b) => a + b) / steps.length;
  // Where a colour were clipped to what a screen shows, its step would be another.
  for (const step of steps) assert.ok(Math.abs(step - mean) < 0.1 * mean, `${step} beside ${mean}`);
});
