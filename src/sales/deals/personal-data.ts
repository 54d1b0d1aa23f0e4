import { sql } from 'kysely';
import { eraseOutgoing } from '../../channels/index.ts';
import { conversationsOf } from '../../conversations/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { purgeHistoryOf } from '../../kernel/events/purge-personal-history.ts';
import { fail } from '../../kernel/result.ts';
import { removeEntries } from '../../kernel/search/index-entries.ts';
import type { ClusterIds, Eraser, PersonalDataSource } from '../../subscribers/index.ts';
import { forgetGuided } from '../guided/forget-guided.ts';

/** Contacts of these people. */
const contacts = (ids: ClusterIds) => sql`(
  select kind, value from contacts
  where  subscriber_id = any(${ids}::bigint[]) and kind in ('phone', 'email'))`;

/** Of nobody yet, and with a phone or an e-mail of theirs. */
const byContact = (ids: ClusterIds) => sql`(
  select d.id from ${contacts(ids)} c join deals d on d.phone = c.value
  where  c.kind = 'phone' and d.phone <> '' and d.subscriber_id is null
  union
  select d.id from ${contacts(ids)} c join deals d on d.email = c.value
  where  c.kind = 'email' and d.email <> '' and d.subscriber_id is null)`;

/** Said to be theirs, or begun by a conversation of theirs. */
const named = (ids: ClusterIds) => sql`(
  select id from deals where subscriber_id = any(${ids}::bigint[])
  union
  select d.id from ${conversationsOf(ids)} c join deals d on d.conversation_id = c.id
  where  d.subscriber_id is null)`;

/** Deals that a person is told of. */
export const dealsOf = (ids: ClusterIds) => sql`(
  select d.id from deals d
  where  d.id in ${named(ids)}
  or     d.id in ${byContact(ids)} and not exists (
           -- Where somebody else has this phone too, each is told of his own alone.
           select from contacts o
           where  o.value in (d.phone, d.email) and o.kind in ('phone', 'email')
           and    o.removed_at is null and o.subscriber_id <> all(${ids}::bigint[])))`;

/** What we hold of a person's wish to be connected. */
export const personalData: PersonalDataSource = {
  section: 'deals',
  choices: { state: (value) => `choices.state.${value}` },
  load: async (ctx, ids) => {
    // deals_subscriber, deals_conversation, deals_phone, deals_email; contacts_value
    const { rows } = await sql<Record<string, unknown>>`
      select d.id as number, d.name, d.phone, d.email, d.address, d.flat, d.wanted, d.state,
             s.name as source, d.opened_at, d.closed_at
      from   deals d
      left   join lead_sources s on s.id = d.source_id
      where  d.id in ${dealsOf(ids)}
      order  by d.id`.execute(ctx.db);
    return rows;
  },
};

/** Deals that an erasure reaches: those too whose phone is somebody else's as well. */
export const dealsForgotten = (ids: ClusterIds) =>
  sql`(select id from ${named(ids)} n union select id from ${byContact(ids)} c)`;

/**
 * Forgets who it was; that there was a deal, what became of it and what it was worth stays, for
 * figures count it. An open deal holds the erasure up.
 */
export const eraser: Eraser = {
  refuses: async (ctx, ids) => {
    const { rows } = await sql<{ id: number }>`
      select d.id from deals d where d.id in ${dealsForgotten(ids)} and d.state = 'open'
      order  by d.id limit 1`.execute(ctx.db);
    const [open] = rows;
    return open ? fail('sales.still_open', { number: open.id }).failure : null;
  },
  erase: async (ctx, ids) => {
    const { rows } = await sql<{ id: number }>`
      update deals
      set    name = '—', phone = '', email = '', address = '', building_id = null, flat = '',
             wanted = '', referral_code = '', next_step = '', lost_note = ''
      where  id in ${dealsForgotten(ids)}
      returning id`.execute(ctx.db);
    const erased = rows.map(({ id }) => id);
    // quotes_deal (deal_id, id). The link is dead: it opens nothing any more.
    await sql`
      update quotes
      set    accepted_name = '', accepted_from = null, decline_words = '', undo_reason = '',
             words = '',
             token = 'forgotten ' || id
      where  deal_id = any(${erased}::bigint[])`.execute(ctx.db);
    await forgetSendings(ctx, erased);
    // contracts_deal (deal_id)
    await sql`
      update contracts set content = '{}' where deal_id = any(${erased}::bigint[])`.execute(ctx.db);
    await forgetReasons(ctx, erased);
    await forgetDeals(ctx, erased);
  },
};

/** Where links and greetings went and what they said. */
async function forgetSendings(ctx: Ctx, ids: readonly number[]): Promise<void> {
  // quotes_deal, quote_sendings_quote; deal_connections_deal
  const { rows } = await sql<{ id: number }>`
    update quote_sendings s set recipient = ''
    from   quotes q
    where  q.deal_id = any(${ids}::bigint[]) and s.quote_id = q.id
    returning s.outgoing_message_id as id`.execute(ctx.db);
  const greetings = await sql<{ id: number }>`
    select welcome_message_id as id from deal_connections
    where  deal_id = any(${ids}::bigint[]) and welcome_message_id is not null`.execute(ctx.db);
  const messages = [...rows, ...greetings.rows].map(({ id }) => id);
  await eraseOutgoing(ctx, { ids: messages, recipients: [] });
}

/** That it was undone or given back stays; why may be the person's own words. */
async function forgetReasons(ctx: Ctx, ids: readonly number[]): Promise<void> {
  // deal_connections_deal, care_calls_deal, deal_equipment_deal, visits_called_off (deal_id)
  await sql`
    update deal_connections set undo_reason = '—'
    where  deal_id = any(${ids}::bigint[]) and undo_reason <> ''`.execute(ctx.db);
  await sql`
    update care_calls set note = ''
    where  deal_id = any(${ids}::bigint[]) and note <> ''`.execute(ctx.db);
  await sql`
    update deal_equipment set return_reason = '—'
    where  deal_id = any(${ids}::bigint[]) and return_reason <> ''`.execute(ctx.db);
  await sql`
    update visits set cancel_reason = '—'
    where  deal_id = any(${ids}::bigint[]) and cancelled_at is not null`.execute(ctx.db);
}

async function forgetDeals(ctx: Ctx, ids: readonly number[]): Promise<void> {
  await forgetGuided(ctx, ids);
  await purgeHistoryOf(ctx, 'deal', ids);
  await removeEntries(ctx, 'deal', ids);
}
