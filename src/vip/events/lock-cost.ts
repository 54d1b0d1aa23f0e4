import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { type At, lockLed, type StoredEvent } from './lock-event.ts';

type Cost = At & {
  name: string;
  amountMinor: number;
  state: string;
  addedBy: number | null;
  event: StoredEvent;
};

/** A cost of an event that one leads; the event is locked first, as whoever spends locks it. */
export async function lockCost(ctx: Ctx, { id, version }: At): Promise<Result<Cost>> {
  // vip_event_costs_pkey
  const { rows } = await sql<{ eventId: number }>`
    select event_id from vip_event_costs where id = ${id}`.execute(ctx.db);
  const [of] = rows;
  if (!of) return fail('vip.no_such_cost');
  const locked = await lockLed(ctx, { id: of.eventId });
  if (!locked.ok) return locked;
  const cost = await ctx.db
    .selectFrom('vipEventCosts')
    .select(['id', 'version', 'name', 'amountMinor', 'state', 'addedBy'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (cost.version !== version) return fail('vip.changed_meanwhile');
  return ok({ ...cost, event: locked.value });
}
