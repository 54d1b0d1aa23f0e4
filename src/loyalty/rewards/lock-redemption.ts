import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { refuseVeiled, today } from '../../subscribers/index.ts';
import { reaches } from '../reach.ts';
import { canUndo } from './can-undo.ts';
import type { RedemptionState, RewardKind } from './kinds.ts';

export type Redemption = {
  id: number;
  rewardId: number;
  name: string;
  kind: RewardKind;
  subscriberId: number;
  state: RedemptionState;
  points: number;
  transactionId: number;
  accountId: number | null;
  discountId: number | null;
  subscriptionId: number | null;
  creditTransactionId: number | null;
  walletId: number;
  hasStock: boolean;
  canUndo: boolean;
};

/** Something that was given, locked, where the actor reaches whoever has it. */
export async function lockRedemption(ctx: Ctx, id: number): Promise<Result<Redemption>> {
  // redemptions_pkey, rewards_pkey, subscribers_pkey
  const { rows } = await sql<Redemption>`
    select d.id, d.reward_id, w.name, w.kind, d.subscriber_id, d.state, d.points,
           d.transaction_id, d.account_id, d.discount_id, d.subscription_id,
           d.credit_transaction_id, d.wallet_id,
           w.stock is not null as has_stock, ${canUndo(today(ctx))} as can_undo
    from   redemptions d
    join   rewards w on w.id = d.reward_id
    join   subscribers o on o.id = d.subscriber_id
    join   subscribers s on s.id = o.root_id
    where  d.id = ${id} and ${reaches(ctx, 'loyalty.work')}
    for    update of d`.execute(ctx.db);
  const [row] = rows;
  if (!row) return fail('loyalty.no_such_redemption');
  return (await refuseVeiled(ctx, [row.subscriberId])) ?? ok(row);
}
