import { sql } from 'kysely';
import type { BulkCtx } from '../../kernel/db/bulk.ts';
import { copyRows } from '../../kernel/db/copy.ts';
import { reserveIds } from '../../kernel/db/reserve-ids.ts';
import { must } from '../../kernel/result.ts';
import { postBatches, reverseTransaction } from '../../ledger/index.ts';
import type { CorrectionKind, CorrectionState, ProposedKind } from '../api/correction-kinds.ts';
import { keepMonthsByDays } from './keep-months.ts';

/** A correction as a base brings it: nobody who works here has proposed it or decided on it. */
export type CorrectionLoad = {
  accountId: number;
  kind: ProposedKind;
  amountMinor: number;
  currency: string;
  /** By name; one that is not known yet is made. */
  reason: string;
  words: string;
  lineId: number | null;
  fromOn: string | null;
  toOn: string | null;
  origin: { kind: string; id: number };
  state: CorrectionState;
  proposedAt: Date;
  /** Null while it waits; what was reversed was so at the same time. */
  decidedAt: Date | null;
  refusal?: string;
};

const columns = `id account_id kind amount_minor reason_id words line_id from_on to_on origin_kind
  origin_id state proposed_at decided_at refusal reverses_id transaction_id`.split(/\s+/);

type Row = Omit<CorrectionLoad, 'kind'> & {
  id: number;
  kind: CorrectionKind;
  reversesId: number | null;
  transactionId: number | null;
};

/**
 * Writes corrections through COPY and posts those that were approved. What was reversed brings its
 * reversal.
 */
export async function bulkLoadCorrections(
  ctx: BulkCtx,
  corrections: readonly CorrectionLoad[],
): Promise<void> {
  if (corrections.length === 0) return;
  const reasons = await ensureReasons(ctx, corrections);
  const ids = await reserveIds(ctx, 'corrections', corrections.length);
  const posted = await post(ctx, corrections, ids);
  const own = corrections.map((one, at): Row => {
    const id = ids[at] ?? 0;
    return { ...one, id, reversesId: null, transactionId: posted.get(id) ?? null };
  });
  const rows = [...own, ...(await reversalsOf(ctx, own))];
  await copyRows(
    ctx.client,
    'corrections',
    columns,
    rows.map((row) => [
      row.id,
      row.accountId,
      row.kind,
      row.amountMinor,
      reasons.get(row.reason),
      row.words,
      row.lineId,
      row.fromOn,
      row.toOn,
      row.origin.kind,
      row.origin.id,
      row.state,
      row.proposedAt,
      row.decidedAt,
      row.refusal ?? '',
      row.reversesId,
      row.transactionId,
    ]),
  );
  await keepMonthsByDays(ctx, ids);
}

async function reversalsOf(ctx: BulkCtx, rows: readonly Row[]): Promise<Row[]> {
  const reversed = rows.filter(({ state }) => state === 'reversed');
  const ids = await reserveIds(ctx, 'corrections', reversed.length);
  const reversals: Row[] = [];
  for (const [at, row] of reversed.entries()) {
    const occurredOn = dayOf(row.decidedAt);
    const asked = { transactionId: row.transactionId ?? 0, occurredOn };
    reversals.push({
      ...row,
      id: ids[at] ?? 0,
      kind: 'reversal',
      words: '',
      amountMinor: -row.amountMinor,
      state: 'posted',
      reversesId: row.id,
      transactionId: must(await reverseTransaction(ctx, asked)),
    });
  }
  return reversals;
}

const dayOf = (at: Date | null): string => (at ?? new Date(0)).toISOString().slice(0, 10);

/** @returns the ledger transactions of those that were approved, by the correction's id */
async function post(
  ctx: BulkCtx,
  corrections: readonly CorrectionLoad[],
  ids: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const approved = corrections.flatMap((one, at) =>
    one.state === 'posted' || one.state === 'reversed' ? [{ one, id: ids[at] ?? 0 }] : [],
  );
  const transactionIds = must(
    await postBatches(
      ctx,
      approved.map(({ one, id }) => ({
        kind: 'correction',
        key: `correction ${id}`,
        occurredOn: dayOf(one.decidedAt),
        currency: one.currency,
        counterpart: 'corrections',
        lines: [{ accountId: one.accountId, amountMinor: one.amountMinor }],
        facts: { correctionId: id, kind: one.kind },
        ...(one.decidedAt ? { recordedAt: one.decidedAt } : {}),
      })),
    ),
  );
  return new Map(approved.map(({ id }, at) => [id, transactionIds[at] ?? 0]));
}

async function ensureReasons(
  ctx: BulkCtx,
  corrections: readonly CorrectionLoad[],
): Promise<ReadonlyMap<string, number>> {
  const names = [...new Set(corrections.map(({ reason }) => reason))];
  await sql`
    insert into correction_reasons (name, created_at)
    select name, ${ctx.clock.now()} from unnest(${names}::text[]) as name
    on conflict (name) do nothing`.execute(ctx.db);
  const { rows } = await sql<{ id: number; name: string }>`
    select id, name from correction_reasons where name = any(${names}::text[])`.execute(ctx.db);
  return new Map(rows.map(({ id, name }) => [name, id]));
}
