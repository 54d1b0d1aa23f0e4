import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import type { BulkCtx } from '../kernel/db/bulk.ts';
import { copyRows } from '../kernel/db/copy.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { Counterpart, EntryKind } from './kinds.ts';
import { closedThrough } from './open-days.ts';

export type Batch = {
  kind: EntryKind;
  /** The same key never posts twice. */
  key: string;
  occurredOn: string;
  currency: string;
  counterpart: Counterpart;
  /** Positive raises a subscriber's balance (a payment), negative lowers it (a charge). */
  lines: readonly { accountId: number; amountMinor: number }[];
  facts?: Record<string, unknown>;
  recordedAt?: Date;
};

/**
 * Posts many lines as one balanced ledger transaction with one summed counter-posting: a night of
 * charges, a register of payments, the balances that an import brings.
 * @returns the transaction's id; the same id, and nothing posted, when the key was posted before
 */
export async function postBatch(ctx: Ctx | BulkCtx, batch: Batch): Promise<Result<number>> {
  const posted = await postBatches(ctx, [batch]);
  return posted.ok ? ok(posted.value[0] ?? 0) : posted;
}

/**
 * Posts several batches at once, each a ledger transaction of its own: cheaper than one by one, for
 * balances are brought up to date once.
 * @returns the transactions' ids, in the order given; batches whose key was posted before post
 * nothing. Fails, and posts nothing, with `ledger.not_whole` for an amount that is no whole number,
 * `ledger.key_repeated` where two of them carry one key, `ledger.key_reused` where a key was posted
 * before with anything else, and `ledger.day_closed` where one is of a closed day
 */
export async function postBatches(
  ctx: Ctx | BulkCtx,
  batches: readonly Batch[],
): Promise<Result<number[]>> {
  const lines = batches.flatMap((batch) => batch.lines);
  if (lines.some((line) => !Number.isSafeInteger(line.amountMinor))) {
    return fail('ledger.not_whole');
  }
  if (new Set(batches.map((batch) => batch.key)).size < batches.length) {
    return fail('ledger.key_repeated');
  }
  const posted = await findPosted(ctx, batches);
  if (!posted) return fail('ledger.key_reused');
  const closed = await closedThrough(ctx);
  if (closed !== null && batches.some((one) => !posted.has(one.key) && one.occurredOn <= closed)) {
    return fail('ledger.day_closed');
  }
  const opened = await openTransactions(
    ctx,
    batches.filter((batch) => !posted.has(batch.key)),
  );
  const made: Made = new Map([...posted, ...opened]);
  await stageLines(
    ctx,
    batches.filter((batch) => made.get(batch.key)?.isNew),
    made,
  );
  await openAccounts(ctx);
  await postLines(ctx);
  return ok(batches.map((batch) => made.get(batch.key)?.id ?? 0));
}

type Made = Map<string, { id: number; isNew: boolean }>;

/** Those of the batches whose keys were posted before; null where one was with anything else. */
async function findPosted(ctx: Ctx, batches: readonly Batch[]): Promise<Made | null> {
  // ledger_transactions_key_key (key)
  const { rows } = await sql<{ id: number; key: string; contentHash: string | null }>`
    select id, key, content_hash from ledger_transactions
    where  key = any(${batches.map((batch) => batch.key)})`.execute(ctx.db);
  const hashes = new Map(
    rows.length === 0 ? [] : batches.map((one) => [one.key, contentHash(one)]),
  );
  const isSame = rows.every(
    ({ key, contentHash: posted }) => posted === null || posted === hashes.get(key),
  );
  return isSame ? new Map(rows.map(({ id, key }) => [key, { id, isNew: false }])) : null;
}

