import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { EntryKind } from './kinds.ts';
import { holderOf, namesOf, type Side } from './sides.ts';

export type Entry = {
  kind: EntryKind;
  /** The same key never posts twice. */
  key: string;
  /** `YYYY-MM-DD`, an open day. */
  occurredOn: string;
  currency: string;
  /** Minor units; what one gives others get, so they sum to zero. */
  lines: readonly { side: Side; amountMinor: number }[];
  facts?: Record<string, unknown>;
  /** When it was written down, where that is not now: of history that a base brings. */
  recordedAt?: Date;
};

export type Posted = {
  transactionId: number;
  /** Whether this call posted it, and not one before. */
  isNew: boolean;
};

/**
 * Posts one movement between few sides, in two statements: a payment, a card, a settlement.
 * @returns the transaction, with nothing posted where the key was posted before with the very same.
 * Fails as `postEntries` does
 */
export async function postEntry(ctx: Ctx, entry: Entry): Promise<Result<Posted>> {
  const posted = await postEntries(ctx, [entry]);
  if (!posted.ok) return posted;
  const [one] = posted.value;
  if (!one) throw new Error('an entry was not answered');
  return ok(one);
}

/**
 * Posts several movements, each a transaction of its own, in as few statements as one.
 * @returns the transactions in the order given; one whose key was posted before with the very same
 * posts nothing. Fails, and posts nothing at all, with `ledger.not_whole`, `ledger.unbalanced`,
 * `ledger.key_repeated` where two carry one key, `ledger.day_closed`, and `ledger.key_reused` where
 * a key was posted with anything else
 */
export async function postEntries(ctx: Ctx, entries: readonly Entry[]): Promise<Result<Posted[]>> {
  const wrong = entries.map(wrongIn).find((code) => code !== null);
  if (wrong) return fail(wrong);
  const hashes = new Map(entries.map((entry) => [entry.key, hashOf(entry)]));
  if (hashes.size < entries.length) return fail('ledger.key_repeated');
  const before = await look(ctx, entries);
  const isReused = before.found.some(({ key, hash }) => hash !== hashes.get(key));
  if (isReused) return fail('ledger.key_reused');
  const known = new Map(before.found.map(({ key, id }) => [key, id]));
  const fresh = entries.filter(({ key }) => !known.has(key));
  if (fresh.some(({ occurredOn }) => occurredOn <= (before.closed ?? ''))) {
    return fail('ledger.day_closed');
  }
  const made = await postFresh(ctx, fresh, before.sides);
  // Somebody posted the others between our look and our insert.
  const beaten = fresh.filter(({ key }) => !made.has(key));
  if (beaten.length > 0) {
    const { found } = await look(ctx, beaten);
    if (found.length < beaten.length) {
      throw new Error('a key is taken by a transaction that is not there');
    }
    if (found.some(({ key, hash }) => hash !== hashes.get(key))) return fail('ledger.key_reused');
    for (const { key, id } of found) known.set(key, id);
  }
  return ok(
    entries.map(({ key }) => ({
      transactionId: made.get(key) ?? known.get(key) ?? 0,
      isNew: made.has(key),
    })),
  );
}

function wrongIn({ lines }: Entry): 'ledger.not_whole' | 'ledger.unbalanced' | null {
  if (lines.some((line) => !Number.isSafeInteger(line.amountMinor) || line.amountMinor === 0)) {
    return 'ledger.not_whole';
  }
  const sum = lines.reduce((all, line) => all + line.amountMinor, 0);
  return sum !== 0 || lines.length === 0 ? 'ledger.unbalanced' : null;
}

type SideRow = { id: number; name: string };

/** What was posted under the keys, through which day is closed, and the sides that there are. */
async function look(
  ctx: Ctx,
  entries: readonly Entry[],
): Promise<{
  found: { id: number; key: string; hash: string | null }[];
  closed: string | null;
  sides: SideRow[];
}> {
  const keys = entries.map(({ key }) => key);
  // By ledger_transactions_key_key, ledger_closings_closed_through_key, ledger_accounts_account,
  // ledger_accounts_dealer, ledger_accounts_wallet and ledger_accounts_own.
  const { rows } = await sql<Awaited<ReturnType<typeof look>>>`
    with side as (
      select distinct kind, "accountId" as account_id, "dealerId" as dealer_id,
             "walletId" as wallet_id, currency, name
      from   ${sidesOf(entries)})
    select (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'key', key,
                     'hash', content_hash)), '[]')
            from   ledger_transactions where key = any(${keys}::text[])) as found,
           (select max(closed_through) from ledger_closings) as closed,
           (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name)), '[]')
            from (
              select l.id, side.name from side join ledger_accounts l
              on     l.account_id = side.account_id and l.currency = side.currency
              union all
              select l.id, side.name from side join ledger_accounts l
              on     l.dealer_id = side.dealer_id and l.currency = side.currency
              union all
              select l.id, side.name from side join ledger_accounts l
              on     l.wallet_id = side.wallet_id and l.currency = side.currency
              union all
              select l.id, side.name from side join ledger_accounts l
              on     l.kind = side.kind and l.currency = side.currency
              and    l.account_id is null and l.dealer_id is null
              where  coalesce(side.account_id, side.dealer_id, side.wallet_id) is null) a)
             as sides`.execute(ctx.db);
  const [row] = rows;
  if (!row) throw new Error('a select without a table has a row');
  return row;
}

