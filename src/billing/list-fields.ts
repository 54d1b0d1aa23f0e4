import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import type { ListExtension } from '../kernel/list/entity.ts';
import type { Choice, ListField } from '../kernel/list/field.ts';
import { listedCluster } from '../subscribers/index.ts';
import { adviceFields, adviceJoins } from './advisor/advice-fields.ts';

/** The account that a list shows: the first that is not closed, else the first. */
const account = `
  left join lateral (
    select a.* from ${listedCluster} k join accounts a on a.subscriber_id = k.id
    order  by a.state = 'closed', a.id
    limit  1) account on true`;

const balance = `
  left join ledger_accounts book on book.account_id = account.id
  left join ledger_balances account_balance on account_balance.ledger_account_id = book.id`;

/** What it subscribes to now: a tariff before what is added to one. */
const tariff = `
  left join lateral (
    select v.product_id, coalesce(x.monthly_fee_minor, v.monthly_fee_minor) as fee_minor
    from   subscriptions x
    join   product_versions v on v.id = x.product_version_id
    join   products p on p.id = v.product_id
    where  x.account_id = account.id and x.ended_on is null
    order  by p.kind <> 'tariff', x.id
    limit  1) tariff on true`;

/** Any account of the cluster, from its own indexes up to the root; `more` joins what it has. */
const anyAccount = (value: string, more = '', where = ''): ListField['ofAny'] => ({
  from: `accounts a join subscribers m on m.id = a.subscriber_id ${more}
         where m.root_id = s.id ${where}`,
  value,
});

const ofLine = 'join service_lines l on l.account_id = a.id and l.closed_at is null';
const ofBalance = `left join ledger_accounts l on l.account_id = a.id
                   left join ledger_balances b on b.ledger_account_id = l.id`;
const ofSubscription = `join subscriptions x on x.account_id = a.id
                        join product_versions v on v.id = x.product_version_id`;

/** Columns of the subscribers' list: the main account's are shown, any one's are asked about. */
export const listFields: ListExtension = {
  entity: 'subscribers',
  joins: { account, balance, tariff, ...adviceJoins },
  fields: [
    {
      key: 'account',
      type: 'text',
      value: 'account.number',
      joins: ['account'],
      ofAny: anyAccount('a.number'),
    },
    {
      key: 'contract',
      type: 'text',
      value: 'account.contract_number',
      joins: ['account'],
      ofAny: anyAccount('a.contract_number'),
    },
    {
      key: 'contractOn',
      type: 'date',
      value: 'account.contract_on',
      joins: ['account'],
      ofAny: anyAccount('a.contract_on'),
    },
    {
      key: 'accountState',
      type: 'choice',
      value: 'account.state',
      joins: ['account'],
      ofAny: anyAccount('a.state'),
      choices: ['active', 'suspended', 'paused', 'closed'],
    },
    {
      key: 'balance',
      type: 'money',
      value: 'case when account.id is not null then coalesce(account_balance.balance_minor, 0) end',
      currency: 'account.currency',
      joins: ['account', 'balance'],
      ofAny: anyAccount('coalesce(b.balance_minor, 0)', ofBalance),
    },
    {
      key: 'tariff',
      type: 'choice',
      value: 'tariff.product_id',
      sqlType: 'bigint',
      joins: ['account', 'tariff'],
      ofAny: anyAccount('v.product_id', ofSubscription, 'and x.ended_on is null'),
      choices: productChoices,
    },
    {
      key: 'monthlyFee',
      type: 'money',
      value: 'tariff.fee_minor',
      currency: 'account.currency',
      joins: ['account', 'tariff'],
      ofAny: anyAccount(
        'coalesce(x.monthly_fee_minor, v.monthly_fee_minor)',
        ofSubscription,
        'and x.ended_on is null',
      ),
    },
    {
      key: 'login',
      type: 'text',
      value: `(select l.login from service_lines l
               where l.account_id = account.id and l.closed_at is null order by l.id limit 1)`,
      joins: ['account'],
      ofAny: anyAccount('l.login', ofLine),
    },
    ...adviceFields,
  ],
};

async function productChoices(ctx: Ctx): Promise<Choice[]> {
  const { rows } = await sql<{ id: number; name: string }>`
    select id, name from products order by kind <> 'tariff', name, id`.execute(ctx.db);
  return rows.map(({ id, name }) => ({ value: String(id), label: name }));
}