async function openTransactions(ctx: Ctx, batches: readonly Batch[]): Promise<Made> {
  const rows = batches.map((batch) => ({
    kind: batch.kind,
    key: batch.key,
    occurredOn: batch.occurredOn,
    recordedAt: batch.recordedAt ?? ctx.clock.now(),
    facts: batch.facts ?? {},
    contentHash: contentHash(batch),
  }));
  const inserted = await sql<{ id: number; key: string }>`
    insert into ledger_transactions (kind, key, occurred_on, recorded_at, facts, content_hash)
    select kind, key, "occurredOn", "recordedAt", facts, "contentHash"
    from   jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t(kind text, key text,
             "occurredOn" date, "recordedAt" timestamptz, facts jsonb, "contentHash" text)
    order  by key on conflict (key) do nothing returning id, key`.execute(ctx.db);
  const made: Made = new Map(inserted.rows.map(({ id, key }) => [key, { id, isNew: true }]));
  // Somebody posted the others between our look and our insert.
  const beaten = await findPosted(
    ctx,
    batches.filter((batch) => !made.has(batch.key)),
  );
  if (!beaten) throw new Error('two different batches were posted under one key at once');
  return new Map([...made, ...beaten]);
}

/** Tells two batches of one key apart: by what, when and whose money they move. */
function contentHash({ kind, occurredOn, currency, counterpart, lines }: Batch): string {
  const hash = createHash('sha256').update(`${kind}|${occurredOn}|${currency}|${counterpart}`);
  for (const { accountId, amountMinor } of lines) hash.update(`|${accountId} ${amountMinor}`);
  return hash.digest('hex');
}

const staged = ['transaction_id', 'counterpart', 'currency', 'account_id', 'amount_minor'];

/**
 * Many lines come by COPY; the few of one person's deed by an insert, for which the transaction of
 * any use case will do.
 */
async function stageLines(
  ctx: Ctx | BulkCtx,
  batches: readonly Batch[],
  made: Made,
): Promise<void> {
  await sql`create temporary table if not exists posting_lines (transaction_id bigint,
    counterpart text, currency text, account_id bigint, amount_minor bigint)
    on commit drop`.execute(ctx.db);
  await sql`truncate posting_lines`.execute(ctx.db);
  const rows = batches.flatMap((batch) =>
    batch.lines
      .filter((line) => line.amountMinor !== 0)
      .map((line) => [
        made.get(batch.key)?.id,
        batch.counterpart,
        batch.currency,
        line.accountId,
        line.amountMinor,
      ]),
  );
  if ('client' in ctx) {
    await copyRows(ctx.client, 'posting_lines', staged, rows);
  } else {
    await sql`
      insert into posting_lines (transaction_id, counterpart, currency, account_id, amount_minor)
      select (r ->> 0)::bigint, r ->> 1, r ->> 2, (r ->> 3)::bigint, (r ->> 4)::bigint
      from   jsonb_array_elements(${JSON.stringify(rows)}::jsonb) as r`.execute(ctx.db);
  }
  await sql`analyze posting_lines`.execute(ctx.db);
}

async function openAccounts(ctx: Ctx): Promise<void> {
  await sql`insert into ledger_accounts (kind, account_id, currency)
    select distinct on (l.account_id) 'subscriber', l.account_id, l.currency from posting_lines l
    where  not exists (select from ledger_accounts a where a.account_id = l.account_id)
    order  by l.account_id on conflict do nothing`.execute(ctx.db);
  await sql`insert into ledger_accounts (kind, currency)
    select distinct counterpart, currency from posting_lines
    on conflict do nothing`.execute(ctx.db);
}

/** One statement, for the database checks per statement that each transaction sums to zero. */
async function postLines(ctx: Ctx): Promise<void> {
  await sql`
    with own as (
      select l.transaction_id, a.id, l.amount_minor
      from   posting_lines l join ledger_accounts a on a.account_id = l.account_id),
    counter as (
      select l.transaction_id, a.id, -sum(l.amount_minor) as amount_minor
      from   posting_lines l
      join   ledger_accounts a on a.kind = l.counterpart and a.account_id is null
                              and a.currency = l.currency
      group  by l.transaction_id, a.id),
    posted as (
      insert into ledger_postings (transaction_id, ledger_account_id, amount_minor)
      select p.transaction_id, p.id, p.amount_minor
      from   (select transaction_id, id, amount_minor from own
              union all
              select transaction_id, id, amount_minor from counter) p
      where  p.amount_minor <> 0)
    insert into ledger_balances (ledger_account_id, balance_minor)
    select id, sum(amount_minor) from own group by id order by id
    on conflict (ledger_account_id) do update
    set    balance_minor = ledger_balances.balance_minor + excluded.balance_minor`.execute(ctx.db);
}
