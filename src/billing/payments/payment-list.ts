import type { Ctx } from '../../kernel/context.ts';
import { defineList } from '../../kernel/list/entity.ts';
import type { Choice } from '../../kernel/list/field.ts';
import { paymentStates, sourceKinds } from '../api/payment-kinds.ts';
import { paymentTable } from '../api/payment-table.ts';

/**
 * Payments as a table: those on no account too, which whoever sees all sees. Filters by account and
 * number, and the orders by time, stand on indexes.
 */
export const paymentList = defineList({
  ...paymentTable,
  domain: 'billing',
  table: 'payments',
  alias: 'p',
  always: `left join accounts a on a.id = p.account_id
           left join subscribers own on own.id = a.subscriber_id
           left join subscribers r on r.id = own.root_id`,
  access: { owner: 'r.ownerStaffId', team: 'r.teamId' },
  joins: { source: 'join payment_sources s on s.id = p.source_id' },
  fields: [
    { key: 'id', type: 'id', value: 'p.id', isRequired: true, index: 'payments_pkey' },
    {
      key: 'receivedAt',
      type: 'instant',
      value: 'p.received_at',
      isRequired: true,
      index: 'payments_received',
    },
    { key: 'paidAt', type: 'instant', value: 'p.paid_at', isRequired: true, isSortable: false },
    {
      key: 'sourceId',
      type: 'choice',
      value: 'p.source_id',
      sqlType: 'bigint',
      choices: sourcesToChoose,
      isRequired: true,
    },
    {
      key: 'sourceKind',
      type: 'choice',
      value: 's.kind',
      joins: ['source'],
      choices: sourceKinds,
      isRequired: true,
    },
    {
      key: 'paymentState',
      type: 'choice',
      value: 'p.state',
      choices: paymentStates,
      isRequired: true,
    },
    {
      key: 'paymentNumber',
      type: 'text',
      value: 'p.external_id',
      isRequired: true,
      isSortable: false,
    },
    {
      key: 'documentNumber',
      type: 'text',
      value: "nullif(p.document_number, '')",
      isSortable: false,
    },
    { key: 'account', type: 'text', value: 'a.number', isSortable: false },
    { key: 'holder', type: 'text', value: 'r.display_name', isSortable: false },
    { key: 'accountGiven', type: 'text', value: "nullif(p.account_given, '')", isSortable: false },
    {
      key: 'amount',
      type: 'money',
      value: 'p.amount_minor',
      currency: 'p.currency',
      isRequired: true,
    },
    {
      key: 'returned',
      type: 'money',
      value: 'p.returned_minor',
      currency: 'p.currency',
      isRequired: true,
    },
    { key: 'payer', type: 'text', value: "nullif(p.payer, '')", isSortable: false },
    { key: 'payerAccount', type: 'text', value: "nullif(p.payer_account, '')", isSortable: false },
    { key: 'purpose', type: 'text', value: "nullif(p.purpose, '')", isSortable: false },
    { key: 'placedAt', type: 'instant', value: 'p.placed_at', isSortable: false },
  ],
  veil: { subscriberId: 'a.subscriber_id', isPersonal: () => true },
  events: { listed: 'billing.payments_listed', exported: 'billing.payments_exported' },
});

async function sourcesToChoose(ctx: Ctx): Promise<Choice[]> {
  const rows = await ctx.db
    .selectFrom('paymentSources')
    .select(['id', 'name'])
    .orderBy('name')
    .execute();
  return rows.map(({ id, name }) => ({ value: String(id), label: name }));
}
