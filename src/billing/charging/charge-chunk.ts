import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { emit } from '../../kernel/events/journal.ts';
import type { Settings } from '../api/charging.ts';
import { changeStates } from '../states/change-states.ts';
import { chargeScope, type Sum } from './charge-scope.ts';
import { findLate } from './first-month.ts';
import { loadSettings } from './load-settings.ts';
import { openScope, termsOf } from './open-scope.ts';

/** Accounts in one transaction: many enough to be worth a plan, few enough not to be held long. */
const CHUNK = 20_000;

type Run = {
  id: number;
  fromMonth: string;
  throughAccountId: number;
  chunks: number;
  sums: Sum[];
};

type Step = { charges: number; suspended: number; resumed: number; sums: Sum[] };

const nothing: Step = { charges: 0, suspended: 0, resumed: 0, sums: [] };

/**
 * Charges the next accounts of the run that is going on, and notes how far it has come in the same
 * transaction. Where they cannot be charged together each is charged by itself, and those that
 * cannot are noted and left.
 * @returns whether there may be more to do
 */
export async function chargeNextChunk(ctx: Ctx, size = CHUNK): Promise<boolean> {
  const run = await findRun(ctx);
  if (!run) return false;
  const ids = await nextIds(ctx, run, size);
  const settings = await loadSettings(ctx);
  try {
    return await inTransaction(ctx, async (tx) => {
      if (!(await isStillAt(tx, run))) return true;
      if (ids === null) return finish(tx, run);
      const step = await chargeThese(tx, settings, run, ids, String(run.chunks));
      return note(tx, run, ids, step);
    });
  } catch (error) {
    if (ids === null) throw error;
    ctx.log.error({ error, run: run.id, ids }, 'a chunk of charges failed: now one by one');
    await chargeOneByOne(ctx, settings, run, ids);
    return true;
  }
}

async function findRun(ctx: Ctx): Promise<Run | null> {
  // charge_runs_unfinished
  const { rows } = await sql<Run>`
    select id, from_month, through_account_id, chunks, sums
    from   charge_runs where finished_at is null`.execute(ctx.db);
  return rows[0] ?? null;
}

/** Two workers never do one chunk: whoever comes second finds the run further on. */
async function isStillAt(ctx: Ctx, run: Run): Promise<boolean> {
  const { rows } = await sql`
    select from charge_runs
    where  id = ${run.id} and finished_at is null
    and    through_account_id = ${run.throughAccountId} for update`.execute(ctx.db);
  return rows.length > 0;
}

type Ids = { after: number; through: number; count: number };

async function nextIds(ctx: Ctx, run: Run, size: number): Promise<Ids | null> {
  const { rows } = await sql<{ through: number | null; count: number }>`
    select max(id) as through, count(*) as count
    from   (select id from accounts where id > ${run.throughAccountId}
            order by id limit ${size}) next`.execute(ctx.db);
  const { through = null, count = 0 } = rows[0] ?? {};
  return through === null ? null : { after: run.throughAccountId, through, count };
}

async function chargeThese(
  ctx: Ctx,
  settings: Settings,
  run: Run,
  { after, through }: Ids,
  part: string,
): Promise<Step> {
  const key = `charges of run ${run.id} part ${part}`;
  const all = sql`a.id > ${after} and a.id <= ${through}`;
  let scope = await openScope(ctx, settings, all);
  const { usual, accountIds } = await findLate(ctx, { after, through });
  const terms = termsOf(ctx, settings, usual);
  const charged = await chargeScope(ctx, terms, scope, { key, runId: run.id });
  if (accountIds.length > 0) {
    const late = await openScope(ctx, settings, sql`a.id = any(${accountIds}::bigint[])`);
    const earlier = termsOf(ctx, settings, run.fromMonth);
    const more = await chargeScope(ctx, earlier, late, { key: `${key} late`, runId: run.id });
    charged.charges += more.charges;
    charged.sums = addSums(charged.sums, more.sums);
    scope = await openScope(ctx, settings, all);
  }
  const changed = await changeStates(ctx, settings, terms, scope);
  const ids = [...changed.suspended, ...changed.resumed];
  const counts = { suspended: changed.suspended.length, resumed: changed.resumed.length };
  if (ids.length === 0) return { ...charged, ...counts };
  // What a suspension ends is given back at once, what a resumption begins is charged.
  const again = await openScope(ctx, settings, sql`a.id = any(${ids}::bigint[])`);
  const more = await chargeScope(ctx, terms, again, { key: `${key} again`, runId: run.id });
  return {
    ...counts,
    charges: charged.charges + more.charges,
    sums: addSums(charged.sums, more.sums),
  };
}

