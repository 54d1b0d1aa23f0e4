import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { Api, ErrorTable } from './api/define.ts';
import type { Ctx } from './context.ts';
import type { RecordedEvent } from './events/journal.ts';
import type { AnyJob } from './jobs/jobs.ts';
import type { LiveAudience } from './live/audience.ts';
import type { Result } from './result.ts';
import type { Fill } from './slots.ts';

/** What a download answers with. */
export type Download = {
  body: Readable | Buffer | string;
  contentType: string;
  fileName?: string;
  /** Told, parts of it may be asked for, as a player does. Only of a stream. */
  sizeBytes?: number;
  headers?: Record<string, string>;
};

export type Upload = { stream: Readable; fileName: string; contentType: string };

type Answer<R extends Api[keyof Api]> = R['kind'] extends 'download'
  ? Download
  : z.input<R['output']>;

/** A route's code: parsed input in, Result out. An upload gets its file as the third argument. */
export type Handler<R extends Api[keyof Api]> = (
  ctx: Ctx,
  input: z.output<R['input']>,
  upload: Upload,
) => Promise<Result<Answer<R>>>;

export type Handlers<A extends Api> = {
  [K in keyof A & keyof Api]: Handler<A[K]> | { ownTransactions: Handler<A[K]> };
};

/** A sweep that a worker runs again and again: due rows are found by SQL, so a crash loses none. */
export type Tick = {
  name: string;
  everySeconds: number;
  /** @param signal aborted when the worker is asked to end */
  run: (ctx: Ctx, signal: AbortSignal) => Promise<void>;
  /**
   * Runs outside a transaction and may run in several workers at once: for what speaks to the
   * outside world, and commits before it does.
   */
  isOwnTransactions?: true;
};

/** Work that goes on as long as the worker does, such as an open line to a mail server. */
export type Watch = { name: string; start: (ctx: Ctx) => { stop: () => Promise<void> } };

export type Hears = Readonly<Record<string, (ctx: Ctx, event: RecordedEvent) => Promise<void>>>;

export type Wiring = {
  domain: string;
  api?: Api;
  handlers?: Record<string, unknown>;
  errors?: ErrorTable;
  /**
   * Permissions that this domain's routes ask for, in the order in which the role form shows them.
   */
  permissions?: readonly string[];
  /** Those of them that people have who work elsewhere, such as a dealer's. */
  outsidePermissions?: readonly string[];
  /** Types of events that screens hear at once, and who hears them. */
  liveEvents?: Readonly<Record<string, LiveAudience>>;
  jobs?: readonly AnyJob[];
  ticks?: readonly Tick[];
  watches?: readonly Watch[];
  /** Events of any domain that this one acts on, after their commit, each exactly once. */
  hears?: Hears;
  /** The same with a cursor of its own, by name: for what may be slow and must hold up no other. */
  readers?: Readonly<Record<string, Hears>>;
  fills?: readonly Fill[];
};

/** A write's handler runs in a transaction of its own unless it says `ownTransactions`. */
export function defineWiring<A extends Api>(
  wiring: Omit<Wiring, 'api' | 'handlers'> & { api?: A; handlers?: Handlers<A> },
): Wiring {
  return wiring;
}

/** Everything that follows the journal, by the name of its cursor. */
export function readersOf(wirings: readonly Wiring[]): [reader: string, hears: Hears][] {
  return wirings.flatMap(({ domain, hears, readers = {} }) => [
    ...(hears ? [[domain, hears] as [string, Hears]] : []),
    ...Object.entries(readers),
  ]);
}
