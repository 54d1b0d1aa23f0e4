import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { attempt } from '../../kernel/db/attempt.ts';
import { emit } from '../../kernel/events/journal.ts';
import { daysAfter } from '../../subscribers/index.ts';
import { stayingOf } from '../friends/tree.ts';
import { loadProgramme } from '../programme/load-programme.ts';
import { leastFriends } from './for-friends.ts';
import { goBack } from './leave-tariff.ts';
import { untellFailed } from './tell-of-ending.ts';

type Standing = {
  id: number;
  subscriberId: number;
  name: string;
  endsOn: string | null;
  isEnough: boolean;
};

/** In a night so many; the rest in the next. */
const MOST = 2000;

/**
 * A tariff for friends lasts while enough of them stay. When fewer do, its end is set, whoever has
 * it is told by day, and goes back to what they had before once the notice is over, never before
 * what was written has left; with enough of them again it stays.
 * @returns how many ends were set, taken back or have come
 */
export async function keepTariffs(ctx: Ctx, day: string): Promise<number> {
  const { noticeDays } = await loadProgramme(ctx);
  await untellFailed(ctx);
  // friend_tariffs_standing, products_pkey, outgoing_messages_pkey,
  // friendships_inviter (inviter_id, connected_on desc)
  const { rows } = await sql<Standing>`
    with standing as (
      select g.id, o.root_id as subscriber_id, p.name, g.ends_on,
             g.told_at is not null and not exists (
               select from outgoing_messages m
               where  m.id = g.outgoing_message_id and m.state in ('waiting', 'sending'))
               as is_told,
             coalesce(${stayingOf} >= ${leastFriends(sql`p.eligibility`)}, false) as is_enough
      from   friend_tariffs g
      join   subscribers o on o.id = g.subscriber_id
      join   loyalty_members b on b.subscriber_id = o.root_id
      join   products p on p.id = g.product_id
      where  g.ended_on is null)
    select * from standing s
    where  s.is_enough = (s.ends_on is not null) or (s.is_told and s.ends_on <= ${day})
    order  by s.id limit ${MOST}`.execute(ctx.db);
  for (const standing of rows) {
    const { id, endsOn, isEnough } = standing;
    if (isEnough) await setEnd(ctx, standing, 'loyalty.tariff_kept', null);
    else if (endsOn === null) {
      await setEnd(ctx, standing, 'loyalty.tariff_ending', daysAfter(day, noticeDays));
    } else {
      const ended = await attempt(ctx, (tx) => goBack(tx, id));
      if (!ended.ok) ctx.log.warn({ id, code: ended.failure.code }, 'a tariff for friends goes on');
    }
  }
  return rows.length;
}

async function setEnd(
  ctx: Ctx,
  { id, subscriberId, name }: Standing,
  type: 'loyalty.tariff_kept' | 'loyalty.tariff_ending',
  endsOn: string | null,
): Promise<void> {
  const untold = { toldAt: null, toldBy: null, outgoingMessageId: null, hasNoWay: false };
  await ctx.db
    .updateTable('friendTariffs')
    .set({ endsOn, ...untold })
    .where('id', '=', id)
    .execute();
  await emit(ctx, {
    type,
    subject: { kind: 'subscriber', id: subscriberId },
    subscriberId,
    facts: { tariff: name, ...(endsOn !== null && { endsOn }) },
  });
}
