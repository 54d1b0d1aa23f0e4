import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Eraser, PersonalDataSource } from '../../subscribers/index.ts';

type Row = Record<string, unknown>;
type Ids = Parameters<Eraser['erase']>[1];

/** What we hold of how a person left, and of another operator who asked for their number. */
export const toldOfExits: readonly PersonalDataSource[] = [
  {
    section: 'exits',
    choices: { leavingFee: (value) => `exit.fees.${value}` },
    load: loadExits,
  },
  {
    section: 'portNotices',
    choices: {
      decision: (value) => `notice.decisions.${value}`,
      ground: (value) => `notice.grounds.${value}`,
    },
    load: loadNotices,
  },
];

async function loadExits(ctx: Ctx, ids: Ids): Promise<Row[]> {
  // retention_cases_subscriber (subscriber_id, opened_at desc), case_exits_pkey
  const { rows } = await sql<Row>`
    select e.number, e.applied_on, e.ends_on, e.leaving_fee, e.fee_minor, e.words,
           e.balance_minor, e.final_minor, e.currency, e.closed_at, (
             select string_agg(concat_ws(' ', q.name, nullif(q.serial, '')), '; ' order by q.id)
             from   exit_equipment q where q.case_id = e.case_id) as equipment
    from   case_exits e join retention_cases c on c.id = e.case_id
    where  c.subscriber_id = any(${ids}::bigint[]) order by e.case_id`.execute(ctx.db);
  return rows;
}

async function loadNotices(ctx: Ctx, ids: Ids): Promise<Row[]> {
  // retention_cases_subscriber (subscriber_id, opened_at desc), port_notices_case
  const { rows } = await sql<Row>`
    select n.number as phone, n.operator, n.came_at, n.due_at, n.decision, n.ground, n.decided_at,
           a.number as ended_account, n.called_off_at
    from   port_notices n
    join   retention_cases c on c.id = n.case_id
    left   join accounts a on a.id = n.account_id
    where  c.subscriber_id = any(${ids}::bigint[]) order by n.id`.execute(ctx.db);
  return rows;
}

/**
 * Forgets what was written of why, and the number that was asked for. Sums and days stay, for they
 * are of money; our equipment stays, for we look for it by its number.
 */
export const exitEraser: Eraser = {
  erase: async (ctx, ids) => {
    const theirs = sql`
      case_id in (select id from retention_cases where subscriber_id = any(${ids}::bigint[]))`;
    await sql`update case_exits set words = '' where ${theirs}`.execute(ctx.db);
    // Those that nobody has decided are told apart. port_notices_case, port_notices_undecided
    await sql`
      update port_notices n set number = concat_ws(' ', '—', nullif(o.place, 1))
      from  (select id, case when decision is null
                             then row_number() over (partition by case_id, decision order by id)
                             else 1 end as place
             from   port_notices where ${theirs}) o
      where  n.id = o.id`.execute(ctx.db);
  },
};
