/** The pictures of a set that comes with the site, loaded in two parts. */
import { siteRoot } from '../shell/root.ts';
import { DigitSet } from './digit-set.ts';
import {
  loadManifest,
  loadSet,
  type Manifest,
  type PackedName,
  type Progress,
  type SetName,
} from './load.ts';

export type SourceState = 'idle' | 'loading' | 'ready' | 'failed';

export class DigitSource {
  state: SourceState = 'idle';
  progress: Progress | null = null;
  /** Why loading failed. */
  failure = '';
  manifest: Manifest | null = null;
  /** The packed digits loaded so far. */
  packed: DigitSet | null = null;
  private restLoaded = false;
  private failedAt: SetName = 'first';
  private underWay: Promise<boolean> | null = null;

  constructor(private readonly changed: () => void, private readonly name: PackedName = 'digits') {}

  /** Whether all packed digits are in memory. */
  get complete(): boolean {
    return this.restLoaded;
  }

  /** Bytes that loading the rest takes; 0 when unknown or done. */
  get restBytes(): number {
    if (!this.manifest || this.restLoaded) return 0;
    return this.manifest.rest.images.bytes + this.manifest.rest.labels.bytes;
  }

  /**
   * How many packed digits carry each label, loaded or not; null before the list of files is known.
   */
  get totalPerClass(): number[] | null {
    const { manifest } = this;
    if (!manifest) return null;
    const { first, rest } = manifest;
    return first.count_per_class.map((count, label) => count + rest.count_per_class[label]!);
  }

  loadFirst(): Promise<boolean> {
    return this.packed ? Promise.resolve(true) : this.load('first');
  }

  /** The first part, if need be, and the rest. */
  async loadRest(): Promise<boolean> {
    if (this.restLoaded) return true;
    return (await this.loadFirst()) && this.load('rest');
  }

  retry(): Promise<boolean> {
    return this.failedAt === 'rest' ? this.loadRest() : this.loadFirst();
  }

  /** Returns whether it succeeded; `failure` says why not. */
  private load(name: SetName): Promise<boolean> {
    return (this.underWay ??= this.fetch(name).finally(() => (this.underWay = null)));
  }

  private async fetch(name: SetName): Promise<boolean> {
    this.state = 'loading';
    this.failure = '';
    this.progress = null;
    this.changed();
    const base = new URL('data/', siteRoot());
    try {
      this.manifest ??= await loadManifest(base, this.name);
      const set = await loadSet(base, this.manifest, name, (progress) => {
        this.progress = progress;
        this.changed();
      });
      this.packed = this.packed ? this.packed.concat(set) : set;
      this.restLoaded = name === 'rest';
      this.state = 'ready';
    } catch (error) {
      this.state = 'failed';
      this.failedAt = name;
      this.failure = (error as Error).message;
    }
    this.progress = null;
    this.changed();
    return this.state === 'ready';
  }
}
