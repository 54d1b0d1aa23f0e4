import { sql } from 'kysely';
import { longDay } from '../../billing/index.ts';
import { waysTo, writeTo } from '../../conversations/index.ts';
import type { Ctx, Language } from '../../kernel/context.ts';
import { attempt } from '../../kernel/db/attempt.ts';
import { emit } from '../../kernel/events/journal.ts';
import { daysAfter } from '../../subscribers/index.ts';
import { stayingOf } from '../friends/tree.ts';
import { loadProgramme } from '../programme/load-programme.ts';
import { leastFriends } from './for-friends.ts';
import { goBack } from './leave-tariff.ts';

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
 * A tariff for friends lasts while enough of them stay. When fewer do, whoever has it is told, and
 * goes back to what they had before once the notice is over; with enough of them again it stays.
 * @returns how many were told, kept or ended
 */
export async function keepTariffs(ctx: Ctx, day: string): Promise<number> {
  const { noticeDays } = await loadProgramme(ctx);
  // friend_tariffs_standing, products_pkey, friendships_inviter (inviter_id, connected_on desc)
  const { rows } = await sql<Standing>`
    with standing as (
      select g.id, o.root_id as subscriber_id, p.name, g.ends_on,
             coalesce(${stayingOf} >= ${leastFriends(sql`p.eligibility`)}, false) as is_enough
      from   friend_tariffs g
      join   subscribers o on o.id = g.subscriber_id
      join   loyalty_members b on b.subscriber_id = o.root_id
      join   products p on p.id = g.product_id
      where  g.ended_on is null)
    select * from standing s
    where  s.is_enough = (s.ends_on is not null) or s.ends_on <= ${day}
    order  by s.id limit ${MOST}`.execute(ctx.db);
  for (const standing of rows) {
    const { id, endsOn, isEnough } = standing;
    if (isEnough) await setEnd(ctx, standing, 'loyalty.tariff_kept', null);
    else if (endsOn === null) await giveNotice(ctx, standing, daysAfter(day, noticeDays));
    else {
      const ended = await attempt(ctx, (tx) => goBack(tx, id));
      if (!ended.ok) ctx.log.warn({ id, code: ended.failure.code }, 'a tariff for friends goes on');
    }
  }
  return rows.length;
}

/** They are told on the day; what was sent before is not sent again, for the day stands then. */
async function giveNotice(ctx: Ctx, standing: Standing, endsOn: string): Promise<void> {
  await setEnd(ctx, standing, 'loyalty.tariff_ending', endsOn);
  const { subscriberId, name } = standing;
  const [way] = await waysTo(ctx, { subscriberId });
  if (!way) return;
  const { language } = ctx.operator;
  const letter = letters[language](name, longDay(endsOn, language));
  const queued = await writeTo(ctx, way, { ...letter, isAutomatic: true });
  if (!queued.ok) ctx.log.warn({ subscriberId, code: queued.failure.code }, 'no notice was sent');
}

async function setEnd(
  ctx: Ctx,
  { id, subscriberId, name }: Standing,
  type: 'loyalty.tariff_kept' | 'loyalty.tariff_ending',
  endsOn: string | null,
): Promise<void> {
  await ctx.db.updateTable('friendTariffs').set({ endsOn }).where('id', '=', id).execute();
  await emit(ctx, {
    type,
    subject: { kind: 'subscriber', id: subscriberId },
    subscriberId,
    facts: { tariff: name, ...(endsOn !== null && { endsOn }) },
  });
}

const letters: Record<Language, (name: string, on: string) => { subject: string; text: string }> = {
  ru: (name, on) => ({
    subject: 'О вашем тарифе',
    text: [
      'Друзей, которых вы привели, с нами стало меньше.',
      `Тариф «${name}» действует до ${on}, потом вернётся прежний.`,
      'Если друзей снова станет достаточно, тариф останется.',
    ].join(' '),
  }),
  en: (name, on) => ({
    subject: 'About your tariff',
    text: [
      'Fewer of the friends whom you have brought are with us.',
      `The tariff “${name}” lasts until ${on}, and then the former one comes back.`,
      'With enough friends again it stays.',
    ].join(' '),
  }),
};
