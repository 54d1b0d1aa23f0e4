import { type RawBuilder, sql } from 'kysely';
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
  await forgetNotices(ctx, theirs);
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

/** Of whatever a gateway told: of the payments themselves, and of what was refunded of them. */
async function forgetNotices(ctx: Ctx, payments: RawBuilder<unknown>): Promise<void> {
  // payment_returns_payment, payment_conflicts_payment_id_account_given_amount_minor_key, then
  // payment_notices_source_id_object_id_event_key
  await sql`
    with theirs as (select id, source_id, external_id from payments where id in (${payments})),
    told as (
      select source_id, external_id as object_id from theirs
      union
      select t.source_id, r.external_id
      from   theirs t join payment_returns r on r.payment_id = t.id
      union
      select t.source_id, c.account_given
      from   theirs t join payment_conflicts c on c.payment_id = t.id)
    update payment_notices n set body = '', words = ''
    from   told where n.source_id = told.source_id and n.object_id = told.object_id`.execute(
    ctx.db,
  );
}
