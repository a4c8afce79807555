/**
 * Where a lab keeps its state as a link: in the page's address, or, where the page is not its own (embedded
 * labs), in memory.
 */
import { addressLink } from './link-pairs.ts';

export interface LabLink {
  /** The fragment, as in "#preset=xor/rich&seed=3" (see url.ts); may be empty. */
  read(): string;
  /** step: whether this begins a new step that the reader can go back over. */
  write(hash: string, step: boolean): void;
  /**
   * Calls back when somebody else has changed it; what is returned ends this. A callback's promise lasts until the change is in
   * force or refused.
   */
  onChange(callback: () => Promise<void>): () => void;
}

export const pageLink: LabLink = {
  read: addressLink,
  write(hash, step) {
    if (hash === location.hash) return;
    if (step) history.pushState(null, '', hash);
    else history.replaceState(null, '', hash);
  },
  onChange(callback) {
    // A place in the page is none of its states.
    const changed = () => void (addressLink() && callback());
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  },
};

/** A link that leaves the page's address and its history alone. */
export class MemoryLink implements LabLink {
  private readonly listeners = new Set<() => Promise<void>>();

  constructor(private hash: string) {}

  read(): string {
    return this.hash;
  }

  write(hash: string): void {
    this.hash = hash;
  }

  onChange(callback: () => Promise<void>): () => void {
    this.listeners.add(callback);
    return () => void this.listeners.delete(callback);
  }

  /** Changes the link from outside: the lab follows. Resolves once it has, or has refused to. */
  async go(hash: string): Promise<void> {
    this.hash = hash;
    await Promise.all([...this.listeners].map((listener) => listener()));
  }
}
