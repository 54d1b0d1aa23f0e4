import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { playsApi } from '../api/plays.ts';
import { findMoments } from './find-moments.ts';
import { contactsOf, limitsOf } from './limits-of.ts';
import { findPlay } from './play-rows.ts';
import { ruleOf } from './signals.ts';
import { type Walked, walk } from './walk.ts';

type Route = (typeof playsApi)['POST /api/plays/{id}/try'];
type Shown = z.input<Route['output']>;

const DAY_MS = 86_400_000;
const PERIOD_DAYS = 180;
/** Of more moments only the earliest are looked at, and it is said. */
const MOST_MOMENTS = 20_000;
const SHOWN_ROWS = 50;
const MOST_MS = 60_000;

/**
 * What a play would have done in the last half a year, as it would have done it day by day; and
 * whoever has looked at that may switch it on.
 */
export async function tryPlay(ctx: Ctx, { id }: { id: number }): Promise<Result<Shown>> {
  const found = await findPlay(ctx, id);
  if (!found.ok) return found;
  const play = found.value;
  await sql`select set_config('statement_timeout', ${`${MOST_MS}ms`}, true),
    set_config('jit', 'off', true)`.execute(ctx.db);
  const to = ctx.clock.now();
  const from = new Date(to.getTime() - PERIOD_DAYS * DAY_MS);
  const asOf = 'moment' as const;
  const look = { asOf, isNew: false, isFree: false, most: MOST_MOMENTS + 1 };
  const all = await findMoments(ctx, play, { from, to }, look);
  const moments = all.slice(0, MOST_MOMENTS);
  const { limits } = await limitsOf(ctx, play);
  const contacts = await contactsOf(ctx, play, { limits, from, moments, but: true });
  const days = { from: limits.dayOf(from), to: limits.dayOf(to) };
  const walked = walk(moments, contacts, limits, days);
  const kept = await sql`
    update plays p set tried_version = version
    where  id = ${id} and version = ${play.version} and (
             select o.version from retention_offers o where o.id = p.offer_id)
             is not distinct from ${play.offerVersion}::int`.execute(ctx.db);
  if (kept.numAffectedRows === 0n) return fail('retention.changed_meanwhile');
  return ok({
    from,
    to,
    isWhole: all.length <= MOST_MOMENTS,
    isPresentOnly: ruleOf(play.signal).isPresentOnly === true,
    currency: ctx.operator.currency,
    ...(await summed(ctx, moments.length, walked)),
  });
}

async function summed(ctx: Ctx, count: number, { taken, stopped }: Walked) {
  const visible = taken.filter(({ moment }) => moment.isVisible);
  const shown = visible.toReversed().slice(0, SHOWN_ROWS);
  const names = await namesOf(
    ctx,
    shown.map(({ moment }) => moment.subscriberId),
  );
  return {
    moments: count,
    contacts: taken.length,
    people: new Set(taken.map(({ moment }) => moment.subscriberId)).size,
    costMinor: sumOf(taken),
    months: [...Map.groupBy(taken, ({ day }) => dateOf(day).slice(0, 7))]
      .map(([month, own]) => ({ month, contacts: own.length, costMinor: sumOf(own) }))
      .toSorted((a, b) => (a.month < b.month ? -1 : 1)),
    stops: [...Map.groupBy(stopped, ({ stop }) => stop)]
      .map(([stop, own]) => ({ stop, count: own.length }))
      .toSorted((a, b) => b.count - a.count),
    rows: shown.map(({ moment, day, costMinor }) => ({
      subscriberId: moment.subscriberId,
      name: names.get(moment.subscriberId) ?? '',
      at: moment.at,
      on: dateOf(day),
      costMinor,
    })),
  };
}

const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);
const sumOf = (all: readonly { costMinor: number }[]): number =>
  all.reduce((sum, { costMinor }) => sum + costMinor, 0);

async function namesOf(ctx: Ctx, ids: readonly number[]): Promise<Map<number, string>> {
  // subscribers_pkey
  const { rows } = await sql<{ id: number; name: string }>`
    select id, display_name as name from subscribers
    where  id = any(${[...ids]}::bigint[])`.execute(ctx.db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
