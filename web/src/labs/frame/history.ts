/** The settings a lab has had, as links, with a place among them. */

/** Changes of one and the same field within this time are one step: notches of a slider. */
const oneStepMilliseconds = 800;

function fields(hash: string): Map<string, string> {
  return new Map(new URLSearchParams(hash.replace(/^#/, '')));
}

/** Names of the fields in which two links differ. */
export function changedFields(a: string, b: string): string[] {
  const [before, after] = [fields(a), fields(b)];
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => before.get(name) !== after.get(name),
  );
}

export class SettingsHistory {
  private states: string[] = [];
  private at = -1;
  private last = { field: '', time: -Infinity };

  get empty(): boolean {
    return this.at < 0;
  }

  get canUndo(): boolean {
    return this.at > 0;
  }

  get canRedo(): boolean {
    return this.at < this.states.length - 1;
  }

  /** Takes note of the present settings; the first ones are where undoing ends. Returns whether they are new. */
  note(hash: string, now: number): boolean {
    const present = this.states[this.at];
    if (hash === present) return false;
    const changed = present === undefined ? [] : changedFields(present, hash);
    const field = changed.length === 1 ? changed[0]! : '';
    const goesOn = field !== '' && field === this.last.field && now - this.last.time < oneStepMilliseconds;
    // After an undo, the next change of the same field is a step of its own.
    if (goesOn && !this.canRedo && this.at > 0) this.states[this.at] = hash;
    else this.states.splice(++this.at, Infinity, hash);
    this.last = { field, time: now };
    return true;
  }

  /** What was last changed is a step of its own, however soon the same field changes again: points placed one by one. */
  endStep(): void {
    this.last = { field: '', time: -Infinity };
  }

  /** The settings to go back to, or null. */
  undo(): string | null {
    return this.move(-1);
  }

  redo(): string | null {
    return this.move(1);
  }

  private move(by: number): string | null {
    const hash = this.states[this.at + by];
    if (hash === undefined) return null;
    this.at += by;
    this.endStep();
    return hash;
  }
}
