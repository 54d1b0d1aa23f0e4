import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { purgeHistoryOf } from '../kernel/events/purge-personal-history.ts';
import { type Eraser, type PersonalDataSource, today } from '../subscribers/index.ts';

type Row = Record<string, unknown>;

const source = (
  section: string,
  choices: PersonalDataSource['choices'],
  select: (ids: readonly number[]) => ReturnType<typeof sql<Row>>,
): PersonalDataSource => ({
  section,
  ...(choices ? { choices } : {}),
  load: async (ctx, ids) => (await select(ids).execute(ctx.db)).rows,
});

/** Days noted of these, and of people of theirs, of whomever those were noted. */
const isDayOf = (ids: readonly number[]) => sql`(
  subscriber_id = any(${ids}::bigint[])
  or contact_person_id in (select id from contact_persons
                           where  subscriber_id = any(${ids}::bigint[])))`;

/** What we hold of a person as a client of the programme. */
export const toldOfClients: readonly PersonalDataSource[] = [
  source(
    'vip',
    {
      state: (value) => `choices.state.${value}`,
      tier: (value) => `choices.tier.${value}`,
      temper: (value) => `choices.temper.${value}`,
    },
    // vip_clients_pkey, vip_overrides_subscriber (subscriber_id)
    (ids) => sql<Row>`
      select v.state, v.tier, v.temper, v.member_since, v.drops_on, v.left_on, (
               select string_agg(o.reason, '; ' order by o.id) from vip_overrides o
               where  o.subscriber_id = any(${ids}::bigint[])) as reason
      from   vip_clients v where v.id = any(${ids}::bigint[])`,
  ),
  source(
    'vipOccasions',
    { kind: (value) => `occasionKinds.${value}` },
    // vip_occasions_subscriber (subscriber_id), vip_occasions_contact (contact_person_id)
    (ids) => sql<Row>`
      select kind, name, day, month, year, note from vip_occasions
      where  ${isDayOf(ids)} and removed_at is null order by id`,
  ),
  source(
    'vipGreetings',
    { way: (value) => `greetingWays.${value}` },
    // vip_greetings_subscriber_id_occasion_key_year_key
    (ids) => sql<Row>`
      select way, words, greeted_at from vip_greetings
      where  subscriber_id = any(${ids}::bigint[]) order by id`,
  ),
  source(
    'vipGifts',
    {
      state: (value) => `giftStates.${value}`,
      reaction: (value) => `reactions.${value}`,
    },
    // vip_gifts_subscriber (subscriber_id, deliver_on)
    (ids) => sql<Row>`
      select i.name as gift, f.recipient, f.deliver_on, f.state, f.cost_minor, f.reaction,
             f.reaction_note, f.note, f.overspend_reason,
             (select currency from operator_profile) as currency
      from   vip_gifts f join vip_gift_items i on i.id = f.item_id
      where  f.subscriber_id = any(${ids}::bigint[]) order by f.id`,
  ),
  source(
    'vipTerms',
    {
      kind: (value) => `terms.kinds.${value}`,
      state: (value) => `terms.states.${value}`,
    },
    // vip_terms_subscriber (subscriber_id, id desc)
    (ids) => sql<Row>`
      select kind, from_on, to_on, reason, state, end_reason from vip_terms
      where  subscriber_id = any(${ids}::bigint[]) order by id`,
  ),
  source(
    'vipEvents',
    {
      state: (value) => `guestStates.${value}`,
      prize: (value) => `prizes.${value}`,
    },
    // vip_event_guests_subscriber (subscriber_id), vip_events_pkey
    (ids) => sql<Row>`
      select e.name as event, e."on" as event_on, g.state, g.companions, g.companion_names,
             g.wishes, t.name as team, t.place, g.has_come, g.prize
      from   vip_event_guests g
      join   vip_events e on e.id = g.event_id
      left   join vip_event_teams t on t.id = g.team_id
      where  g.subscriber_id = any(${ids}::bigint[]) order by e."on", g.id`,
  ),
  source(
    'vipPlaybooks',
    { outcome: (value) => `playbookOutcomes.${value}` },
    // vip_playbook_runs_subscriber (subscriber_id), vip_playbook_deeds_pkey
    (ids) => sql<Row>`
      select p.name as playbook, w.started_at, w.outcome, (
               select string_agg(d.note, '; ' order by d.step) from vip_playbook_deeds d
               where  d.run_id = w.id and d.note <> '') as note
      from   vip_playbook_runs w join vip_playbooks p on p.id = w.playbook_id
      where  w.subscriber_id = any(${ids}::bigint[]) order by w.id`,
  ),
  source(
    'vipNotes',
    undefined,
    // vip_ticks_pkey (subscriber_id, line)
    (ids) => sql<Row>`
      select note, until_on from vip_ticks
      where  subscriber_id = any(${ids}::bigint[]) and note <> '' order by ticked_at, line`,
  ),
  source(
    'vipQuestions',
    undefined,
    // vip_escalations_subscriber (subscriber_id, asked_at desc)
    (ids) => sql<Row>`
      select words, asked_at, answer, answered_at from vip_escalations
      where  subscriber_id = any(${ids}::bigint[]) order by id`,
  ),
];

