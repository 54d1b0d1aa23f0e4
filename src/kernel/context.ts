import type pg from 'pg';
import type { Clock } from './clock.ts';
import type { Db } from './db/connect.ts';
import type { Files } from './files/files.ts';
import type { Logger } from './log.ts';
import type { Secrets } from './secrets.ts';

export type Language = 'ru' | 'en';

/** Whose rows a permission reaches: one's own, one's team's, or everybody's. */
export type Reach = 'own' | 'team' | 'all';

/** Who acts. A personal API key acts as its owner, with fewer permissions. */
export type Actor =
  | {
      kind: 'staff' | 'api_key';
      staffId: number;
      teamId: number | null;
      name: string;
      permissions: Readonly<Record<string, Reach>>;
      apiKeyId?: number;
      /** The sign-in behind the request; a key has none. */
      sessionId?: number;
    }
  | { kind: 'system'; name: string }
  | { kind: 'public' };

/** What the whole installation knows of one operator; stands in its own schema. */
export type Operator = {
  schema: string;
  name: string;
  timeZone: string;
  currency: string;
  country: string;
  /** Dialling code put before local numbers of too few digits, e.g. `3822`. */
  cityCode: string | null;
  language: Language;
  /** The address at which people reach it, where it is set. */
  publicUrl: string | null;
};

/**
 * What every use case gets first. Inside a write, `db` is the transaction: what a use case changes,
 * what it emits and the jobs it enqueues stand or fall together.
 */
export type Ctx = {
  operator: Operator;
  db: Db;
  /** For what Kysely cannot do: COPY, LISTEN, long streams. Not part of the transaction. */
  pool: pg.Pool;
  actor: Actor;
  clock: Clock;
  language: Language;
  log: Logger;
  files: Files;
  secrets: Secrets;
  /**
   * The call that came in from outside, if one did: what limits and keys of a write are told by.
   */
  call?: {
    remoteAddress: string;
    idempotencyKey: string | null;
    /** Hears of a caller who has gone before the answer; the answer of it stops hearing. */
    onGone?: (leave: () => void) => () => void;
  };
  /**
   * What sets this off where no person does, such as a rule; every event tells it as its `cause`.
   */
  cause?: Readonly<Record<string, unknown>>;
};

/** The staff member behind the actor, or null for the system and the public. */
export function staffIdOf(actor: Actor): number | null {
  return actor.kind === 'staff' || actor.kind === 'api_key' ? actor.staffId : null;
}

/** The team of the staff member behind the actor; null where there is none. */
export const teamIdOf = (actor: Actor): number | null => ('teamId' in actor ? actor.teamId : null);

/** How far the actor's permission reaches; the system reaches everything, the public nothing. */
export function reachOf(actor: Actor, permission: string): Reach | null {
  if (actor.kind === 'system') return 'all';
  if (actor.kind === 'public') return null;
  return actor.permissions[permission] ?? null;
}
