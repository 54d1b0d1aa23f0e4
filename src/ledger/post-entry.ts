import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { namesOf, type Side } from './sides.ts';

export type Entry = {
  /** What it is, e.g. `payment`, `card_activation`. */
  kind: string;
  /** The same key never posts twice. */
  key: string;
  /** `YYYY-MM-DD`, an open day. */
  occurredOn: string;
  currency: string;
  /** Minor units; what one gives others get, so they sum to zero. */
  lines: readonly { side: Side; amountMinor: number }[];
  facts?: Record<string, unknown>;
};

export type Posted = {
  transactionId: number;
  /** Whether this call posted it, and not one before. */
  isNew: boolean;
};

/**
 * Posts one movement between few sides, in two statements: a payment, a card, a settlement.
 * @returns the transaction, with nothing posted where the key was posted before with the very same.
 * Fails with `ledger.not_whole`, `ledger.unbalanced`, `ledger.day_closed`, and `ledger.key_reused`
 * where the key was posted with anything else
 */
export async function postEntry(ctx: Ctx, entry: Entry): Promise<Result<Posted>> {
  const { lines } = entry;
  if (lines.some((line) => !Number.isSafeInteger(line.amountMinor) || line.amountMinor === 0)) {
    return fail('ledger.not_whole');
  }
  if (lines.reduce((sum, line) => sum + line.amountMinor, 0) !== 0 || lines.length === 0) {
    return fail('ledger.unbalanced');
  }
  const before = await look(ctx, entry);
  if (before.posted) return before.posted;
  if (before.isClosed) return fail('ledger.day_closed');
  const sides =
    before.sides.length === idsWanted(entry) ? before.sides : await openSides(ctx, entry);
  const posted = await post(ctx, entry, sides);
  if (posted !== null) return ok({ transactionId: posted, isNew: true });
  // Somebody posted it between our look and our insert.
  const beaten = (await look(ctx, entry)).posted;
  if (!beaten) throw new Error('a key is taken by a transaction that is not there');
  return beaten;
}

type SideRow = { id: number; kind: string; accountId: number | null; dealerId: number | null };

/** What was posted under the key, whether the day is closed, and the sides that there are. */
async function look(
  ctx: Ctx,
  entry: Entry,
): Promise<{ posted: Result<Posted> | null; isClosed: boolean; sides: SideRow[] }> {
  const { accountIds, dealerIds, own } = wanted(entry);
  // By ledger_transactions_key_key, ledger_closings_closed_through_key, ledger_accounts_account,
  // ledger_accounts_dealer and ledger_accounts_own.
  const { rows } = await sql<{
    found: { id: number; hash: string | null } | null;
    closed: string | null;
    sides: SideRow[];
  }>`
    select (select jsonb_build_object('id', id, 'hash', content_hash)
            from   ledger_transactions where key = ${entry.key}) as found,
           (select max(closed_through) from ledger_closings) as closed,
           (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'kind', a.kind,
                     'accountId', a.account_id, 'dealerId', a.dealer_id)), '[]')
            from (
              select id, kind, account_id, dealer_id from ledger_accounts
              where  account_id = any(${accountIds}::bigint[]) and currency = ${entry.currency}
              union all
              select id, kind, account_id, dealer_id from ledger_accounts
              where  dealer_id = any(${dealerIds}::bigint[]) and currency = ${entry.currency}
              union all
              select id, kind, account_id, dealer_id from ledger_accounts
              where  kind = any(${own}::text[]) and currency = ${entry.currency}
              and    account_id is null and dealer_id is null) a) as sides`.execute(ctx.db);
  const row = rows[0];
  if (!row) throw new Error('a select without a table has a row');
  const isSame = row.found?.hash === hashOf(entry);
  const posted = row.found
    ? isSame
      ? ok({ transactionId: row.found.id, isNew: false })
      : fail('ledger.key_reused')
    : null;
  return {
    posted,
    isClosed: row.closed !== null && entry.occurredOn <= row.closed,
    sides: row.sides,
  };
}

function wanted({ lines }: Entry): { accountIds: number[]; dealerIds: number[]; own: string[] } {
  const names = lines.map(({ side }) => namesOf(side));
  return {
    accountIds: names.flatMap(({ accountId }) => accountId ?? []),
    dealerIds: names.flatMap(({ dealerId }) => dealerId ?? []),
    own: names.flatMap(({ kind, accountId, dealerId }) => ((accountId ?? dealerId) ? [] : kind)),
  };
}

const idsWanted = ({ lines }: Entry): number =>
  new Set(lines.map(({ side }) => JSON.stringify(namesOf(side)))).size;

/** A side that moves money for the first time gets its row. */
async function openSides(ctx: Ctx, entry: Entry): Promise<SideRow[]> {
  const names = JSON.stringify(entry.lines.map(({ side }) => namesOf(side)));
  await sql`
    insert into ledger_accounts (kind, account_id, dealer_id, currency)
    select distinct l.kind, l."accountId", l."dealerId", ${entry.currency}
    from   jsonb_to_recordset(${names}::jsonb)
             as l(kind text, "accountId" bigint, "dealerId" bigint)
    on     conflict do nothing`.execute(ctx.db);
  const { sides } = await look(ctx, entry);
  if (sides.length !== idsWanted(entry)) {
    throw new Error(`a side keeps its money in another currency than ${entry.currency}`);
  }
  return sides;
}

/** Tells two entries of one key apart. The day is left out: a repeat may come on the next. */
function hashOf({ kind, currency, lines }: Entry): string {
  const hash = createHash('sha256').update(`entry|${kind}|${currency}`);
  for (const { side, amountMinor } of lines) {
    const { kind: of, accountId, dealerId } = namesOf(side);
    hash.update(`|${of} ${accountId ?? dealerId ?? ''} ${amountMinor}`);
  }
  return hash.digest('hex');
}

/** @returns the transaction's id; null where the key was taken meanwhile */
async function post(ctx: Ctx, entry: Entry, sides: readonly SideRow[]): Promise<number | null> {
  const lines = entry.lines.map(({ side, amountMinor }) => {
    const { kind, accountId, dealerId } = namesOf(side);
    const row = sides.find(
      (one) => one.kind === kind && one.accountId === accountId && one.dealerId === dealerId,
    );
    return { id: row?.id, isHolder: accountId !== null || dealerId !== null, amountMinor };
  });
  const { rows } = await sql<{ id: number }>`
    with made as (
      insert into ledger_transactions
             (kind, key, occurred_on, recorded_at, facts, content_hash)
      values (${entry.kind}, ${entry.key}, ${entry.occurredOn}, ${ctx.clock.now()},
              ${JSON.stringify(entry.facts ?? {})}::jsonb, ${hashOf(entry)})
      on     conflict (key) do nothing returning id),
    lines as (
      select id, "isHolder" as is_holder, "amountMinor" as amount_minor
      from   jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
               as l(id bigint, "isHolder" boolean, "amountMinor" bigint)),
    posted as (
      insert into ledger_postings (transaction_id, ledger_account_id, amount_minor)
      select made.id, lines.id, lines.amount_minor from made cross join lines),
    kept as (
      insert into ledger_balances (ledger_account_id, balance_minor)
      select lines.id, sum(lines.amount_minor) from made cross join lines
      where  lines.is_holder
      group  by lines.id order by lines.id
      on conflict (ledger_account_id) do update
      set    balance_minor = ledger_balances.balance_minor + excluded.balance_minor)
    select id from made`.execute(ctx.db);
  return rows[0]?.id ?? null;
}
