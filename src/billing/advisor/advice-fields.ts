import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Choice, ListField } from '../../kernel/list/field.ts';

/** What the advisor found of the account that a list shows, under the list's join `account`. */
export const adviceJoins = {
  // advices_account_id_service_key
  advice: `
  left join lateral (
    select d.*, v.product_id as advised_id from advices d
    left   join product_versions v on v.id = d.best_version_id
    where  d.account_id = account.id
    order  by d.saving_minor desc, d.id limit 1) advice on true`,
};

const joins = ['account', 'advice'];

const anyAdvice = (value: string): ListField['ofAny'] => ({
  from: `accounts a join subscribers m on m.id = a.subscriber_id
         join advices d on d.account_id = a.id
         left join product_versions v on v.id = d.best_version_id
         where m.root_id = s.id`,
  value,
});

/** Columns of the subscribers' list by which those who should hear of another tariff are found. */
export const adviceFields: readonly ListField[] = [
  {
    key: 'saving',
    type: 'money',
    value: 'nullif(advice.saving_minor, 0)',
    currency: 'account.currency',
    joins,
    ofAny: anyAdvice('nullif(d.saving_minor, 0)'),
  },
  {
    key: 'underpaid',
    type: 'money',
    value: 'nullif(advice.underpaid_minor, 0)',
    currency: 'account.currency',
    joins,
    ofAny: anyAdvice('nullif(d.underpaid_minor, 0)'),
  },
  {
    key: 'advisedTariff',
    type: 'choice',
    value: 'advice.advised_id',
    sqlType: 'bigint',
    joins,
    ofAny: anyAdvice('v.product_id'),
    choices: tariffChoices,
  },
  {
    key: 'sharedLine',
    type: 'boolean',
    value: 'advice.is_shared',
    joins,
    ofAny: anyAdvice('d.is_shared'),
  },
];

async function tariffChoices(ctx: Ctx): Promise<Choice[]> {
  const { rows } = await sql<{ id: number; name: string }>`
    select id, name from products where kind = 'tariff' order by name, id`.execute(ctx.db);
  return rows.map(({ id, name }) => ({ value: String(id), label: name }));
}
