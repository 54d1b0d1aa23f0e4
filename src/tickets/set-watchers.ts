import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { emit } from '../kernel/events/journal.ts';
import { type Done, type Fail, fail, ok, type Result } from '../kernel/result.ts';
import { canWork } from './record/can-work.ts';
import { lockTicket } from './record/lock-tickets.ts';

/** Says who hears of a ticket besides whoever has it. */
export async function setWatchers(
  ctx: Ctx,
  { id, watcherIds }: { id: number; watcherIds: readonly number[] },
): Promise<Result<Done>> {
  const locked = await lockTicket(ctx, id);
  if (!locked.ok) return locked;
  const before = await readWatchers(ctx, id);
  // Whoever left since they began to watch is no reason to refuse the others.
  const refusal = await checkWatchers(
    ctx,
    watcherIds.filter((one) => !before.includes(one)),
  );
  if (refusal) return refusal;
  const after = [...new Set(watcherIds)].toSorted((a, b) => a - b);
  if (JSON.stringify(before) === JSON.stringify(after)) return ok({});
  await ctx.db.deleteFrom('ticketWatchers').where('ticketId', '=', id).execute();
  await writeWatchers(ctx, id, after);
  await emit(ctx, {
    type: 'tickets.watchers_changed',
    subject: { kind: 'ticket', id },
    subscriberId: locked.value.subscriberId,
    facts: { number: id, before: { watcherIds: before }, after: { watcherIds: after } },
  });
  return ok({});
}

/** Lets more people hear of a ticket. @returns how many of them did not before */
export async function addWatchers(
  ctx: Ctx,
  id: number,
  more: readonly number[],
): Promise<Result<number>> {
  if (more.length === 0) return ok(0);
  const before = await readWatchers(ctx, id);
  const all = new Set([...before, ...more]);
  const set = await setWatchers(ctx, { id, watcherIds: [...all] });
  return set.ok ? ok(all.size - before.length) : set;
}

async function readWatchers(ctx: Ctx, ticketId: number): Promise<number[]> {
  // ticket_watchers_pkey
  const rows = await ctx.db
    .selectFrom('ticketWatchers')
    .select('staffId')
    .where('ticketId', '=', ticketId)
    .orderBy('staffId')
    .execute();
  return rows.map(({ staffId }) => staffId);
}

/** Only those hear of a ticket who may work on tickets. */
export async function checkWatchers(ctx: Ctx, given: readonly number[]): Promise<Fail | null> {
  const ids = [...new Set(given)];
  if (ids.length === 0) return null;
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from staff s join roles r on r.id = s.role_id
    where  s.id = any(${ids}::bigint[]) and s.disabled_at is null and ${canWork}`.execute(ctx.db);
  const code = 'tickets.cannot_work';
  return rows[0]?.count === ids.length ? null : fail(code, {}, { watcherIds: code });
}

export async function writeWatchers(
  ctx: Ctx,
  ticketId: number,
  ids: readonly number[],
): Promise<void> {
  if (ids.length === 0) return;
  await ctx.db
    .insertInto('ticketWatchers')
    .values([...new Set(ids)].map((staffId) => ({ ticketId, staffId })))
    .execute();
}
