/** What a text may be in another language: any text, where English has one of a few. */
type Said<T> = T extends string ? string : T extends readonly unknown[] ? { [I in keyof T]: Said<T[I]> } : T;

/**
 * The type of a translation: the English table with any of its words left out, which then stay English. A text with values
 * takes the same values, so another signature does not compile. What English has not any more does, for an English text may
 * change without its translations: `./dev translations` names it.
 */
export type Words<T> = {
  [K in keyof T]?: T[K] extends (...given: infer Given) => infer Text
    ? (...given: Given) => Said<Text>
    : T[K] extends object
      ? T[K] extends readonly unknown[]
        ? Said<T[K]>
        : Words<T[K]>
      : Said<T[K]>;
} & { [gone: string]: unknown };
