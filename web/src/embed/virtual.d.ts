/** Made by web/build/embed/inline.mjs. */
declare module 'virtual:reprise-labs';
declare module 'virtual:reprise-chapter-labs';
declare module 'virtual:reprise-core' {
  /** The core with SIMD, compressed by gzip, in base64. */
  export const core: string;
  /** The algebra likewise. */
  export const algebra: string;
  /** "0.1.0" */
  export const version: string;
}
declare module 'virtual:reprise-worker' {
  /** The engine's worker as one classic script. */
  export const source: string;
}
declare module 'virtual:reprise-fonts' {
  /** Font files (woff2) in base64, by the names of their families. */
  export const fonts: readonly { family: string; style: string; weight: string; data: string }[];
}
declare module 'virtual:reprise-stills' {
  /** Stored figures as SVG documents, by the name of the preset that was run. */
  export const stills: Readonly<Record<string, string>>;
}
declare module 'virtual:reprise-languages' {
  /** Codes of the languages that there are scripts of words for. */
  const languages: readonly string[];
  export default languages;
}