/** In place of words that are gone where there must be some. */
const GONE = '—';

/** Forgets what was said, days and names; that gifts were given and what they cost stays. */
export const clientEraser: Eraser = {
  erase: async (ctx, ids) => {
    const of = sql`subscriber_id = any(${ids}::bigint[])`;
    await sql`
      update vip_clients
      set    temper = null, state = case when state = 'member' then 'former' else state end,
             tier = null, drops_on = null, is_corporate = false, personal_manager_id = null,
             acting_id = null, team_id = null
      where  id = any(${ids}::bigint[])`.execute(ctx.db);
    await sql`
      delete from vip_merged_clients
      where  id = any(${ids}::bigint[]) or root_id = any(${ids}::bigint[])`.execute(ctx.db);
    await sql`update vip_overrides set reason = ${GONE} where ${of}`.execute(ctx.db);
    await sql`delete from vip_occasions where ${isDayOf(ids)}`.execute(ctx.db);
    await sql`delete from vip_ticks where ${of}`.execute(ctx.db);
    await sql`
      update vip_playbook_deeds set note = ''
      where  run_id in (select id from vip_playbook_runs where ${of})`.execute(ctx.db);
    await sql`
      update vip_playbook_runs
      set    step = null, due_on = null, outcome = 'given_up', ended_at = ${ctx.clock.now()},
             version = version + 1
      where  ${of} and ended_at is null`.execute(ctx.db);
    await sql`update vip_greetings set words = '' where ${of}`.execute(ctx.db);
    await sql`
      update vip_gift_items i set stock = i.stock + g.count, version = i.version + 1
      from  (select item_id, sum(count)::int as count from vip_gifts
             where  ${of} and state = 'approved' group by item_id) g
      where  i.id = g.item_id and i.stock is not null`.execute(ctx.db);
    const terms = await idsOf(
      ctx,
      sql`update vip_terms
          set    reason = ${GONE}, end_reason = '',
                 state = case when state in ('proposed', 'approved') then 'ended' else state end,
                 ended_at = case when state in ('proposed', 'approved') then ${ctx.clock.now()}
                                 else ended_at end
          where  ${of} returning id`,
    );
    const gifts = await idsOf(
      ctx,
      sql`update vip_gifts
          set    recipient = '', note = '', reaction_note = '', overspend_reason = '',
                 state = case when state in ('proposed', 'approved') then 'cancelled'
                              else state end
          where  ${of} returning id`,
    );
    const guests = await idsOf(
      ctx,
      sql`update vip_event_guests g
          set    companion_names = '', wishes = '',
                 state = case when e."on" >= ${today(ctx)}::date then 'withdrawn' else g.state end,
                 team_id = case when e."on" >= ${today(ctx)}::date then null else g.team_id end,
                 has_come = case when e."on" >= ${today(ctx)}::date and g.prize is null
                            then null else g.has_come end,
                 version = g.version + 1
          from   vip_events e
          where  e.id = g.event_id and g.${of} returning g.id`,
    );
    const asked = await idsOf(
      ctx,
      sql`update vip_escalations
          set    words = ${GONE}, answer = case when answer = '' then '' else ${GONE} end
          where  ${of} returning id`,
    );
    await purgeHistoryOf(ctx, 'vip_terms', terms);
    await purgeHistoryOf(ctx, 'vip_gift', gifts);
    await purgeHistoryOf(ctx, 'vip_event_guest', guests);
    await purgeHistoryOf(ctx, 'vip_escalation', asked);
  },
};

async function idsOf(ctx: Ctx, write: ReturnType<typeof sql>): Promise<number[]> {
  const { rows } = await (write as ReturnType<typeof sql<{ id: number }>>).execute(ctx.db);
  return rows.map(({ id }) => id);
}
