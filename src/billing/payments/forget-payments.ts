import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { eraseFiles } from '../../kernel/files/erase-files.ts';
import { enqueue } from '../../kernel/jobs/jobs.ts';
import type { ClusterIds } from '../../subscribers/index.ts';

/**
 * Forgets what payers wrote in payments on somebody's accounts, where it came from and what looked
 * like them. Sums and numbers stay. A statement of a bank that named them goes whole.
 */
export async function forgetPayments(ctx: Ctx, ids: ClusterIds): Promise<void> {
  // accounts_subscriber (subscriber_id), payments_account (account_id, id desc)
  const theirs = sql`
    select p.id from payments p join accounts a on a.id = p.account_id
    where  a.subscriber_id = any(${ids}::bigint[])`;
  await sql`
    update payment_returns set reason = '' where payment_id in (${theirs})`.execute(ctx.db);
  // payment_notices_source_id_event_object_id_key, by the payments of these accounts
  await sql`
    update payment_notices n set body = '', words = ''
    from   payments p
    where  p.id in (${theirs}) and n.source_id = p.source_id
    and    n.event like 'payment.%' and n.object_id = p.external_id`.execute(ctx.db);
  // payment_doubts_like (like_payment_id)
  await sql`
    update payment_doubts
    set    payer = '', payer_tax_number = '', payer_account = '', purpose = ''
    where  like_payment_id in (${theirs})`.execute(ctx.db);
  const { rows } = await sql<{ fileId: number }>`
    update statement_files f set is_kept = false
    where  is_kept and id in (
      select statement_id from payments where id in (${theirs}))
    returning f.file_id`.execute(ctx.db);
  if (rows.length > 0) {
    await enqueue(ctx, eraseFiles, { fileIds: rows.map(({ fileId }) => fileId) });
  }
  await sql`
    update payments set payer = '', purpose = '', payer_account = ''
    where  id in (${theirs})`.execute(ctx.db);
}
