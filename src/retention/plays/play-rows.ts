import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { OfferKind } from '../offers/kinds.ts';
import type { PlayAction, PlayReason } from './kinds.ts';
import type { Signal } from './signals.ts';

export type Play = {
  id: number;
  version: number;
  name: string;
  aim: 'keep' | 'win_back';
  signal: Signal;
  bound: number;
  segmentId: number | null;
  whomSegmentId: number | null;
  reason: PlayReason;
  action: PlayAction;
  offerId: number | null;
  offerKind: OfferKind | null;
  offerVersion: number | null;
  words: string;
  cooldownDays: number;
  budgetMinor: number | null;
  onSince: Date | null;
  triedVersion: number | null;
  archivedAt: Date | null;
};

/** What a play is, of `plays p`, with the offer that it brings as `o`. */
const playColumns = sql`
  p.id, p.version, p.name, p.aim, p.signal, p.bound, p.segment_id, p.whom_segment_id, p.reason,
  p.action, p.offer_id, o.kind as offer_kind, o.version as offer_version, p.words, p.cooldown_days,
  p.budget_minor, p.on_since, p.tried_version, p.archived_at`;

const playJoins = sql`plays p left join retention_offers o on o.id = p.offer_id`;

export async function findPlay(ctx: Ctx, id: number): Promise<Result<Play>> {
  // plays_pkey
  const { rows } = await sql<Play>`
    select ${playColumns} from ${playJoins} where p.id = ${id}`.execute(ctx.db);
  return rows[0] ? ok(rows[0]) : fail('retention.no_such_play');
}

/** The same, locked for a write by whoever has seen that version. */
export async function lockPlay(ctx: Ctx, id: number, version: number): Promise<Result<Play>> {
  const { rows } = await sql<Play>`
    select ${playColumns} from ${playJoins} where p.id = ${id} for update of p`.execute(ctx.db);
  const [row] = rows;
  if (!row) return fail('retention.no_such_play');
  return row.version === version ? ok(row) : fail('retention.changed_meanwhile');
}

/** Those that act by themselves, in the order in which they were made. An operator has dozens. */
export async function playsOn(ctx: Ctx): Promise<Play[]> {
  const { rows } = await sql<Play>`
    select ${playColumns} from ${playJoins}
    where  p.on_since is not null order by p.id limit 200`.execute(ctx.db);
  return rows;
}

/** Those of which something is still to be done, also when they are off by now. */
export async function playsWaiting(ctx: Ctx): Promise<Play[]> {
  // play_tasks_due (due_at, id) where state = 'open'
  const { rows } = await sql<Play>`
    select ${playColumns} from ${playJoins}
    where  p.id in (select k.play_id from play_tasks k where k.state = 'open')`.execute(ctx.db);
  return rows;
}
