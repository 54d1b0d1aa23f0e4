import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { Tick } from '../../kernel/wiring.ts';
import { startNorm } from '../../norms/index.ts';
import { mayHear, today } from '../../subscribers/index.ts';
import { isResting } from '../contacts/contacts-made.ts';
import { hasSaidNever } from '../contacts/said-never.ts';
import { isSold } from '../offers/kinds.ts';
import { careActions } from '../plan/action-keys.ts';
import { isCallTime } from '../plays/settings.ts';

/** What is to be done for somebody of a list is done within a working day of being handed out. */
export const careNorm = { kind: 'retention.care', targetSeconds: 8 * 3600 } as const;

/** So many at once of what takes no call. */
const BATCH = 500;

/** Hands out each list's tasks of the day, the most expected first. */
export const careTick: Tick = {
  name: 'retention.care_lists',
  everySeconds: 300,
  run: async (outer) => {
    // care_lists_running
    const { rows } = await sql<{ id: number }>`
      select id from care_lists where ended_at is null order by id`.execute(outer.db);
    for (const { id } of rows) await inTransaction(outer, (ctx) => openTasks(ctx, id));
  },
};

/**
 * Opens a list's tasks up to what may be called a day, as long as what was spent and what is open
 * leaves money for them, while it is an hour at which people may be called: what came up by night
 * would be done the day after, besides that day's own; what takes no call does not wait for it.
 * Whom plays or other lists have turned to meanwhile waits till they have had their rest. Whoever
 * has left, or wants to, since the list was made is dropped: they are the save desk's; so is who
 * would not hear of it any more.
 */
async function openTasks(ctx: Ctx, id: number): Promise<void> {
  const now = ctx.clock.now();
  const isOpenHour = await isCallTime(ctx);
  const { dueAt } = await startNorm(ctx, careNorm.kind, now);
  const { rows } = await sql<{ callsLeft: number; leftMinor: number }>`
    select l.budget_minor - ${boundMinor(sql`l.id`)} as left_minor, greatest(0, l.daily_calls - (
             select count(*) from care_list_members m
             where  m.list_id = l.id and m.takes_call
             and    m.opened_at >= ${today(ctx)}::date::timestamp
                                     at time zone ${ctx.operator.timeZone}))::int as calls_left
    from   care_lists l where l.id = ${id} and l.ended_at is null for update`.execute(ctx.db);
  const [list] = rows;
  if (!list) return;
  await dropGone(ctx, id, now);
  // care_list_members_waiting (list_id, place) where state = 'waiting'; the most expected first,
  // and what costs nothing in any case
  const free = sql`care_list_members m join subscribers s on s.id = m.subscriber_id
       where  m.list_id = ${id} and m.state = 'waiting'
       and    not ${isResting(sql`s.root_id`, now)}`;
  await sql`
    with next as (
      (select m.subscriber_id, m.place, m.cost_minor from ${free} and m.takes_call
       order  by m.place limit ${isOpenHour ? list.callsLeft : 0})
      union all
      (select m.subscriber_id, m.place, m.cost_minor from ${free} and not m.takes_call
       order  by m.place limit ${BATCH})),
    paid as (
      select subscriber_id, cost_minor, sum(cost_minor) over (order by place) as by_then
      from   next)
    update care_list_members m
    set    state = 'open', opened_at = ${now}, starts_at = ${now}, due_at = ${dueAt}
    from   paid p
    where  m.list_id = ${id} and m.subscriber_id = p.subscriber_id
    and   (p.by_then <= ${list.leftMinor} or p.cost_minor = 0)`.execute(ctx.db);
}

/** What a list has spent, and what its open tasks are expected to cost. */
export const boundMinor = (list: RawBuilder<unknown>): RawBuilder<number> => sql<number>`
  (select coalesce(sum(case when b.state = 'open' then greatest(b.cost_minor, b.spent_minor)
                            else b.spent_minor end), 0)::bigint
   from   care_list_members b where b.list_id = ${list})`;

async function dropGone(ctx: Ctx, id: number, now: Date): Promise<void> {
  const at = sql`${now}::timestamptz`;
  const hears = (isAd: boolean) => mayHear(sql`r.id`, { isSold: isAd, by: 'phone', at });
  // care_list_members_pkey, subscribers_root (root_id), retention_cases_subscriber
  await sql`
    update care_list_members m set state = 'dropped', done_at = ${now}
    from   subscribers s join subscribers r on r.id = s.root_id
    where  m.list_id = ${id} and m.state in ('waiting', 'open') and s.id = m.subscriber_id
    and   (r.status = 'left' or r.left_on is not null or r.erased_at is not null
           or not ${hears(false)} or ${hasSaidNever(sql`r.id`)}
           or m.action = any(${careActions.filter(isSold)}::text[]) and not ${hears(true)}
           or exists (
             select from subscribers o join retention_cases c on c.subscriber_id = o.id
             where  o.root_id = r.id and c.state = 'open'))`.execute(ctx.db);
}
