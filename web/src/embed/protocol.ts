/**
 * The messages between an embedded lab or tutorial and the page around it, both directions. Frames send and
 * take them by postMessage; the element <reprise-lab> has the same ones as events named "reprise" and takes
 * them by `send`. Every message carries `reprise: 1`, the version of this protocol; whatever does not is not
 * for us and is passed over in silence, as another script's messages are.
 */
import type { LabCommand } from './messages.ts';

export type * from './messages.ts';

export const protocolVersion = 1;

export type Enveloped<M> = M & { reprise: typeof protocolVersion };

export const enveloped = <M extends object>(message: M): Enveloped<M> => ({
  reprise: protocolVersion,
  ...message,
});

export interface Refusal {
  field: string;
  value: string;
  allowed: string;
}

export type Received = { command: LabCommand } | { refusal: Refusal } | null;

const commands = ['run', 'pause', 'reset', 'set'] as const;

/**
 * Reads what has arrived: a command; a refusal, when it speaks this protocol and is not well formed; null, when
 * it does not speak it at all.
 */
export function parseMessage(data: unknown): Received {
  if (typeof data !== 'object' || data === null || !('reprise' in data)) return null;
  const message = data as Record<string, unknown>;
  if (message.reprise !== protocolVersion) {
    return refuse('reprise', message.reprise, `version ${protocolVersion}`);
  }
  const type = commands.find((name) => name === message.type);
  if (!type) return refuse('type', message.type, commands.join(', '));
  if (type !== 'set') return { command: { type } };
  const { fields } = message;
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) {
    return refuse('fields', fields, 'an object of numbers and texts by path');
  }
  for (const [path, value] of Object.entries(fields)) {
    const number = typeof value === 'number' && Number.isFinite(value);
    if (!number && typeof value !== 'string') {
      return refuse(path, value, 'a number or a text');
    }
  }
  return { command: { type, fields: { ...fields } as Record<string, string | number> } };
}

function refuse(field: string, value: unknown, allowed: string): { refusal: Refusal } {
  return { refusal: { field, value: inShort(value), allowed } };
}

/** Whatever came, as a text short enough to be sent back. */
function inShort(value: unknown): string {
  let text: string | undefined;
  try {
    text = typeof value === 'string' ? value : JSON.stringify(value);
  } catch {
    text = undefined;
  }
  return (text ?? String(value)).slice(0, 100);
}

/** The bounds within which frames ask for a height, and hosts should grant it. CSS pixels. */
export const smallestHeight = 160;
export const largestHeight = 8000;

export function clampHeight(height: number): number {
  return Math.min(largestHeight, Math.max(smallestHeight, Math.ceil(height)));
}

/** What a frame has sent to the page around it, its fields not looked at; null where it does not speak this protocol. */
export function fromFrame(data: unknown): Record<string, unknown> | null {
  if (typeof data !== 'object' || data === null) return null;
  const message = data as Record<string, unknown>;
  return message.reprise === protocolVersion ? message : null;
}

/** The height, in pixels and within the bounds, that such a message asks for; null where it asks for none. */
export function askedHeight(message: Record<string, unknown>): number | null {
  const { type, height } = message;
  return type === 'resized' && typeof height === 'number' && Number.isFinite(height) ? clampHeight(height) : null;
}

/** Non-finite numbers have no JSON. */
export function finite(numbers: Readonly<Record<string, number>>): Record<string, number | null> {
  return Object.fromEntries(
    Object.entries(numbers).map(([name, value]) => [name, Number.isFinite(value) ? value : null]),
  );
}
