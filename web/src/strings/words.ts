/**
 * The type of a translation: the English table with any of its words left out, which then stay English. A text with values
 * takes the same values, so another signature does not compile.
 */
export type Words<T> = {
  [K in keyof T]?: T[K] extends (...given: never[]) => unknown
    ? T[K]
    : T[K] extends readonly unknown[]
      ? { [I in keyof T[K]]: T[K][I] extends string ? string : T[K][I] }
      : T[K] extends object
        ? Words<T[K]>
        : T[K] extends string
          ? string
          : T[K];
};
