import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { eraseFiles } from '../../kernel/files/erase-files.ts';
import { enqueue } from '../../kernel/jobs/jobs.ts';
import type { Tick } from '../../kernel/wiring.ts';
import { forgetIds } from './bank/forgotten-id.ts';

/** A notice is looked at while its payment is fresh. */
const NOTICE_DAYS = 30;
/** What went back whole is asked about for a while. */
const RETURNED_DAYS = 90;
/** Nobody claims a payment any more once the limitation of actions is over: three years. */
const UNCLAIMED_DAYS = 3 * 365;

/** A statement as it came is for those who ask how a payment got here. */
const STATEMENT_DAYS = 90;

const DAY_MS = 86_400_000;

/**
 * Empties the payer's words where no erasure of a subscriber reaches: of payments on no account,
 * of lines in doubt, and of what gateways and banks have told. Sums and numbers stay.
 */
export const forgetPayers: Tick = {
  name: 'billing.forget_payers',
  everySeconds: 3600,
  run: async (ctx) => {
    const before = (days: number): Date => new Date(ctx.clock.now().getTime() - days * DAY_MS);
    // payments_on_nobody (received_at)
    const nobodys = sql`
             d.account_id is null and (d.payer <> '' or d.purpose <> '')
      and    d.received_at < case d.state when 'returned' then ${before(RETURNED_DAYS)}::timestamptz
                                          else ${before(UNCLAIMED_DAYS)}::timestamptz end`;
    // payment_doubts_words (received_at)
    const doubted = sql`
             (d.payer <> '' or d.purpose <> '')
      and    d.received_at < case when d.settled_at is not null
                                  then ${before(RETURNED_DAYS)}::timestamptz
                                  else ${before(UNCLAIMED_DAYS)}::timestamptz end`;
    await inTransaction(ctx, async (tx) => {
      await forgetIds(tx, 'payments', nobodys);
      await forgetIds(tx, 'payment_doubts', doubted);
      await sql`
        update payments d set payer = '', purpose = '', payer_account = ''
        where  ${nobodys}`.execute(tx.db);
      await sql`
        update payment_doubts d
        set    payer = '', payer_tax_number = '', payer_account = '', purpose = ''
        where  ${doubted}`.execute(tx.db);
    });
    await dropStatements(ctx, before(STATEMENT_DAYS));
    // payment_notices_old (received_at): what the gateway knew nothing of goes whole.
    await sql`
      delete from payment_notices
      where  body <> '' and state = 'refused' and received_at < ${before(NOTICE_DAYS)}`.execute(
      ctx.db,
    );
    // payment_notices_old (received_at)
    await sql`
      update payment_notices set body = '', words = ''
      where  body <> '' and received_at < ${before(NOTICE_DAYS)}`.execute(ctx.db);
  },
};

async function dropStatements(given: Ctx, before: Date): Promise<void> {
  await inTransaction(given, async (ctx) => {
    // statement_files_kept (brought_at)
    const { rows } = await sql<{ fileId: number }>`
      update statement_files set is_kept = false
      where  is_kept and brought_at < ${before} returning file_id`.execute(ctx.db);
    if (rows.length === 0) return;
    await enqueue(ctx, eraseFiles, { fileIds: rows.map(({ fileId }) => fileId) });
  });
}
