import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emitMany } from '../../kernel/events/journal.ts';
import { serviceLimits } from '../slots.ts';

const MASS = 20;

/** Limits service for debt: it is given and charged as before, only less of it. */
export async function limitForDebt(ctx: Ctx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  // service_limits_pkey
  const { rows } = await sql<{ id: number }>`
    insert into service_limits (account_id, began_at)
    select id, ${ctx.clock.now()} from unnest(${[...ids]}::bigint[]) id order by id
    on     conflict (account_id) do nothing
    returning account_id as id`.execute(ctx.db);
  await tell(
    ctx,
    rows.map(({ id }) => id),
    true,
  );
}

/** Gives all of it again to those of the accounts that were limited. */
export async function liftLimits(ctx: Ctx, ids: readonly number[]): Promise<number> {
  if (ids.length === 0) return 0;
  // service_limits_pkey
  const { rows } = await sql<{ id: number }>`
    delete from service_limits where account_id = any(${[...ids]}::bigint[])
    returning account_id as id`.execute(ctx.db);
  await tell(
    ctx,
    rows.map(({ id }) => id),
    false,
  );
  return rows.length;
}

/** Says it in the journal, and to whatever gives the service. */
async function tell(ctx: Ctx, ids: readonly number[], isLimited: boolean): Promise<void> {
  if (ids.length === 0) return;
  // accounts_pkey
  const { rows } = await sql<{ id: number; number: string; subscriberId: number }>`
    select id, number, subscriber_id from accounts
    where  id = any(${[...ids]}::bigint[]) order by id`.execute(ctx.db);
  await emitMany(
    ctx,
    rows.map(({ id, number, subscriberId }) => ({
      type: isLimited ? 'billing.service_limited' : 'billing.limit_lifted',
      subject: { kind: 'account', id },
      subscriberId,
      facts: { account: number },
    })),
    { isTold: rows.length <= MASS },
  );
  for (const { piece } of serviceLimits.fills) await piece(ctx, { accountIds: ids, isLimited });
}
