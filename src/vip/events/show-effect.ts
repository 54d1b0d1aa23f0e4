import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { differenceOfMeans, differenceOfShares } from '../../kernel/statistics/differences.ts';
import { wilson } from '../../kernel/statistics/wilson.ts';
import { sql } from 'kysely';
import type { eventsApi } from '../api/events.ts';
import { readEvents } from './list-events.ts';
import { closedMonthsAfter, type Measured, measureGuests } from './measure-guests.ts';

type Effect = z.input<(typeof eventsApi)['GET /api/vip-events/{id}/effect']['output']>;

/** Of fewer in either group nothing is told. */
const FEWEST = 10;

/**
 * Who came of those who were asked, and how what they bring changed beside that of the asked who
 * did not come. It is no proof: whoever comes likes us better to begin with.
 */
export async function showEffect(ctx: Ctx, { id }: { id: number }): Promise<Result<Effect>> {
  const [event] = await readEvents(ctx, sql`e.id = ${id}`, sql`e.id`);
  if (!event) return fail('vip.no_such_event');
  const { invited, came, on } = event;
  const months = closedMonthsAfter(ctx, on);
  const measured = await measureGuests(ctx, { id, on }, months);
  const attended = measured.filter(({ hasCome }) => hasCome);
  const absent = measured.filter(({ hasCome }) => !hasCome);
  const isEnough = attended.length >= FEWEST && absent.length >= FEWEST;
  return ok({
    currency: ctx.operator.currency,
    invited,
    came,
    share: invited >= FEWEST ? wilson(came, invited) : null,
    months,
    attended: groupOf(attended),
    absent: groupOf(absent),
    spending: isEnough ? differenceOfMeans(sampleOf(absent), sampleOf(attended)) : null,
    stay: isEnough ? differenceOfShares(shareOf(absent), shareOf(attended)) : null,
    fewest: FEWEST,
  });
}

const stayedOf = (group: readonly Measured[]): number =>
  group.filter(({ hasStayed }) => hasStayed).length;

const meanOf = (group: readonly Measured[]): number =>
  group.length === 0
    ? 0
    : group.reduce((sum, { changeMinor }) => sum + changeMinor, 0) / group.length;

const groupOf = (group: readonly Measured[]): Effect['attended'] => ({
  guests: group.length,
  meanMinor: meanOf(group),
  stayed: stayedOf(group),
});

const shareOf = (group: readonly Measured[]) => ({
  successes: stayedOf(group),
  tries: group.length,
});

function sampleOf(group: readonly Measured[]) {
  const mean = meanOf(group);
  const squares = group.reduce((sum, { changeMinor }) => sum + (changeMinor - mean) ** 2, 0);
  return { count: group.length, mean, variance: squares / (group.length - 1) };
}
