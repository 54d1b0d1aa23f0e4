import { type RawBuilder, sql } from 'kysely';
import { type Ctx, reachOf, staffIdOf } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';

export type Dealer = {
  id: number;
  name: string;
  currency: string;
  creditLimitMinor: number;
  isArchived: boolean;
  version: number;
};

const columns = sql`
  d.id, d.name, d.currency, d.credit_limit_minor, d.archived_at is not null as is_archived,
  d.version`;

export type DealersPermission =
  | 'dealers.view'
  | 'dealers.manage'
  | 'dealers.cards'
  | 'dealers.pins';

/** Dealers and cards are the operator's: whoever reaches less than all of them reaches none. */
export const withAll = (ctx: Ctx, permission: DealersPermission): RawBuilder<boolean> =>
  reachOf(ctx.actor, permission) === 'all' ? sql`true` : sql`false`;

/** A dealer as the operator's own people reach it: all of them, or none. */
export async function findDealer(
  ctx: Ctx,
  id: number,
  permission: DealersPermission,
  options: { isLocked?: boolean } = {},
): Promise<Result<Dealer>> {
  // dealers_pkey
  const { rows } = await sql<Dealer>`
    select ${columns} from dealers d
    where  d.id = ${id} and ${withAll(ctx, permission)}
    ${options.isLocked ? sql`for no key update` : sql``}`.execute(ctx.db);
  return rows[0] ? ok(rows[0]) : fail('dealers.no_such_dealer');
}

/**
 * The dealer that the actor works for: in a cabinet nobody reaches another's rows, whatever the
 * reach of their permission.
 * @param options.isLocked for what the credit limit is asked about: two such deeds come one by one
 */
export async function ownDealer(
  ctx: Ctx,
  options: { isLocked?: boolean } = {},
): Promise<Result<Dealer>> {
  // dealer_staff_pkey, dealers_pkey
  const { rows } = await sql<Dealer>`
    select ${columns} from dealer_staff p join dealers d on d.id = p.dealer_id
    where  p.staff_id = ${staffIdOf(ctx.actor)} and d.archived_at is null
    ${options.isLocked ? sql`for no key update of d` : sql``}`.execute(ctx.db);
  return rows[0] ? ok(rows[0]) : fail('dealers.no_cabinet');
}

/** What stands on a dealer in the ledger; below zero it owes. */
export async function balanceOf(ctx: Ctx, dealerId: number): Promise<number> {
  // ledger_accounts_dealer (dealer_id, currency), ledger_balances_pkey
  const { rows } = await sql<{ minor: number }>`
    select coalesce(sum(b.balance_minor), 0)::bigint as minor
    from   ledger_accounts l join ledger_balances b on b.ledger_account_id = l.id
    where  l.dealer_id = ${dealerId}`.execute(ctx.db);
  return rows[0]?.minor ?? 0;
}

/**
 * Whether a dealer may owe, or hold in cards, so much more. Asked with the dealer locked.
 * @returns null, or the refusal
 */
export async function refuseAboveCredit(
  ctx: Ctx,
  dealer: Dealer,
  moreMinor: number,
): Promise<Result<never> | null> {
  // dealer_hands_pkey (dealer_id, batch_id), card_batches_pkey
  const { rows } = await sql<{ minor: number }>`
    select coalesce(sum(h.cards * b.value_minor), 0)::bigint as minor
    from   dealer_hands h join card_batches b on b.id = h.batch_id
    where  h.dealer_id = ${dealer.id}`.execute(ctx.db);
  const heldMinor = rows[0]?.minor ?? 0;
  const balanceMinor = await balanceOf(ctx, dealer.id);
  const isWithin = heldMinor - balanceMinor + moreMinor <= dealer.creditLimitMinor;
  return isWithin ? null : fail('dealers.above_credit');
}
