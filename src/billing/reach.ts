import { type Expression, type SqlBool, sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { visibleTo } from '../kernel/db/visible-to.ts';

export type BillingPermission =
  | 'billing.view'
  | 'billing.propose_correction'
  | 'billing.payments'
  | 'billing.refund'
  | 'billing.cash'
  | 'billing.bank'
  | 'billing.papers'
  | 'billing.serve'
  | 'billing.promise'
  | 'billing.adjust'
  | 'billing.advisor';

/** Whose an account is: of the root `r` of its holder. Goes after `accounts a`. */
export const holderJoins = sql`
  join subscribers own on own.id = a.subscriber_id
  join subscribers r on r.id = own.root_id`;

/** Whose accounts a permission reaches; goes with `holderJoins`. */
export function reachesAccount(ctx: Ctx, permission: BillingPermission): Expression<SqlBool> {
  return visibleTo(ctx, permission, { owner: 'r.ownerStaffId', team: 'r.teamId' });
}

/** Whose proposals somebody may decide upon, as a condition on `corrections c`. */
export function reachesProposal(ctx: Ctx): Expression<SqlBool> {
  const proposer = { owner: 'c.proposedBy', team: 'c.teamId' };
  return visibleTo(ctx, 'billing.approve_correction', proposer);
}
