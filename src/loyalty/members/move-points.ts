import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { must } from '../../kernel/result.ts';
import { openDay, POINTS, postEntry } from '../../ledger/index.ts';
import { today } from '../../subscribers/index.ts';
import { stillHere } from './lots.ts';

type Move = {
  subscriberId: number;
  fromId: number;
  toId: number;
  /** Only of these earnings what is left. */
  lotIds?: readonly number[];
};

/**
 * Moves what lies in one wallet into another with the days on which it runs out: of each of the
 * later earnings what is not spent, for the oldest are spent first. What is owed moves as it is.
 * Both wallets are locked.
 */
export async function movePoints(ctx: Ctx, move: Move): Promise<void> {
  const { subscriberId, fromId, toId, lotIds } = move;
  // ledger_accounts_wallet, ledger_balances_pkey, ledger_postings_account
  const { rows: held } = await sql<{ points: number; lastId: number }>`
    select b.balance_minor as points,
           (select max(p.id) from ledger_postings p where p.ledger_account_id = l.id) as last_id
    from   ledger_accounts l join ledger_balances b on b.ledger_account_id = l.id
    where  l.wallet_id = ${fromId}`.execute(ctx.db);
  const { points = 0, lastId = 0 } = held[0] ?? {};
  const lots = points > 0 ? await lotsOf(ctx, { fromId, points, lotIds }) : [];
  const isOwed = points < 0 && lotIds === undefined;
  const all = isOwed ? points : lots.reduce((sum, lot) => sum + lot.points, 0);
  if (all === 0) return;
  const occurredOn = await openDay(ctx, today(ctx));
  const posted = must(
    await postEntry(ctx, {
      kind: 'points_pooled',
      // Each move is a line of the wallet that it empties, so the one before names it.
      key: `points pooled ${fromId} ${toId} after ${lastId}`,
      occurredOn,
      currency: POINTS,
      lines: [
        { side: { walletId: fromId }, amountMinor: -all },
        { side: { walletId: toId }, amountMinor: all },
      ],
    }),
  );
  if (lots.length === 0) return;
  const moved = lots.map((lot) => ({
    key: `moved ${lot.id} ${toId} ${posted.transactionId}`,
    subscriberId,
    walletId: toId,
    earnedOn: occurredOn,
    dueOn: occurredOn,
    points: lot.points,
    state: 'posted' as const,
    expiresOn: lot.expiresOn,
    transactionId: posted.transactionId,
    movedFromId: lot.id,
    madeAt: ctx.clock.now(),
  }));
  await ctx.db.insertInto('pointEarnings').values(moved).execute();
}

type Lot = { id: number; points: number; expiresOn: string };

/** What is not spent of each earning in a wallet in which so many points are. */
async function lotsOf(
  ctx: Ctx,
  { fromId, points, lotIds }: Pick<Move, 'fromId' | 'lotIds'> & { points: number },
): Promise<Lot[]> {
  // point_earnings_live (wallet_id, expires_on) where state = 'posted'
  const { rows } = await sql<Lot>`
    with lots as (
      select n.*, sum(n.points) over (order by n.expires_on desc, n.id desc) as with_later
      from  (select e.id, ${stillHere} as points, e.expires_on from point_earnings e
             where  e.wallet_id = ${fromId} and e.state = 'posted') n)
    select o.id, o.expires_on,
           least(o.points, ${points}::bigint - (o.with_later - o.points))::bigint as points
    from   lots o
    where  o.points > 0 and ${points}::bigint > o.with_later - o.points
    and    ${lotIds === undefined ? sql`true` : sql`o.id = any(${lotIds}::bigint[])`}
    order  by o.expires_on, o.id`.execute(ctx.db);
  return rows;
}

/** What waits to be posted goes to the wallet that they have now. */
export async function putInto(ctx: Ctx, subscriberId: number, walletId: number): Promise<void> {
  await ctx.db
    .updateTable('loyaltyMembers')
    .set({ walletId })
    .where('subscriberId', '=', subscriberId)
    .execute();
  // Of a day on which it changed both tell. wallet_spans_open (subscriber_id) where to_on is null
  await sql`
    update wallet_spans set to_on = ${today(ctx)}
    where  subscriber_id = ${subscriberId} and to_on is null`.execute(ctx.db);
  await ctx.db
    .insertInto('walletSpans')
    .values({ subscriberId, walletId, fromOn: today(ctx) })
    .execute();
  // point_earnings_subscriber (subscriber_id, earned_on desc)
  await sql`
    update point_earnings set wallet_id = ${walletId}
    where  subscriber_id = ${subscriberId} and state in ('pending', 'held')`.execute(ctx.db);
}
