import { sql } from 'kysely';
import { bulkLoadCorrections } from '../billing/index.ts';
import type { BulkCtx } from '../kernel/db/bulk.ts';
import type { PastEvent } from '../kernel/events/load-events.ts';
import { bulkLoadSubjects } from '../tickets/index.ts';
import { daysOf, type DemoCorrection } from './corrections.ts';

const words = {
  compensation: 'Не было связи, мастер восстановил линию на третий день.',
  refund: 'Абонент весь месяц был без услуги: возвращаем начисление целиком.',
} as const;

/** Writes what tickets are about, and the corrections that came from them. */
export async function writeCorrections(
  ctx: BulkCtx,
  corrections: readonly DemoCorrection[],
  ticketIds: readonly number[],
): Promise<void> {
  const lines = await lastCharges(
    ctx,
    corrections.map(({ accountId }) => accountId),
  );
  const written = corrections.map((one) => {
    const ticketId = ticketIds[one.at] ?? 0;
    const about =
      one.kind === 'refund'
        ? { lineId: lines.get(one.accountId) ?? null, fromOn: null, toOn: null }
        : { lineId: null, ...daysOf(one) };
    return { one, ticketId, about };
  });
  await bulkLoadSubjects(
    ctx,
    written.map(({ one, ticketId, about }) => ({
      ticketId,
      accountId: one.accountId,
      ...about,
      addedAt: one.proposedAt,
    })),
  );
  await bulkLoadCorrections(
    ctx,
    written.map(({ one, ticketId, about }) => ({
      accountId: one.accountId,
      kind: one.kind,
      amountMinor: one.amountMinor,
      currency: 'RUB',
      reason: one.kind === 'refund' ? 'Начислено по ошибке' : 'Не было связи',
      words: one.kind === 'refund' ? words.refund : words.compensation,
      ...about,
      origin: { kind: 'ticket', id: ticketId },
      state: one.state,
      proposedAt: one.proposedAt,
      decidedAt: one.decidedAt,
      refusal: one.state === 'refused' ? 'По журналу линия работала.' : '',
    })),
  );
}

/** The latest monthly charge of each account, by its line. */
async function lastCharges(
  ctx: BulkCtx,
  accountIds: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const { rows } = await sql<{ accountId: number; id: number }>`
    select distinct on (l.account_id) l.account_id, p.id
    from   ledger_accounts l
    join   ledger_postings p on p.ledger_account_id = l.id
    join   ledger_transactions t on t.id = p.transaction_id
    where  l.account_id = any(${[...accountIds]}::bigint[]) and t.kind = 'monthly_charges'
    order  by l.account_id, t.occurred_on desc`.execute(ctx.db);
  return new Map(rows.map(({ accountId, id }) => [accountId, id]));
}

/** What stands on the timeline of whoever asked. */
export function correctionEvents(corrections: readonly DemoCorrection[]): PastEvent[] {
  return corrections
    .filter(({ state }) => state === 'posted')
    .map(({ accountId, subscriberId, kind, amountMinor, decidedAt, proposedAt }) => ({
      type: 'billing.correction_posted',
      occurredAt: decidedAt ?? proposedAt,
      recordedAt: decidedAt ?? proposedAt,
      subjectKind: 'account',
      subjectId: accountId,
      subscriberId,
      facts: { kind, amountMinor, currency: 'RUB' },
    }));
}
