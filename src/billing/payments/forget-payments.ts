import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { eraseFiles } from '../../kernel/files/erase-files.ts';
import { enqueue } from '../../kernel/jobs/jobs.ts';
import type { ClusterIds } from '../../subscribers/index.ts';
import { forgetIds } from './bank/forgotten-id.ts';
import { doubtsOn, paymentsOf } from './payments-of.ts';

/**
 * Forgets what payers wrote in somebody's payments, where it came from and what looked like them.
 * Sums stay, and what a document is known by. A statement of a bank that named them goes whole.
 */
export async function forgetPayments(ctx: Ctx, ids: ClusterIds): Promise<void> {
  const theirs = paymentsOf(ids);
  await sql`
    update payment_returns set reason = '' where payment_id in (${theirs})`.execute(ctx.db);
  // payment_notices_source_id_event_object_id_key, by the payments of these accounts
  await sql`
    update payment_notices n set body = '', words = ''
    from   payments p
    where  p.id in (${theirs}) and n.source_id = p.source_id
    and    n.event like 'payment.%' and n.object_id = p.external_id`.execute(ctx.db);
  await forgetIds(ctx, 'payment_doubts', doubtsOn(theirs));
  await sql`
    update payment_doubts d
    set    payer = '', payer_tax_number = '', payer_account = '', purpose = ''
    where  ${doubtsOn(theirs)}`.execute(ctx.db);
  const { rows } = await sql<{ fileId: number }>`
    update statement_files f set is_kept = false
    where  is_kept and id in (
      select statement_id from payments where id in (${theirs}))
    returning f.file_id`.execute(ctx.db);
  if (rows.length > 0) {
    await enqueue(ctx, eraseFiles, { fileIds: rows.map(({ fileId }) => fileId) });
  }
  await forgetIds(ctx, 'payments', sql`d.id in (${theirs})`);
  await sql`
    update payments set payer = '', purpose = '', payer_account = ''
    where  id in (${theirs})`.execute(ctx.db);
}
