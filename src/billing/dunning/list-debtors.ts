import { defineList } from '../../kernel/list/entity.ts';
import { debtAges, debtors } from '../api/debtors.ts';
import { availableInList } from '../states/available.ts';
import { graceText } from '../states/grace-from.ts';
import { debtAge } from './debt-age.ts';

/** Accounts that are short of money, with how long and how much; the nightly run says who is. */
export const debtorList = defineList({
  ...debtors,
  domain: 'billing',
  table: 'shortfalls',
  alias: 'f',
  always: `join accounts a on a.id = f.account_id
           join subscribers own on own.id = a.subscriber_id
           join subscribers r on r.id = own.root_id`,
  access: { owner: 'r.ownerStaffId', team: 'r.teamId' },
  joins: { available: availableInList.joins },
  fields: [
    { key: 'account', type: 'text', value: 'a.number', isRequired: true },
    { key: 'holder', type: 'text', value: 'r.display_name', isRequired: true },
    { key: 'debtDays', type: 'number', value: 'f.days', sqlType: 'integer', isRequired: true },
    {
      key: 'debtAge',
      type: 'choice',
      value: debtAge,
      choices: [...debtAges],
      isRequired: true,
    },
    {
      key: 'debt',
      type: 'money',
      value: `greatest(0, -${availableInList.value})`,
      currency: 'a.currency',
      joins: ['available'],
    },
    {
      key: 'shortSince',
      type: 'instant',
      value: 'f.since_at',
      isRequired: true,
    },
    {
      key: 'accountState',
      type: 'choice',
      value: 'a.state',
      choices: ['active', 'suspended', 'paused', 'closed'],
      isRequired: true,
    },
    {
      key: 'isLimited',
      type: 'boolean',
      value: 'exists (select from service_limits m where m.account_id = a.id)',
      isSortable: false,
    },
    {
      key: 'toCall',
      type: 'boolean',
      value: `exists (select from dunning_deeds d
                      where  d.account_id = a.id
                      and    d.debt_since = ${graceText}
                      and    d.outcome = 'by_hand' and d.called_at is null)`,
      isSortable: false,
    },
    {
      key: 'leftUntil',
      type: 'date',
      value: '(select p.until_on from dunning_pauses p where p.account_id = a.id)',
      isSortable: false,
    },
  ],
  veil: { subscriberId: 'a.subscriber_id', isPersonal: () => true },
  events: { listed: 'billing.debtors_listed', exported: 'billing.debtors_exported' },
});
