import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../kernel/context.ts';
import { search } from '../../../kernel/search/search.ts';
import { isUnderVeil, veiledNow } from '../../../kernel/veil.ts';
import { normalisePhone, type PhoneCountry } from '../../../subscribers/index.ts';
import type { Suggestion } from '../../api/placing.ts';
import { type BillingPermission, holderJoins, reachesAccount } from '../../reach.ts';
import { invoicesIn } from './numbers-in.ts';

type Suggested = z.output<typeof Suggestion>;

type Clues = {
  /** What may hold a phone, or the number of an invoice. */
  text: string;
  /** What the search of subscribers is asked: a name, an address. */
  name: string;
  /** Of accounts or contracts; and those a slip of the hand away. */
  numbers: readonly string[];
  near: readonly string[];
  currency: string;
  permission: BillingPermission;
};

const MOST = 8;
const MOST_NAMES = 5;

/** Accounts that a text and a name speak of. Closed ones and those of the erased take nothing. */
export async function findByClues(
  ctx: Ctx,
  { text, name, numbers, near, currency, permission }: Clues,
): Promise<Suggested[]> {
  const phones = phonesIn(ctx, numbers, text);
  const named =
    name === '' ? [] : await search(ctx, name, { kinds: ['subscriber'], limit: MOST_NAMES });
  const veiled = await veiledNow(ctx);
  // papers_kind_number_key (kind, number), accounts_number, accounts_contract, contacts_value,
  // subscribers_tax_number, subscribers_root, accounts_subscriber, then primary keys
  const { rows } = await sql<Suggested>`
    with clues as (
      select account_id as id, 0 as rank, 'invoice' as why, number as told from papers
      where  kind = 'invoice' and number = any(${invoicesIn(text)}::text[])
      union all
      select id, 1, 'account', number from accounts
      where  number = any(${numbers}::text[])
      union all
      select id, 2, 'contract', contract_number from accounts
      where  contract_number = any(${numbers}::text[])
      union all
      select a.id, 3, 'tax', m.tax_number
      from   subscribers m join subscribers c on c.root_id = m.root_id
      join   accounts a on a.subscriber_id = c.id
      where  m.tax_number = any(${numbers}::text[])
      union all
      select a.id, 4, 'phone', k.value
      from   contacts k join subscribers m on m.id = k.subscriber_id
      join   subscribers c on c.root_id = m.root_id
      join   accounts a on a.subscriber_id = c.id
      where  k.kind = 'phone' and k.value = any(${phones}::text[]) and k.removed_at is null
      union all
      select id, 5, 'near', number from accounts where number = any(${near}::text[])
      union all
      select id, 5, 'near', contract_number from accounts
      where  contract_number = any(${near}::text[])
      union all
      select a.id, 6, 'name', r.display_name
      from   subscribers r join subscribers c on c.root_id = r.id
      join   accounts a on a.subscriber_id = c.id
      where  r.id = any(${named.map((one) => one.refId)}::bigint[]))
    select a.id as account_id, a.number as account, a.contract_number as contract, a.state,
           r.id as subscriber_id, r.display_name as subscriber_name,
           jsonb_agg(distinct jsonb_build_object('why', g.why, 'told', g.told)) as reasons
    from   clues g join accounts a on a.id = g.id ${holderJoins}
    where  a.state <> 'closed' and a.currency = ${currency} and r.erased_at is null
    and    ${reachesAccount(ctx, permission)} and not ${isUnderVeil(veiled, sql`r.id`)}
    group  by a.id, r.id
    order  by min(g.rank), count(distinct g.why) desc, a.id
    limit  ${MOST}`.execute(ctx.db);
  return rows;
}

function phonesIn(ctx: Ctx, numbers: readonly string[], text: string): string[] {
  const { country, cityCode } = ctx.operator;
  const spaced = [...text.matchAll(/\+?\d[\d\s()-]{8,16}\d/g)].map(([phone]) => phone);
  return [...numbers, ...spaced].flatMap((written) => {
    const phone = normalisePhone(written, country as PhoneCountry, cityCode ?? '');
    return phone.ok ? [phone.e164] : [];
  });
}
