import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { must } from '../../kernel/result.ts';
import { openDay, POINTS, postEntry } from '../../ledger/index.ts';
import { today } from '../../subscribers/index.ts';

type Move = { subscriberId: number; fromId: number; toId: number };

/**
 * Moves what lies in one wallet into another with the days on which it runs out: of each of the
 * later earnings what is not spent, for the oldest are spent first. Both wallets are locked.
 */
export async function movePoints(ctx: Ctx, { subscriberId, fromId, toId }: Move): Promise<void> {
  const occurredOn = await openDay(ctx, today(ctx));
  // ledger_accounts_wallet, point_earnings_live (wallet_id, expires_on) where state = 'posted'
  const { rows } = await sql<{ id: number; points: number; expiresOn: string }>`
    with held as (
      select b.balance_minor as points
      from   ledger_accounts l join ledger_balances b on b.ledger_account_id = l.id
      where  l.wallet_id = ${fromId}),
    lots as (
      select e.id, e.points, e.expires_on,
             sum(e.points) over (order by e.expires_on desc, e.id desc) as with_later
      from   point_earnings e where e.wallet_id = ${fromId} and e.state = 'posted')
    select o.id, o.expires_on,
           least(o.points, h.points - (o.with_later - o.points))::bigint as points
    from   lots o cross join held h
    where  h.points > o.with_later - o.points
    order  by o.expires_on, o.id`.execute(ctx.db);
  const all = rows.reduce((sum, { points }) => sum + points, 0);
  if (all === 0) return;
  const posted = must(
    await postEntry(ctx, {
      kind: 'points_pooled',
      key: `points pooled ${fromId} ${toId} lot ${rows.at(-1)?.id} ${all}`,
      occurredOn,
      currency: POINTS,
      lines: [
        { side: { walletId: fromId }, amountMinor: -all },
        { side: { walletId: toId }, amountMinor: all },
      ],
    }),
  );
  const moved = rows.map(({ id, points, expiresOn }) => ({
    key: `moved ${id} ${toId} ${posted.transactionId}`,
    subscriberId,
    walletId: toId,
    earnedOn: occurredOn,
    dueOn: occurredOn,
    points,
    state: 'posted' as const,
    expiresOn,
    transactionId: posted.transactionId,
    madeAt: ctx.clock.now(),
  }));
  await ctx.db.insertInto('pointEarnings').values(moved).execute();
}
