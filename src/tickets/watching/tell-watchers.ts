import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { type News, tellNews } from '../../work/index.ts';
import type { Stored, Values } from '../record/values.ts';

type Reason = News['reason'];
type Told = { ticketId: number; reason: Reason };

/** Tells those who watch these tickets, but not whoever did it. */
export async function tellOfNews(ctx: Ctx, told: readonly Told[]): Promise<void> {
  if (told.length === 0) return;
  const reasons = new Map(told.map(({ ticketId, reason }) => [ticketId, reason]));
  // ticket_watchers_pkey
  const { rows } = await sql<{ staffId: number; ticketId: number }>`
    select staff_id, ticket_id from ticket_watchers
    where  ticket_id = any(${[...reasons.keys()]}::bigint[])
    and    staff_id is distinct from ${staffIdOf(ctx.actor)}`.execute(ctx.db);
  await tellNews(
    ctx,
    'tickets',
    rows.map(({ staffId, ticketId: entityId }) => ({
      staffId,
      entityId,
      reason: reasons.get(entityId) ?? 'noted',
    })),
  );
}

type Changed = { before: Stored; after: Values };

/**
 * Tells of tickets that were turned or passed on. Whoever is given one by somebody else is told as
 * well; of many at once nobody is, for the list shows them.
 */
export async function tellWatchers(
  ctx: Ctx,
  changed: readonly Changed[],
  { isOfMany }: { isOfMany: boolean },
): Promise<void> {
  const by = staffIdOf(ctx.actor);
  await tellOfNews(
    ctx,
    changed.flatMap(({ before, after }): Told[] => {
      const ticketId = before.id;
      if (before.ownerStaffId !== after.ownerStaffId) return [{ ticketId, reason: 'passed_on' }];
      return before.state === after.state ? [] : [{ ticketId, reason: 'turned' }];
    }),
  );
  if (isOfMany) return;
  await tellNews(
    ctx,
    'tickets',
    changed.flatMap(({ before, after: { ownerStaffId } }): News[] =>
      ownerStaffId === null || ownerStaffId === before.ownerStaffId || ownerStaffId === by
        ? []
        : [{ staffId: ownerStaffId, entityId: before.id, reason: 'given' }],
    ),
  );
}
