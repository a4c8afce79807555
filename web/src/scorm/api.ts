/** The SCORM 1.2 run-time API: found in the frames around, called, and its errors reported. */

export interface Scorm12 {
  LMSInitialize(parameter: ''): string;
  LMSFinish(parameter: ''): string;
  LMSGetValue(element: string): string;
  LMSSetValue(element: string, value: string): string;
  LMSCommit(parameter: ''): string;
  LMSGetLastError(): string;
  LMSGetErrorString(code: string): string;
}

/** Systems nest frames a few deep; more than this is a loop or no system at all. */
const deepest = 50;

function apiAbove(start: Window): Scorm12 | null {
  let window = start;
  for (let depth = 0; depth < deepest; depth++) {
    try {
      const { API } = window as unknown as { API?: Scorm12 };
      if (API) return API;
    } catch {
      // A frame of another origin; the system may still be above it.
    }
    if (window.parent === window) return null;
    window = window.parent;
  }
  return null;
}

/** The system's API in this window, those around it, or those around the window that opened this one. */
export function findApi(): Scorm12 | null {
  return apiAbove(window) ?? (window.opener ? apiAbove(window.opener as Window) : null);
}

/** One session with the system: begun once, ended once, every refusal reported and survived. */
export class ScormSession {
  private readonly api: Scorm12;
  private readonly began = Date.now();
  private ended = false;

  private constructor(api: Scorm12) {
    this.api = api;
  }

  /** Null when the system does not begin. */
  static begin(api: Scorm12): ScormSession | null {
    const session = new ScormSession(api);
    return session.done('LMSInitialize', api.LMSInitialize('')) ? session : null;
  }

  get(element: string): string {
    const value = String(this.api.LMSGetValue(element));
    const error = this.api.LMSGetLastError();
    if (error !== '0') this.complain(`LMSGetValue(${element})`, error);
    return error === '0' ? value : '';
  }

  /** Returns whether the system took it. */
  set(element: string, value: string): boolean {
    return this.done(`LMSSetValue(${element})`, this.api.LMSSetValue(element, value));
  }

  commit(): boolean {
    return this.done('LMSCommit', this.api.LMSCommit(''));
  }

  /** Says how long the session took, and ends it; nothing may be said after that. */
  end(exit: '' | 'suspend'): void {
    if (this.ended) return;
    this.ended = true;
    this.set('cmi.core.session_time', timespan(Date.now() - this.began));
    this.set('cmi.core.exit', exit);
    this.commit();
    this.done('LMSFinish', this.api.LMSFinish(''));
  }

  private done(call: string, answer: unknown): boolean {
    if (String(answer) === 'true') return true;
    this.complain(call, this.api.LMSGetLastError());
    return false;
  }

  private complain(call: string, error: string): void {
    console.warn(`SCORM: ${call} failed with ${error}: ${this.api.LMSGetErrorString(error)}`);
  }
}

const two = (value: number) => String(Math.floor(value)).padStart(2, '0');

/** A CMITimespan, "0000:03:07.40"; at most 9999 hours. */
export function timespan(milliseconds: number): string {
  const seconds = Math.max(0, milliseconds) / 1000;
  const hours = Math.min(9999, Math.floor(seconds / 3600));
  const rest = (seconds % 60).toFixed(2).padStart(5, '0');
  const minutes = two((seconds / 60) % 60);
  // 59.996 seconds round to 60.00, which is no number of seconds.
  return `${String(hours).padStart(4, '0')}:${minutes}:${rest === '60.00' ? '59.99' : rest}`;
}

/** A CMITime, the time of day: "14:05:09". */
export function timeOfDay(date: Date): string {
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}
