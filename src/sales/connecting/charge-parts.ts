import { sql } from 'kysely';
import { chargeFor, holdAccounts } from '../../billing/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Tick } from '../../kernel/wiring.ts';
import { today } from '../../subscribers/index.ts';
import type { Accepted } from '../quotes/find-accepted.ts';
import { partOf } from '../quotes/parts.ts';
import { partWords } from './part-words.ts';

const MOST_AT_ONCE = 200;

/** Plans what is taken for the connection: the first part today, each further one a month later. */
export async function planParts(ctx: Ctx, connectionId: number, quote: Accepted): Promise<void> {
  const line = quote.lines.find(({ productVersionId }) => productVersionId === null);
  if (!line) return;
  const rows = Array.from({ length: quote.parts }, (_, at) => ({
    number: at + 1,
    minor: partOf(quote, at + 1),
    words: partWords(ctx.operator.language, line.name, { number: at + 1, of: quote.parts }),
  }));
  await sql`
    insert into connection_parts (connection_id, number, due_on, amount_minor, words)
    select ${connectionId}, p.number, (${today(ctx)}::date + make_interval(months => p.number - 1))::date,
           p.minor, p.words
    from   jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
             as p (number integer, minor bigint, words text)`.execute(ctx.db);
}

type Due = {
  connectionId: number;
  number: number;
  accountId: number;
  amountMinor: number;
  words: string;
};

/**
 * Charges parts whose day has come, each in the transaction that marks it charged, so that none is
 * taken twice; a closed account owes them too, and only of whoever was erased are they dropped.
 * Accounts are held before parts, as whoever closes one holds them.
 */
export async function chargeParts(ctx: Ctx, connectionId?: number): Promise<void> {
  const only = connectionId === undefined ? sql`true` : sql`p.connection_id = ${connectionId}`;
  // connection_parts_due (due_on) where charged_at is null and dropped_at is null
  const due = sql`
    from   connection_parts p join deal_connections c on c.id = p.connection_id
    where  p.charged_at is null and p.dropped_at is null and p.due_on <= ${today(ctx)} and ${only}`;
  const inOrder = sql`order by p.due_on, p.connection_id, p.number limit ${MOST_AT_ONCE}`;
  const found = await sql<Pick<Due, 'accountId'>>`select c.account_id ${due} ${inOrder}`.execute(
    ctx.db,
  );
  const accountIds = found.rows.map(({ accountId }) => accountId);
  await holdAccounts(ctx, accountIds);
  const { rows } = await sql<Due>`
    select p.connection_id, p.number, c.account_id, p.amount_minor, p.words ${due}
    and    c.account_id = any(${accountIds}::bigint[]) ${inOrder}
    for    update of p skip locked`.execute(ctx.db);
  const now = ctx.clock.now();
  for (const { connectionId: of, number, accountId, amountMinor, words } of rows) {
    const charged = await chargeFor(ctx, { id: accountId, amountMinor, words });
    await ctx.db
      .updateTable('connectionParts')
      .set(charged.ok ? { chargedAt: now } : { droppedAt: now })
      .where('connectionId', '=', of)
      .where('number', '=', number)
      .execute();
  }
}

export const partsTick: Tick = {
  name: 'sales.connection_parts',
  everySeconds: 600,
  run: (ctx) => chargeParts(ctx),
};

/** Who leaves owes the rest at once, as the quote says: charged while the account still stands. */
export async function chargeRest(ctx: Ctx, { accountId }: { accountId: number }): Promise<void> {
  // deal_connections_account (account_id), connection_parts_pkey
  const { rows } = await sql<{ id: number }>`
    update connection_parts p set due_on = least(p.due_on, ${today(ctx)}::date)
    from   deal_connections c
    where  c.account_id = ${accountId} and c.id = p.connection_id
    and    p.charged_at is null and p.dropped_at is null
    returning c.id`.execute(ctx.db);
  // Whoever may close an account need not be one who may charge for services.
  const system: Ctx = { ...ctx, actor: { kind: 'system', name: 'sales.connection_parts' } };
  for (const id of new Set(rows.map((one) => one.id))) await chargeParts(system, id);
}

/** What of accounts is not charged yet, whatever its day. @returns account → minor units */
export async function restOf(
  ctx: Ctx,
  accountIds: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  // deal_connections_account (account_id), connection_parts_pkey
  const { rows } = await sql<{ accountId: number; minor: number }>`
    select c.account_id, sum(p.amount_minor)::bigint as minor
    from   deal_connections c join connection_parts p on p.connection_id = c.id
    where  c.account_id = any(${[...accountIds]}::bigint[])
    and    p.charged_at is null and p.dropped_at is null
    group  by c.account_id`.execute(ctx.db);
  return new Map(rows.map(({ accountId, minor }) => [accountId, minor]));
}
