import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emitMany } from '../../kernel/events/journal.ts';
import type { Tick } from '../../kernel/wiring.ts';
import { today } from '../../subscribers/index.ts';
import { tellNews } from '../../work/index.ts';
import type { TermsKind } from '../kinds.ts';
import { leaders } from '../sheet/list-leaders.ts';
import { keepPeace } from './keep-peace.ts';

const BATCH = 200;

/** Ends terms whose last day is over, tells of those that end soon, and keeps accounts in peace. */
export const termsTick: Tick = {
  name: 'vip.terms',
  everySeconds: 300,
  run: async (ctx) => {
    await endDue(ctx);
    await tellEnding(ctx);
    await keepAll(ctx);
  },
};

type Told = { id: number; rootId: number; kind: string; toOn: string; actingId: number | null };

async function endDue(ctx: Ctx): Promise<void> {
  // vip_terms_running (to_on) where state = 'approved'
  const { rows } = await sql<Told>`
    update vip_terms t
    set    state = 'ended', ended_at = ${ctx.clock.now()}, version = t.version + 1
    from   subscribers s
    where  s.id = t.subscriber_id and t.id in (
      select id from vip_terms where state = 'approved' and to_on < ${today(ctx)}::date
      order  by to_on, id limit ${BATCH} for update skip locked)
    returning t.id, s.root_id, t.kind, t.to_on, null as acting_id`.execute(ctx.db);
  await tell(ctx, 'vip.terms_ended', rows);
}

/** Whoever leads the client is told once; of one whom nobody leads, the leaders. */
async function tellEnding(ctx: Ctx): Promise<void> {
  const day = today(ctx);
  // vip_terms_running (to_on) where state = 'approved', vip_clients_pkey, subscribers_pkey
  const { rows } = await sql<Told>`
    update vip_terms t set told_on = ${day}::date
    from   subscribers s join vip_clients v on v.id = s.root_id
    where  s.id = t.subscriber_id and t.id in (
      select w.id
      from   vip_terms w
      join   subscribers o on o.id = w.subscriber_id
      join   subscribers r on r.id = o.root_id and r.status <> 'left' and r.erased_at is null
      cross  join vip_terms_settings g
      where  w.state = 'approved' and w.told_on is null and w.to_on <= ${day}::date + g.notice_days
      order  by w.to_on, w.id limit ${BATCH} for update of w skip locked)
    returning t.id, s.root_id, t.kind, t.to_on, v.acting_id`.execute(ctx.db);
  if (rows.length === 0) return;
  await tell(ctx, 'vip.terms_ending', rows);
  const isLed = rows.every(({ actingId }) => actingId !== null);
  const leading = isLed ? [] : (await leaders(ctx)).map(({ id }) => id);
  const news = rows.flatMap(({ rootId, actingId }) =>
    (actingId === null ? leading : [actingId]).map((staffId) => ({ staffId, rootId })),
  );
  await tellNews(
    ctx,
    'vip',
    news.map(({ staffId, rootId: entityId }) => ({ staffId, entityId, reason: 'late' as const })),
  );
}

async function tell(ctx: Ctx, type: string, rows: readonly Told[]): Promise<void> {
  await emitMany(
    ctx,
    rows.map(({ id, rootId, kind, toOn }) => ({
      type,
      subject: { kind: 'vip_terms', id },
      subscriberId: rootId,
      facts: { kind, on: toOn },
    })),
  );
}

type Kept = { id: number; accountId: number; kind: TermsKind; value: number } & Period;
type Period = { fromOn: string; toOn: string | null };

/** Accounts that are not left in peace as long as their terms say. */
async function keepAll(ctx: Ctx): Promise<void> {
  const day = today(ctx);
  const shortOn = sql`(f.since_at at time zone ${ctx.operator.timeZone})::date`;
  // vip_terms_running (to_on) where state = 'approved', shortfalls_pkey, dunning_pauses_pkey
  const { rows } = await sql<Kept>`
    select t.id, t.account_id, t.kind, t.value, t.from_on, t.to_on
    from   vip_terms t
    join   accounts a on a.id = t.account_id and a.state <> 'closed'
    left   join shortfalls f on f.account_id = a.id
    left   join dunning_pauses p on p.account_id = a.id
    where  t.state = 'approved' and t.from_on <= ${day}::date
    and    case t.kind when 'longer'
             then ${shortOn} + t.value::int >= greatest(${day}::date, coalesce(p.until_on + 1, ${day}::date))
             else coalesce(p.until_on < least(coalesce(t.to_on, 'infinity'), ${day}::date + 7), true)
           end
    order  by t.id limit ${BATCH}`.execute(ctx.db);
  for (const { id, ...terms } of rows) await keepPeace(ctx, id, terms);
}
