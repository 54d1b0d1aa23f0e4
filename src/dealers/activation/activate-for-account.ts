import { sql } from 'kysely';
import { findAccount, holderJoins } from '../../billing/index.ts';
import { type Actor, type Ctx, staffIdOf } from '../../kernel/context.ts';
import { visibleTo } from '../../kernel/db/visible-to.ts';
import { fail, type Result } from '../../kernel/result.ts';
import { type Activated, activateCard, type Holder } from './activate-card.ts';
import type { Counted } from './attempts.ts';
import { tryPin } from './try-pin.ts';

/** For an agent to whom a subscriber has told the PIN: says what is wrong with the card. */
export async function activateForAccount(
  ctx: Ctx,
  { id, pin }: { id: number; pin: string },
): Promise<Result<Activated>> {
  const found = await findHolder(ctx, id);
  if (!found.ok) return found;
  const caller = callerOf(ctx.actor);
  const account = `${found.value.number} by ${caller.by} ${caller.of}`;
  const counted = [{ by: 'account', of: account }, caller] as const;
  return tryPin(ctx, counted, (tx) => activateCard(tx, pin, found.value));
}

/** A program is counted by its key, whoever made it. */
function callerOf(actor: Actor): Counted {
  const keyId = 'apiKeyId' in actor ? actor.apiKeyId : undefined;
  if (keyId !== undefined) return { by: 'key', of: keyId };
  return { by: 'staff', of: staffIdOf(actor) ?? 0 };
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
