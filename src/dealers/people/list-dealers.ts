import { defineList } from '../../kernel/list/entity.ts';
import { listed } from '../api/list.ts';

/** The list of dealers. All of them are the operator's, so nobody reaches some. */
export const dealerList = defineList({
  ...listed,
  domain: 'dealers',
  table: 'dealers',
  alias: 'd',
  access: {},
  joins: {
    balance: `
  left join ledger_accounts la on la.dealer_id = d.id and la.currency = d.currency
  left join ledger_balances lb on lb.ledger_account_id = la.id`,
  },
  fields: [
    { key: 'id', type: 'id', value: 'd.id', isRequired: true, index: 'dealers_pkey' },
    { key: 'name', type: 'text', value: 'd.name', isRequired: true },
    { key: 'contractNumber', type: 'text', value: 'd.contract_number', isRequired: true },
    { key: 'contractOn', type: 'date', value: 'd.contract_on', isRequired: true },
    {
      key: 'balanceMinor',
      type: 'money',
      value: 'coalesce(lb.balance_minor, 0)',
      joins: ['balance'],
      currency: 'd.currency',
    },
    {
      key: 'creditLimitMinor',
      type: 'money',
      value: 'd.credit_limit_minor',
      currency: 'd.currency',
    },
    {
      key: 'cardsInHand',
      type: 'number',
      value:
        '(select coalesce(sum(h.cards), 0) from dealer_hands h where h.dealer_id = d.id)::bigint',
      isSortable: false,
    },
    { key: 'isArchived', type: 'boolean', value: '(d.archived_at is not null)' },
  ],
  events: { listed: 'dealers.listed', exported: 'dealers.exported' },
});
