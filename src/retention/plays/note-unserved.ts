import type { Ctx } from '../../kernel/context.ts';
import { findMoments, type Moment } from './find-moments.ts';
import type { Stop } from './kinds.ts';
import { contactsOf, type Ruled } from './limits-of.ts';
import { writeTasks } from './make-tasks.ts';
import type { Play } from './play-rows.ts';
import { WAITS_DAYS, walk } from './walk.ts';

const DAY_MS = 86_400_000;
/** So far back is looked for whose days have passed: longer no worker rests. */
const LOOKS_BACK_DAYS = 1;
const BATCH = 2000;
const rests: readonly Stop[] = ['cooling', 'capped'];

/**
 * Writes down whom a play has named and nobody has turned to within the days that it waits, for
 * want of calls or of money: without them it would seem to reach all. Whom a rest kept from it is
 * none of them.
 */
export async function noteUnserved(
  ctx: Ctx,
  play: Play,
  { limits, settings }: Ruled,
): Promise<void> {
  if (!play.onSince) return;
  const now = ctx.clock.now();
  const to = new Date(now.getTime() - WAITS_DAYS * DAY_MS);
  const back = new Date(to.getTime() - LOOKS_BACK_DAYS * DAY_MS);
  const from = back > play.onSince ? back : play.onSince;
  if (from >= to) return;
  const day = limits.dayOf(now);
  let after: Moment | undefined;
  do {
    const look = { asOf: now, isNew: true, isFree: true, after, most: BATCH };
    const moments = await findMoments(ctx, play, { from, to }, look);
    if (moments.length === 0) return;
    const contacts = await contactsOf(ctx, play, { limits, from, moments, but: false });
    const { taken, stopped } = walk(moments, contacts, limits, { from: day, to: day });
    const missed = [...taken, ...stopped.filter(({ stop }) => !rests.includes(stop))];
    const rows = missed.map(({ moment }) => ({ moment, costMinor: 0, state: 'unserved' as const }));
    await writeTasks(ctx, play, rows, settings);
    after = moments.length < BATCH ? undefined : moments.at(-1);
  } while (after);
}
