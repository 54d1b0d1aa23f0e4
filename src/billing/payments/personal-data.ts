import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { ClusterIds, PersonalDataSource } from '../../subscribers/index.ts';
import { doubtsOn, paymentsOf } from './payments-of.ts';

type Row = Record<string, unknown>;

/** What a person is told of payments: theirs, and lines of statements that look like them. */
export const toldOfPayments: readonly PersonalDataSource[] = [
  {
    section: 'payments',
    choices: { state: (value) => `choices.paymentState.${value}` },
    load: loadPayments,
  },
  { section: 'doubts', load: loadDoubts },
];

async function loadPayments(ctx: Ctx, ids: ClusterIds): Promise<Row[]> {
  // payments_pkey
  const { rows } = await sql<Row>`
    select a.number as account, s.name as source, p.external_id, p.amount_minor, p.currency,
           p.paid_at, p.state, p.account_given, p.payer, p.payer_account, p.purpose,
           p.returned_minor,
           (select string_agg(t.reason, '; ' order by t.id) from payment_returns t
            where t.payment_id = p.id) as return_reasons
    from   payments p
    join   payment_sources s on s.id = p.source_id
    left   join accounts a on a.id = p.account_id
    where  p.id in (${paymentsOf(ids)}) order by p.id`.execute(ctx.db);
  return rows;
}

async function loadDoubts(ctx: Ctx, ids: ClusterIds): Promise<Row[]> {
  // payment_sources_pkey
  const { rows } = await sql<Row>`
    select s.name as source, d.external_id, d.document_number, d.amount_minor, s.currency,
           d.paid_at, d.payer, d.payer_tax_number as tax_number, d.payer_account, d.purpose,
           d.settled_at
    from   payment_doubts d
    join   payment_sources s on s.id = d.source_id
    where  ${doubtsOn(paymentsOf(ids))} order by d.id`.execute(ctx.db);
  return rows;
}
