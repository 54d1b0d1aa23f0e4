import type { CallFact } from '../call-facts.ts';
import type { ReadParty } from '../read-party.ts';

/** What came to the door, as it came. */
export type HookCall = {
  body: Buffer;
  /** What stands behind our address: `/events/call`; empty where nothing does. */
  path: string;
  header: (name: string) => string;
};

/** What a provider knows us by: a key that names us, where it gives one, and a secret. */
export type HookSecrets = { key: string; secret: string };

/** An event in the provider's own words, without its signature. */
export type HookEvent = Readonly<Record<string, unknown>>;

/** A kind of exchange in somebody's cloud, which tells of calls by calling us. */
export type Provider = {
  /** What was told, if its signature shows that the provider tells it; else null. */
  open: (call: HookCall, secrets: HookSecrets) => HookEvent | null;
  /** What it says of which call; null where it says nothing of one. */
  facts: (
    event: HookEvent,
    receivedAt: Date,
    read: ReadParty,
  ) => { linkedId: string; facts: CallFact[] } | null;
  /** A phone of somebody outside whom it names; empty where it names none. */
  outside: (event: HookEvent, read: ReadParty) => string;
};

/** A form's fields, or a JSON object's; nothing where it is neither. */
export const formOf = (body: Buffer): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(body.toString('utf8')));

export function jsonOf(text: string): Record<string, unknown> | null {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? { ...read } : null;
  } catch {
    return null;
  }
}

export const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** A provider's clock may run ahead of ours; nothing has happened tomorrow. */
export const notLater = (at: Date, now: Date): Date =>
  Number.isNaN(at.getTime()) || at > now ? now : at;

/** The phone of the first of these numbers that is somebody's outside. */
export function outsideAmong(numbers: readonly string[], read: ReadParty): string {
  for (const number of numbers) {
    const party = read(number);
    if ('phone' in party && party.phone !== '') return party.phone;
  }
  return '';
}
