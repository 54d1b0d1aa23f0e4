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
export type Tick = { name: string; everySeconds: number; run: (ctx: Ctx) => Promise<void> };

export type Wiring = {
  domain: string;
  api?: Api;
  handlers?: Record<string, unknown>;
  errors?: ErrorTable;
  /**
   * Permissions that this domain's routes ask for, in the order in which the role form shows them.
   */
  permissions?: readonly string[];
  /** Types of events that screens hear at once, and who hears them. */
  liveEvents?: Readonly<Record<string, LiveAudience>>;
  jobs?: readonly AnyJob[];
  ticks?: readonly Tick[];
  /** Events of any domain that this one acts on, after their commit, each exactly once. */
  hears?: Record<string, (ctx: Ctx, event: RecordedEvent) => Promise<void>>;
  fills?: readonly Fill[];
};

/** A write's handler runs in a transaction of its own unless it says `ownTransactions`. */
export function defineWiring<A extends Api>(
  wiring: Omit<Wiring, 'api' | 'handlers'> & { api?: A; handlers?: Handlers<A> },
): Wiring {
  return wiring;
}
