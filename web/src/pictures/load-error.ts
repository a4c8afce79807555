/** A file that could not be had, in words for the reader. */
export class LoadError extends Error {
  constructor(file: string, reason: string) {
    super(`${file}: ${reason}`);
    this.name = 'LoadError';
  }
}
