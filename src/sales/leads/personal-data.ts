import { sql } from 'kysely';
import { conversationsOf } from '../../conversations/index.ts';
import { purgeHistoryOf } from '../../kernel/events/purge-personal-history.ts';
import { removeEntries } from '../../kernel/search/index-entries.ts';
import { fail } from '../../kernel/result.ts';
import type { ClusterIds, Eraser, PersonalDataSource } from '../../subscribers/index.ts';
import { dealsForgotten, dealsOf } from '../deals/personal-data.ts';

/** Of these people: said to be theirs, out of a conversation of theirs, by a contact of theirs. */
const own = (ids: ClusterIds) => sql`(
  select id from leads where subscriber_id = any(${ids}::bigint[])
  union
  select l.id from ${conversationsOf(ids)} c join leads l on l.conversation_id = c.id
  where  l.subscriber_id is null
  union
  select l.id from contacts c join leads l on l.phone = c.value and l.phone <> ''
  where  c.subscriber_id = any(${ids}::bigint[]) and c.kind = 'phone' and l.subscriber_id is null
  union
  select l.id from contacts c join leads l on l.email = c.value and l.email <> ''
  where  c.subscriber_id = any(${ids}::bigint[]) and c.kind = 'email' and l.subscriber_id is null)`;

/** What became a deal is whose the deal is: the person of a newcomer's is made by connecting. */
const theirs = (ids: ClusterIds) => sql`(
  select id from ${own(ids)} o
  union
  select l.id from ${dealsForgotten(ids)} d join leads l on l.deal_id = d.id
  where  l.subscriber_id is null)`;

/** Leads that a person is told of. */
const told = (ids: ClusterIds) => sql`(
  select l.id from ${own(ids)} o join leads l on l.id = o.id
  where  l.subscriber_id is not null or not exists (
           -- Where somebody else has this phone too, each is told of his own alone.
           select from contacts c
           where  c.value in (l.phone, l.email) and c.kind in ('phone', 'email')
           and    c.removed_at is null and c.subscriber_id <> all(${ids}::bigint[]))
  union
  select l.id from ${dealsOf(ids)} d join leads l on l.deal_id = d.id
  where  l.subscriber_id is null)`;

/** What we were told of a person before there was a deal. */
export const personalData: PersonalDataSource = {
  section: 'leads',
  choices: { state: (value) => `leadStates.${value}` },
  load: async (ctx, ids) => {
    // leads_subscriber, leads_conversation_id_key, leads_phone, leads_email, leads_deal,
    // and contacts_value
    const { rows } = await sql<Record<string, unknown>>`
      select l.id as number, l.name, l.phone, l.email, l.address, l.flat, l.wanted, l.state,
             s.name as source, l.created_at as opened_at, l.decided_at as closed_at
      from   leads l left join lead_sources s on s.id = l.source_id
      where  l.id in ${told(ids)}
      order  by l.id`.execute(ctx.db);
    return rows;
  },
};

/** Forgets who it was; that there was a lead and what became of it stays, for figures count it. */
export const eraser: Eraser = {
  refuses: async (ctx, ids) => {
    const { rows } = await sql<{ id: number }>`
      select l.id from leads l where l.id in ${theirs(ids)} and l.state = 'new'
      order  by l.id limit 1`.execute(ctx.db);
    const [waiting] = rows;
    return waiting ? fail('sales.lead_waits', { number: waiting.id }).failure : null;
  },
  erase: async (ctx, ids) => {
    const { rows } = await sql<{ id: number }>`
      update leads
      set    name = '—', phone = '', email = '', address = '', building_id = null, flat = '',
             wanted = '', referral_code = '', decline_note = ''
      where  id in ${theirs(ids)}
      returning id`.execute(ctx.db);
    const erased = rows.map(({ id }) => id);
    await purgeHistoryOf(ctx, 'lead', erased);
    await removeEntries(ctx, 'lead', erased);
  },
};
