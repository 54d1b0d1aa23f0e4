import { sql } from 'kysely';
import { findAccount, holderJoins } from '../../billing/index.ts';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { visibleTo } from '../../kernel/db/visible-to.ts';
import { fail, type Result } from '../../kernel/result.ts';
import { type Activated, activateCard, type Holder } from './activate-card.ts';
import { tryPin } from './try-pin.ts';

/** For an agent to whom a subscriber has told the PIN: says what is wrong with the card. */
export async function activateForAccount(
  ctx: Ctx,
  { id, pin }: { id: number; pin: string },
): Promise<Result<Activated>> {
  const found = await inTransaction(ctx, (tx) => findHolder(tx, id));
  if (!found.ok) return found;
  const counted = [
    { by: 'account', of: found.value.number },
    { by: 'staff', of: staffIdOf(ctx.actor) ?? 0 },
  ] as const;
  return tryPin(ctx, counted, (tx) => activateCard(tx, pin, found.value));
}

/** An open account that the agent may see, and may credit cards to. */
async function findHolder(ctx: Ctx, id: number): Promise<Result<Holder>> {
  const mine = visibleTo(ctx, 'dealers.activate', { owner: 'r.ownerStaffId', team: 'r.teamId' });
  // accounts_pkey, subscribers_pkey
  const { rows } = await sql`
    select from accounts a ${holderJoins}
    where  a.id = ${id} and a.state <> 'closed' and ${mine}`.execute(ctx.db);
  return rows.length === 0 ? fail('billing.no_such_account') : findAccount(ctx, id, 'billing.view');
}