async function chargeOneByOne(
  ctx: Ctx,
  settings: Settings,
  run: Run,
  { after, through, count }: Ids,
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    if (!(await isStillAt(tx, run))) return;
    const { rows } = await sql<{ id: number }>`
      select id from accounts where id > ${after} and id <= ${through} order by id`.execute(tx.db);
    let done = nothing;
    for (const { id } of rows) {
      const one = { after: id - 1, through: id, count: 1 };
      const part = `${run.chunks} account ${id}`;
      done = addSteps(
        done,
        await tryOne(tx, run, id, () => chargeThese(tx, settings, run, one, part)),
      );
    }
    await note(tx, run, { after, through, count }, done);
  });
}

async function tryOne(
  ctx: Ctx,
  run: Run,
  accountId: number,
  charge: () => Promise<Step>,
): Promise<Step> {
  await sql`savepoint one_account`.execute(ctx.db);
  try {
    const step = await charge();
    await sql`release savepoint one_account`.execute(ctx.db);
    return step;
  } catch (thrown) {
    await sql`rollback to savepoint one_account`.execute(ctx.db);
    const error = thrown instanceof Error ? thrown.message : String(thrown);
    await ctx.db
      .insertInto('chargeFailures')
      .values({ runId: run.id, accountId, error: error.slice(0, 500) })
      .execute();
    return nothing;
  }
}

async function note(ctx: Ctx, run: Run, ids: Ids, step: Step): Promise<true> {
  await sql`
    update charge_runs
    set    through_account_id = ${ids.through}, chunks = chunks + 1,
           accounts = accounts + ${ids.count}, charges = charges + ${step.charges},
           suspended = suspended + ${step.suspended}, resumed = resumed + ${step.resumed},
           sums = ${JSON.stringify(addSums(run.sums, step.sums))}::jsonb
    where  id = ${run.id}`.execute(ctx.db);
  return true;
}

/** One event tells of the whole run. */
async function finish(ctx: Ctx, run: Run): Promise<false> {
  const facts = await ctx.db
    .updateTable('chargeRuns')
    .set({ finishedAt: ctx.clock.now() })
    .where('id', '=', run.id)
    .returning(['accounts', 'charges', 'suspended', 'resumed', 'sums'])
    .executeTakeFirstOrThrow();
  const failed = await ctx.db
    .selectFrom('chargeFailures')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('runId', '=', run.id)
    .executeTakeFirstOrThrow();
  await emit(ctx, {
    type: 'billing.charges_made',
    subject: { kind: 'charge_run', id: run.id },
    facts: { ...facts, failed: failed.count },
  });
  return false;
}

const addSteps = (one: Step, other: Step): Step => ({
  charges: one.charges + other.charges,
  suspended: one.suspended + other.suspended,
  resumed: one.resumed + other.resumed,
  sums: addSums(one.sums, other.sums),
});

function addSums(one: readonly Sum[], other: readonly Sum[]): Sum[] {
  const all = Map.groupBy([...one, ...other], ({ currency }) => currency);
  return [...all].map(([currency, sums]) => ({
    currency,
    chargedMinor: sums.reduce((total, sum) => total + sum.chargedMinor, 0),
    returnedMinor: sums.reduce((total, sum) => total + sum.returnedMinor, 0),
  }));
}
