import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { type Done, ok, type Result } from '../../kernel/result.ts';
import { lockAccount } from '../find-account.ts';
import { tellOfAccount } from '../tell-of-account.ts';

/** Says that somebody has called, where no message could be sent. */
export async function noteCalled(ctx: Ctx, { id }: { id: number }): Promise<Result<Done>> {
  const locked = await lockAccount(ctx, id, 'billing.serve');
  if (!locked.ok) return locked;
  // dunning_deeds_by_hand (account_id) where outcome = 'by_hand' and called_at is null
  const { numAffectedRows } = await sql`
    update dunning_deeds set called_at = ${ctx.clock.now()}, called_by = ${staffIdOf(ctx.actor)}
    where  account_id = ${id} and outcome = 'by_hand' and called_at is null`.execute(ctx.db);
  if ((numAffectedRows ?? 0n) > 0n) await tellOfAccount(ctx, 'billing.debtor_called', locked.value);
  return ok({});
}
