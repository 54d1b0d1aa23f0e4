import { sql } from 'kysely';
import type { Condition } from '../../kernel/conditions/condition.ts';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { Tick } from '../../kernel/wiring.ts';
import { meeting } from '../counting/meeting.ts';
import { replaceMembers } from './replace-members.ts';

/** A condition that asks for more than this is not counted, and says so. */
const LIMIT_MS = 300_000;
const STOPPED = '57014';

/**
 * Finds the members of dynamic segments whose time has come, one after another, each in a
 * transaction of its own. The row is held meanwhile, so that several workers do not count the same.
 */
export const recountTick: Tick = {
  name: 'segments.recount',
  everySeconds: 10,
  isOwnTransactions: true,
  run: async (ctx, signal) => {
    let isGoing = true;
    while (isGoing && !signal.aborted) isGoing = await recountNext(ctx);
  },
};

type Due = { id: number; condition: Condition; everyMinutes: number };

/** @returns whether there may be more to do */
async function recountNext(ctx: Ctx): Promise<boolean> {
  let due: Due | undefined;
  try {
    await inTransaction(ctx, async (tx) => {
      due = await holdNext(tx);
      if (due) await recount(tx, due);
    });
  } catch (error) {
    if (!due) throw error;
    // The others must not wait for one that cannot be counted.
    if (!isStopped(error)) ctx.log.error({ error, segment: due.id }, 'a segment was not counted');
    await postpone(ctx, due, isStopped(error) ? 'segments.count_too_long' : 'segments.not_counted');
  }
  return due !== undefined;
}

async function holdNext(ctx: Ctx): Promise<Due | undefined> {
  // segments_due (next_at) where next_at is not null
  const { rows } = await sql<Due>`
    select id, condition, every_minutes from segments
    where  next_at <= ${ctx.clock.now()} order by next_at, id limit 1
    for    update skip locked`.execute(ctx.db);
  return rows[0];
}

async function recount(ctx: Ctx, due: Due): Promise<void> {
  await sql`
    select set_config('work_mem', '128MB', true), set_config('jit', 'off', true),
           set_config('statement_timeout', ${String(LIMIT_MS)}, true)`.execute(ctx.db);
  const met = await meeting(ctx, due.condition);
  if (!met.ok) return postpone(ctx, due, met.failure.code);
  await replaceMembers(ctx, due.id, met.value.ids);
  await planNext(ctx, due);
}

const isStopped = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === STOPPED;

/** Whom a condition finds that cannot be asked is not known: who is in it stays as it was. */
async function postpone(ctx: Ctx, due: Due, failure: string): Promise<void> {
  await sql`update segments set failure = ${failure} where id = ${due.id}`.execute(ctx.db);
  await planNext(ctx, due);
}

async function planNext(ctx: Ctx, { id, everyMinutes }: Due): Promise<void> {
  const nextAt = new Date(ctx.clock.now().getTime() + everyMinutes * 60_000);
  await sql`update segments set next_at = ${nextAt} where id = ${id}`.execute(ctx.db);
}
