// Gives a stored figure, drawn in the colours of the light theme, those of the dark one as well: shown as an image, it
// follows the colour scheme of the page around it.

import { readFileSync } from 'node:fs';

const tokens = readFileSync(new URL('../src/shell/tokens.css', import.meta.url), 'utf8');

/** The dark theme's colour for each of the light theme's, as tokens.css pairs them; the first of a kind counts. */
const dark = new Map();
for (const [, light, other] of tokens.matchAll(/light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)/g)) {
  if (!dark.has(light)) dark.set(light, other);
}

export function withDarkTheme(svg) {
  const rules = ['fill', 'stroke'].flatMap((property) => {
    const used = new Set([...svg.matchAll(new RegExp(`${property}="(#[\\da-f]{6})"`, 'g'))].map(([, c]) => c));
    return [...used]
      .filter((colour) => dark.has(colour))
      .map((colour) => `[${property}="${colour}"]{${property}:${dark.get(colour)}}`);
  });
  const style = `<style>@media (prefers-color-scheme:dark){${rules.join('')}}</style>`;
  return svg.replace(/<svg[^>]*>/, (start) => start + style);
}
