// Cuts the font of running text down to some characters. Whole, it holds many that no page shows, and every digit and
// letter in several shapes for which no page asks.

import subsetFont from 'subset-font';

/** Kerning, accents, and letters joined where they would touch. */
const FEATURES = ['kern', 'mark', 'mkmk', 'liga', 'ccmp', 'locl'];

const range = (first, last) =>
  Array.from({ length: last - first + 1 }, (_, k) => String.fromCharCode(first + k)).join('');

/** What readers may type. */
export const ASCII = range(0x20, 0x7e);
/** What numbers may be made of beside it. */
export const NUMBERS = '−×·⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺₀₁₂₃₄₅₆₇₈₉';
/** What Western languages are written with, with their punctuation, and the signs of the labs' words. */
export const WESTERN = ASCII + range(0xa0, 0xff) + range(0x2010, 0x2044) + NUMBERS + 'ŒœŸ′″←→↑↓≈≠≤≥∞Δη€⌘✓';

/** The font with these characters alone, as WOFF2. */
export const cutTextFont = (font, characters) =>
  subsetFont(font, [...new Set(characters)].join(''), { targetFormat: 'woff2', keepFeatures: FEATURES });
