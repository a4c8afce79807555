/** What every lab can do beside training: undo, files, a reference run, keys. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { RepriseRunBar } from '../../shell/run-bar.ts';
import { pageLink } from '../../spec/link.ts';
import { labToolsStrings as words } from '../../strings/lab-tools.ts';
import { labEvent, type LabElement } from './lab-element.ts';
import { SettingsHistory } from './history.ts';
import type { Reference } from './result-file.ts';
import { listen, type Command, type Commanded } from './shortcuts.ts';

type Host = LabElement & ReactiveControllerHost;

export class LabTools implements ReactiveController, Commanded {
  readonly history = new SettingsHistory();
  reference: Reference | null = null;
  /** Brings the element that shows the reference: few readers keep one. */
  private readonly bringReferenceRun = () => import('./reference-run.ts');
  /** What became of the last thing asked for; read out. */
  message = '';
  /** Why a file was refused. */
  problem = '';
  /** A file hovers over the lab. */
  dropping = false;
  /** Where an undo leads; until the lab is there, what it reports is no change of the reader's. */
  private heading: string | null = null;
  private stop = () => {};

  constructor(readonly host: Host) {
    host.addController(this);
  }

  hostConnected(): void {
    const { host } = this;
    const events: [string, (event: never) => void][] = [
      [labEvent, this.noted],
      ['dragover', this.dragged],
      ['dragleave', this.dragLeft],
      ['drop', this.dropped],
    ];
    for (const [name, listener] of events) host.addEventListener(name, listener as EventListener);
    const stopKeys = listen(this);
    this.stop = () => {
      for (const [name, listener] of events) host.removeEventListener(name, listener as EventListener);
      stopKeys();
    };
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** Whether there is anything to show beside the run. */
  get shown(): boolean {
    return this.reference !== null || this.problem !== '' || this.dropping;
  }

  private changed(message = ''): void {
    this.message = message;
    this.host.requestUpdate();
  }

  private readonly noted = (event: Event) => {
    if (event.target !== this.host) return;
    const { hash, problem, last } = this.host.report();
    // Until there is an experiment, the lab is still on its way to the settings it opens with.
    if (this.history.empty && Object.keys(last).length === 0) return;
    if (this.heading !== null) {
      if (hash === this.heading || problem) this.heading = null;
      return;
    }
    if (this.history.note(hash, performance.now())) this.host.requestUpdate();
  };

  /** The present settings are a step of their own (history.ts). */
  endStep(): void {
    if (!this.history.empty) this.history.note(this.host.report().hash, performance.now());
    this.history.endStep();
  }

  undo(): boolean {
    // A refused value stands in its control: to undo it is to show what is in force.
    const { hash, problem } = this.host.report();
    if (problem) return this.go(hash);
    if (this.heading === null && !this.history.empty) this.history.note(hash, performance.now());
    return this.go(this.history.undo());
  }

  redo(): boolean {
    return this.go(this.history.redo());
  }

  private go(hash: string | null): boolean {
    if (hash === null) return false;
    this.heading = hash === this.host.report().hash ? null : hash;
    void this.host.openLink(hash);
    this.changed();
    return true;
  }

  get runBar(): RepriseRunBar | null {
    return this.host.shadowRoot?.querySelector('reprise-run-bar') ?? null;
  }

  command(command: Command): boolean {
    switch (command) {
      case 'undo':
        return this.undo();
      case 'redo':
        return this.redo();
      case 'compare':
        return this.keep();
      case 'slower':
        return this.runBar?.changeSpeed(1) ?? false;
      case 'faster':
        return this.runBar?.changeSpeed(-1) ?? false;
      case 'help':
        void this.help();
        return true;
      default:
        return this.runBar?.press(command) ?? false;
    }
  }

  async help(): Promise<void> {
    const { showShortcuts } = await import('./shortcut-sheet.ts');
    showShortcuts();
  }

  /** Whether this page's address can lead to the lab: not that of a page it is embedded in. */
  get linked(): boolean {
    return this.host.link === pageLink || this.host.id !== '';
  }

  async copyLink(): Promise<void> {
    const { hash } = this.host.report();
    const address = new URL(location.href);
    // A tutorial's address says which of its labs is meant.
    address.hash = this.host.link === pageLink ? hash : `${hash}&lab=${this.host.id}`;
    try {
      await navigator.clipboard.writeText(address.href);
      this.changed(this.said(words.copied));
    } catch {
      history.replaceState(null, '', address);
      this.changed(this.said(words.linkIsAddress));
    }
  }

  /** Of a link, with a word where it does not give the run. */
  private said(what: string): string {
    return this.host.changedByHand ? `${what}. ${words.byHandLink}` : what;
  }

  async saveCsv(): Promise<void> {
    const result = this.host.result();
    if (!result) return this.changed(words.nothingToSave);
    (await import('./run-files.ts')).saveRecords(result);
  }

  async saveResult(): Promise<void> {
    const result = this.host.result();
    if (!result) return this.changed(words.nothingToSave);
    (await import('./run-files.ts')).saveRun(result);
  }

  /** Keeps the present run as the reference. */
  keep(): boolean {
    const result = this.host.result();
    if (!result) {
      this.changed(words.nothingToSave);
      return false;
    }
    const records = result.records.copy();
    void this.bringReferenceRun();
    this.reference = { ...structuredClone({ ...result, records: null }), records, name: '' };
    this.changed(words.pinned);
    return true;
  }

  drop(): void {
    this.reference = null;
    this.changed();
  }

  /** Takes over the reference's settings; the run it replaces can be had back by undo and running again. */
  useReference(): void {
    if (this.reference?.hash) void this.host.openLink(this.reference.hash);
  }

  /** Shows a saved run beside the present one; a faulty file changes nothing. */
  async openFile(file: File): Promise<void> {
    this.problem = '';
    void this.bringReferenceRun();
    const { openRun } = await import('./run-files.ts');
    const opened = await openRun(file, this.host.report().spec.task.kind);
    if ('problem' in opened) this.problem = opened.problem;
    else this.reference = opened.reference;
    this.changed('message' in opened ? opened.message : '');
  }

  private carriesFile(event: DragEvent): boolean {
    return [...(event.dataTransfer?.items ?? [])].some(
      ({ kind, type }) => kind === 'file' && (type === 'application/json' || type === ''),
    );
  }

  private readonly dragged = (event: DragEvent) => {
    if (event.defaultPrevented || !this.carriesFile(event)) return;
    event.preventDefault();
    if (this.dropping) return;
    this.dropping = true;
    void this.bringReferenceRun();
    this.changed();
  };

  private readonly dragLeft = (event: DragEvent) => {
    if (event.relatedTarget && this.host.contains(event.relatedTarget as Node)) return;
    this.dropping = false;
    this.changed();
  };

  private readonly dropped = (event: DragEvent) => {
    this.dropping = false;
    const file = event.dataTransfer?.files[0];
    // What another part of the lab has taken, pictures for instance, is not ours.
    if (event.defaultPrevented || !file || !/\.json$/i.test(file.name)) return this.changed();
    event.preventDefault();
    void this.openFile(file);
  };
}
