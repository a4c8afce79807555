// Faults found while compiling a tutorial. All of one file are gathered before the build stops, so
// that an author mends them in one go.

/** One fault, at a 1-based line of a source file. */
export class Fault {
  constructor(file, line, message) {
    this.file = file;
    this.line = line;
    this.message = message;
  }

  toString() {
    return `${this.file}:${this.line}: ${this.message}`;
  }
}

/** Thrown when a tutorial has at least one fault; `faults` lists them in the order of the file. */
export class TutorialError extends Error {
  constructor(faults) {
    const ordered = [...faults].sort((a, b) => a.line - b.line);
    super(ordered.map(String).join('\n'));
    this.name = 'TutorialError';
    this.faults = ordered;
  }
}

/** Gathers faults of one file. */
export class FaultList {
  constructor(file) {
    this.file = file;
    this.faults = [];
  }

  add(line, message) {
    const fault = new Fault(this.file, line, message);
    if (!this.faults.some((known) => String(known) === String(fault))) this.faults.push(fault);
  }

  throwIfAny() {
    if (this.faults.length > 0) throw new TutorialError(this.faults);
  }
}

/** "a, b or c", for messages that name what is allowed. */
export function oneOf(names) {
  const list = [...names];
  if (list.length < 2) return list.join('');
  return `${list.slice(0, -1).join(', ')} or ${list.at(-1)}`;
}
