import { sql } from 'kysely';
import { z } from 'zod';
import { makeCursor, placeAfter } from '../../kernel/api/cursor.ts';
import { DateOnly } from '../../kernel/api/shapes.ts';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';

export type Period = { from: string | null; to: string | null };

export type LineRow = {
  id: number;
  transactionId: number;
  on: string;
  kind: string;
  recordedAt: Date;
  amountMinor: number;
  balanceMinor: number;
};

const Place = z.tuple([DateOnly, z.int()]);

/**
 * Lines of one account in the order in which its owner lived them: by their day, then as they were
 * posted. The balance is the sum of all lines up to each one, so what is posted late for an earlier
 * day moves it in every line after that.
 */
export const linesOf = (accountId: number) => sql`
  line as (
    select p.id, t.id as transaction_id, t.occurred_on as "on", t.kind, t.recorded_at,
           p.amount_minor,
           (sum(p.amount_minor) over (order by t.occurred_on, p.id))::bigint as balance_minor
    from   ledger_accounts l
    join   ledger_postings p on p.ledger_account_id = l.id
    join   ledger_transactions t on t.id = p.transaction_id
    where  l.account_id = ${accountId})`;

const isWithin = ({ from, to }: Period) => sql`
  (${from}::date is null or line."on" >= ${from}) and (${to}::date is null or line."on" <= ${to})`;

export type Totals = {
  openingMinor: number;
  raisedMinor: number;
  loweredMinor: number;
  closingMinor: number;
  balanceMinor: number;
};

/** A page of them, the latest first, with the sums of the period: the lines are read once. */
export async function readLines(
  ctx: Ctx,
  accountId: number,
  page: Period & { cursor: string | undefined; limit: number },
): Promise<Result<{ lines: LineRow[]; totals: Totals; nextCursor: string | null }>> {
  const place = placeAfter(page.cursor, Place);
  if (!place.ok) return place;
  const [on, id] = place.value ?? [null, null];
  // Keys of accounts, ledger_postings_account (ledger_account_id, id desc), and of transactions.
  const { rows } = await sql<Totals & { lines: Stored[] }>`
    with   ${linesOf(accountId)},
    page as (
      select line.id, line.transaction_id, line."on", line.kind, line.recorded_at,
             line.amount_minor, line.balance_minor
      from   line
      where  ${isWithin(page)}
      and    (${id}::bigint is null or (line."on", line.id) < (${on}::date, ${id}::bigint))
      order  by line."on" desc, line.id desc
      limit  ${page.limit + 1})
    select ${totalsOf(page)},
           (select coalesce(jsonb_agg(jsonb_build_object(
              'id', p.id, 'transactionId', p.transaction_id, 'on', p."on", 'kind', p.kind,
              'recordedAt', p.recorded_at, 'amountMinor', p.amount_minor,
              'balanceMinor', p.balance_minor) order by p."on" desc, p.id desc), '[]')
            from page p) as lines
    from   line`.execute(ctx.db);
  const { lines: read, ...totals } = theOne(rows);
  const lines = read
    .slice(0, page.limit)
    .map((line) => ({ ...line, recordedAt: new Date(line.recordedAt) }));
  const last = read.length > page.limit ? lines.at(-1) : undefined;
  return ok({ lines, totals, nextCursor: last ? makeCursor([last.on, last.id]) : null });
}

type Stored = Omit<LineRow, 'recordedAt'> & { recordedAt: string };

/** What stood before the period, what came and went in it, what stood after; what stands now. */
export async function readTotals(ctx: Ctx, accountId: number, period: Period): Promise<Totals> {
  // As of the lines.
  const { rows } = await sql<Totals>`
    with   ${linesOf(accountId)}
    select ${totalsOf(period)} from line`.execute(ctx.db);
  return theOne(rows);
}

/** The sums of a period over lines `line`. */
export function totalsOf(period: Period) {
  const { from, to } = period;
  const total = (condition: ReturnType<typeof sql>) =>
    sql`coalesce(sum(line.amount_minor) filter (where ${condition}), 0)::bigint`;
  return sql`
    ${total(sql`line."on" < ${from}::date`)} as opening_minor,
    ${total(sql`line.amount_minor > 0 and ${isWithin(period)}`)} as raised_minor,
    ${total(sql`line.amount_minor < 0 and ${isWithin(period)}`)} as lowered_minor,
    ${total(sql`${to}::date is null or line."on" <= ${to}`)} as closing_minor,
    coalesce(sum(line.amount_minor), 0)::bigint as balance_minor`;
}

function theOne<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (!row) throw new Error('a sum always answers');
  return row;
}