/** The sides of the entries as rows of a FROM; `name` tells them apart. */
function sidesOf(entries: readonly Entry[]): ReturnType<typeof sql> {
  const sides = entries.flatMap(({ lines, currency }) =>
    lines.map(({ side }) => ({ ...namesOf(side), currency, name: nameOf(side, currency) })),
  );
  return sql`jsonb_to_recordset(${JSON.stringify(sides)}::jsonb) as s(
    kind text, "accountId" bigint, "dealerId" bigint, "walletId" bigint, currency text,
    name text)`;
}

function nameOf(side: Side, currency: string): string {
  return `${namesOf(side).kind} ${holderOf(side) ?? ''} ${currency}`;
}

/** A side that moves money for the first time gets its row. */
async function openSides(ctx: Ctx, entries: readonly Entry[]): Promise<SideRow[]> {
  await sql`
    insert into ledger_accounts (kind, account_id, dealer_id, wallet_id, currency)
    select distinct kind, "accountId", "dealerId", "walletId", currency from ${sidesOf(entries)}
    order  by 1, 2, 3, 4, 5 on conflict do nothing`.execute(ctx.db);
  return (await look(ctx, entries)).sides;
}

/** Tells two entries of one key apart. The day is left out: a repeat may come on the next. */
function hashOf({ kind, currency, lines }: Entry): string {
  const hash = createHash('sha256').update(`entry|${kind}|${currency}`);
  for (const { side, amountMinor } of lines) {
    hash.update(`|${namesOf(side).kind} ${holderOf(side) ?? ''} ${amountMinor}`);
  }
  return hash.digest('hex');
}

/** @returns the new transactions by key, without those whose keys were taken meanwhile */
async function postFresh(
  ctx: Ctx,
  entries: readonly Entry[],
  known: readonly SideRow[],
): Promise<Map<string, number>> {
  if (entries.length === 0) return new Map();
  const wanted = new Set(
    entries.flatMap(({ lines, currency }) => lines.map(({ side }) => nameOf(side, currency))),
  );
  let ids = new Map(known.map(({ name, id }) => [name, id]));
  if ([...wanted].some((name) => !ids.has(name))) {
    ids = new Map((await openSides(ctx, entries)).map(({ name, id }) => [name, id]));
  }
  const missing = [...wanted].find((name) => !ids.has(name));
  if (missing !== undefined) throw new Error(`"${missing}" keeps its money in another currency`);
  const heads = entries.map((entry) => ({
    kind: entry.kind,
    key: entry.key,
    occurredOn: entry.occurredOn,
    facts: entry.facts ?? {},
    recordedAt: entry.recordedAt ?? ctx.clock.now(),
    hash: hashOf(entry),
  }));
  const lines = entries.flatMap(({ key, currency, lines: own }) =>
    own.map(({ side, amountMinor }, nth) => {
      const isHolder = holderOf(side) !== null;
      return { key, nth, id: ids.get(nameOf(side, currency)), isHolder, amountMinor };
    }),
  );
  const { rows } = await sql<{ id: number; key: string }>`
    with made as (
      insert into ledger_transactions
             (kind, key, occurred_on, recorded_at, facts, content_hash)
      select kind, key, "occurredOn", "recordedAt", facts, hash
      from   jsonb_to_recordset(${JSON.stringify(heads)}::jsonb) as h(kind text, key text,
               "occurredOn" date, "recordedAt" timestamptz, facts jsonb, hash text)
      order  by key on conflict (key) do nothing returning id, key),
    lines as (
      select made.id as transaction_id, l.nth, l.id, l."isHolder" as is_holder,
             l."amountMinor" as amount_minor
      from   made join jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
               as l(key text, nth int, id bigint, "isHolder" boolean, "amountMinor" bigint)
               on l.key = made.key),
    posted as (
      insert into ledger_postings (transaction_id, ledger_account_id, amount_minor)
      select transaction_id, id, amount_minor from lines order by transaction_id, nth),
    kept as (
      insert into ledger_balances (ledger_account_id, balance_minor)
      select id, sum(amount_minor) from lines where is_holder group by id order by id
      on conflict (ledger_account_id) do update
      set    balance_minor = ledger_balances.balance_minor + excluded.balance_minor)
    select id, key from made`.execute(ctx.db);
  return new Map(rows.map(({ id, key }) => [key, id]));
}
