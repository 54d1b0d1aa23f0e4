import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../../kernel/context.ts';
import { emit } from '../../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../../kernel/result.ts';
import type { Source } from '../source.ts';
import { doubtsFrom, reachesDoubt } from './list-doubts.ts';
import { type Line, receiveLine } from './receive-line.ts';
import { recogniseLines } from './recognise-lines.ts';

type Doubt = Omit<Line, 'recognised'> &
  Pick<Source, 'kind' | 'currency'> & { sourceId: number; statementId: number };

/**
 * Says of a line in doubt that it had come, and nothing is posted; or that it is another payment,
 * and it is credited as any line of a statement.
 */
export async function settleDoubt(
  ctx: Ctx,
  { id, isAnother }: { id: number; isAnother: boolean },
): Promise<Result<Done>> {
  // payment_doubts_pkey, payment_sources_pkey
  const { rows } = await sql<Doubt>`
    select d.source_id, d.statement_id, s.kind, s.currency, d.external_id, d.amount_minor,
           d.paid_at, d.document_number as number, d.payer, d.payer_tax_number, d.payer_account,
           d.purpose
    ${doubtsFrom}
    join   payment_sources s on s.id = d.source_id
    where  d.id = ${id} and d.settled_at is null and ${await reachesDoubt(ctx)}
    for    update of d`.execute(ctx.db);
  const [doubt] = rows;
  if (!doubt) return fail('billing.no_such_doubt');
  const { sourceId, statementId, kind, currency, ...line } = doubt;
  let paymentId: number | null = null;
  if (isAnother) {
    const [recognised = null] = await recogniseLines(ctx, [line], currency);
    const source = { id: sourceId, kind, currency };
    paymentId = (await receiveLine(ctx, { statementId, source }, { ...line, recognised }))
      .paymentId;
  }
  await ctx.db
    .updateTable('paymentDoubts')
    .set({ settledAt: ctx.clock.now(), settledBy: staffIdOf(ctx.actor), paymentId })
    .where('id', '=', id)
    .execute();
  await emit(ctx, {
    type: 'billing.doubt_settled',
    subject: { kind: 'payment_source', id: sourceId },
    facts: { doubtId: id, isAnother, paymentId, amountMinor: line.amountMinor },
  });
  return ok({});
}
