import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { findMoments, type Moment } from './find-moments.ts';
import { contactsOf, limitsOf } from './limits-of.ts';
import { makeTasks } from './make-tasks.ts';
import { noteUnserved } from './note-unserved.ts';
import { type Play, playsOn } from './play-rows.ts';
import { sendWords } from './send-words.ts';
import { callableFrom } from './settings.ts';
import { WAITS_DAYS, walk } from './walk.ts';

/** So many are looked at at once. */
const BATCH = 2000;
const DAY_MS = 86_400_000;

/** Lets one play act on what has happened since it was switched on. */
export async function runPlay(ctx: Ctx, { id }: Play): Promise<void> {
  // Held, so that several workers do not do the same; what was changed meanwhile is read again.
  await sql`select from plays where id = ${id} for update`.execute(ctx.db);
  const play = (await playsOn(ctx)).find((one) => one.id === id);
  if (!play?.onSince) return;
  const now = ctx.clock.now();
  const ruled = await limitsOf(ctx, play);
  const { limits, settings } = ruled;
  await noteUnserved(ctx, play, ruled);
  // Nobody is written to by night either.
  if (!limits.isCall && callableFrom(ctx, settings, now) > now) return;
  const since = new Date(now.getTime() - WAITS_DAYS * DAY_MS);
  const from = since > play.onSince ? since : play.onSince;
  const look = { asOf: now, isNew: true, isFree: true, most: BATCH };
  const day = limits.dayOf(now);
  let after: Moment | undefined;
  do {
    const moments = await findMoments(ctx, play, { from, to: now }, { ...look, after });
    if (moments.length === 0) return;
    const contacts = await contactsOf(ctx, play, { limits, from, moments, but: false });
    const walked = walk(moments, contacts, limits, { from: day, to: day });
    const tasks = await makeTasks(ctx, play, walked, settings);
    if (!limits.isCall) await sendWords(ctx, play, tasks);
    // Whom a rest stops does not stand in the way of those behind; where the day is full, all
    // wait, and where none of so many fits into the month's budget.
    if (walked.stopped.some(({ stop }) => stop === 'no_slot')) return;
    if (tasks.length === 0 && walked.stopped.some(({ stop }) => stop === 'over_budget')) return;
    after = moments.length < BATCH ? undefined : moments.at(-1);
  } while (after);
}
