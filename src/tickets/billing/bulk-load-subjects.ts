import type { BulkCtx } from '../../kernel/db/bulk.ts';
import { copyRows } from '../../kernel/db/copy.ts';

/** What of an account a ticket is about, as a base brings it: a line, or a period. */
export type SubjectLoad = {
  ticketId: number;
  accountId: number;
  lineId: number | null;
  fromOn: string | null;
  toOn: string | null;
  addedAt: Date;
};

/** Writes through COPY what tickets are about. */
export async function bulkLoadSubjects(
  ctx: BulkCtx,
  subjects: readonly SubjectLoad[],
): Promise<void> {
  await copyRows(
    ctx.client,
    'ticket_subjects',
    ['ticket_id', 'account_id', 'line_id', 'from_on', 'to_on', 'added_at'],
    subjects.map((one) => [
      one.ticketId,
      one.accountId,
      one.lineId,
      one.fromOn,
      one.toOn,
      one.addedAt,
    ]),
  );
}
