import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { contactsMade } from '../contacts/contacts-made.ts';
import { costOf, type Costed } from '../offers/cost-of.ts';
import type { Moment } from './find-moments.ts';
import type { Play } from './play-rows.ts';
import { loadPlaySettings, type PlaySettings } from './settings.ts';
import type { Contact, Limits } from './walk.ts';

const DAY_MS = 86_400_000;

/** The operator's day of a moment, counted from the epoch. */
function dayCounter({ operator }: Ctx): (at: Date) => number {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: operator.timeZone });
  return (at) => Date.parse(`${day.format(at)}T00:00:00Z`) / DAY_MS;
}

export type Ruled = { limits: Limits; settings: PlaySettings };

/** What limits a play: its own rest and budget, and what all plays share. */
export async function limitsOf(ctx: Ctx, play: Play): Promise<Ruled> {
  const settings = await loadPlaySettings(ctx);
  const offer = play.offerId === null ? null : await loadOffer(ctx, play.offerId);
  const isCall = play.action !== 'message';
  const contactMinor = isCall ? settings.contactMinor : 0;
  const { contactDays, mostContacts, callsPerDay } = settings;
  return {
    settings,
    limits: {
      playId: play.id,
      isCall,
      cooldownDays: play.cooldownDays,
      contactDays,
      mostContacts,
      callsPerDay,
      budgetMinor: play.budgetMinor,
      costOf: ({ monthlyMinor }) =>
        contactMinor + (offer ? Math.round(costOf(offer, monthlyMinor) * offer.takeUp) : 0),
      dayOf: dayCounter(ctx),
    },
  };
}

async function loadOffer(ctx: Ctx, id: number): Promise<Costed & { takeUp: number }> {
  return ctx.db
    .selectFrom('retentionOffers')
    .select(['kind', 'value', 'months', 'takeUp'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow() as Promise<Costed & { takeUp: number }>;
}

/**
 * What was done already that a play has to reckon with, also by lists of care: to those whom it
 * names, on days that calls are counted of, and by itself.
 * @param but leaves out what this play has done, where history is tried without it
 */
export async function contactsOf(
  ctx: Ctx,
  play: Play,
  { limits, from, moments, but }: { limits: Limits; from: Date; moments: Moment[]; but: boolean },
): Promise<Contact[]> {
  const days = Math.max(limits.cooldownDays, limits.contactDays, 31);
  const since = new Date(from.getTime() - days * DAY_MS);
  const ids = [...new Set(moments.map(({ subscriberId }) => subscriberId))];
  const { rows } = await sql<Omit<Contact, 'day'> & { at: Date }>`
    select c.root_id as subscriber_id, c.play_id, c.at, c.cost_minor, c.is_call
    from   (${contactsMade(sql`${since}::timestamptz`)}) c
    where (c.play_id is distinct from ${play.id} or ${!but})
    and   (c.root_id = any(${ids}::bigint[]) or c.play_id = ${play.id} or c.is_call)`.execute(
    ctx.db,
  );
  return rows.map(({ at, ...row }) => ({ ...row, day: limits.dayOf(at) }));
}
