import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { Tick } from '../../kernel/wiring.ts';
import { findMoments } from './find-moments.ts';
import { contactsOf, limitsOf } from './limits-of.ts';
import { makeTasks } from './make-tasks.ts';
import { type Play, playsOn } from './play-rows.ts';
import { callableFrom } from './settings.ts';
import { sendWords } from './send-words.ts';
import { WAITS_DAYS, walk } from './walk.ts';

/** So many at once: what is left the next round brings. */
const BATCH = 2000;
const DAY_MS = 86_400_000;

/** Lets plays act on what has happened since they were switched on. */
export const playTick: Tick = {
  name: 'retention.plays',
  everySeconds: 300,
  isOwnTransactions: true,
  run: async (ctx, signal) => {
    await inTransaction(ctx, dropOverdue);
    for (const play of await playsOn(ctx)) {
      if (signal.aborted) return;
      await inTransaction(ctx, (tx) => runPlay(tx, play));
    }
  },
};

async function runPlay(ctx: Ctx, { id }: Play): Promise<void> {
  // Held, so that several workers do not do the same; what was changed meanwhile is read again.
  await sql`select from plays where id = ${id} for update`.execute(ctx.db);
  const play = (await playsOn(ctx)).find((one) => one.id === id);
  if (!play?.onSince) return;
  const now = ctx.clock.now();
  const { limits, settings } = await limitsOf(ctx, play);
  // Nobody is written to by night either.
  if (!limits.isCall && callableFrom(ctx, settings, now) > now) return;
  const since = new Date(now.getTime() - WAITS_DAYS * DAY_MS);
  const from = since > play.onSince ? since : play.onSince;
  const look = { isNew: true, isFree: true, most: BATCH };
  const moments = await findMoments(ctx, play, { from, to: now }, look);
  if (moments.length === 0) return;
  const contacts = await contactsOf(ctx, play, { limits, from, moments, but: false });
  const today = limits.dayOf(now);
  const walked = walk(moments, contacts, limits, { from: today, to: today });
  const tasks = await makeTasks(ctx, play, walked, settings);
  if (!limits.isCall) await sendWords(ctx, play, tasks);
}

/**
 * Lets go of what makes no sense any more: of who has left, came back, or wants to leave, with whom
 * somebody speaks in a case.
 */
async function dropOverdue(ctx: Ctx): Promise<void> {
  // play_tasks_due (due_at, id) where state = 'open', retention_cases_one_open
  await sql`
    update play_tasks k set state = 'dropped', done_at = ${ctx.clock.now()}
    from   subscribers o join subscribers r on r.id = o.root_id
    where  k.state = 'open' and o.id = k.subscriber_id
    and   (r.erased_at is not null or (r.status = 'left') = (k.aim = 'keep')
           or exists (select from retention_cases c
                      join   subscribers m on m.id = c.subscriber_id
                      where  m.root_id = r.id and c.state = 'open'))`.execute(ctx.db);
}
