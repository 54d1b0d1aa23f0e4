import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { invoicesIn, numbersIn } from '../unidentified/numbers-in.ts';
import type { StatementLine } from './statement-line.ts';

export type Recognised = {
  accountId: number;
  account: string;
  subscriberId: number;
  subscriberName: string;
  why: 'invoice' | 'account' | 'contract' | 'tax';
};

type Known = Recognised & { told: string };

/**
 * Whose each line is: by the number of an invoice or an account in its purpose, of a contract, by
 * the tax number of an organisation with one open account. A line that speaks of two is nobody's
 * yet.
 */
export async function recogniseLines(
  ctx: Ctx,
  lines: readonly Pick<StatementLine, 'purpose' | 'payerTaxNumber'>[],
  currency: string,
): Promise<(Recognised | null)[]> {
  const numbers = lines.map(({ purpose }) => numbersIn(purpose));
  const invoices = lines.map(({ purpose }) => invoicesIn(purpose));
  const known = await findTold(ctx, {
    numbers: [...new Set(numbers.flat())],
    invoices: [...new Set(invoices.flat())],
    taxNumbers: [...new Set(lines.map((line) => line.payerTaxNumber).filter(Boolean))],
    currency,
  });
  const byTold = Map.groupBy(known, ({ why, told }) => `${why} ${told}`);
  return lines.map((line, at) => {
    const named = (why: Known['why'], told: readonly string[] = []): Known[] =>
      told.flatMap((number) => byTold.get(`${why} ${number}`) ?? []);
    // Who pays for somebody else names them: the payer counts where nobody is named.
    const said = [
      ...named('invoice', invoices[at]),
      ...named('account', numbers[at]),
      ...named('contract', numbers[at]),
    ];
    const [one, ...others] = said.length > 0 ? said : named('tax', [line.payerTaxNumber]);
    if (!one || others.some(({ accountId }) => accountId !== one.accountId)) return null;
    const { told: _, ...recognised } = one;
    return recognised;
  });
}

async function findTold(
  ctx: Ctx,
  told: { numbers: string[]; invoices: string[]; taxNumbers: string[]; currency: string },
): Promise<Known[]> {
  const { numbers, invoices, taxNumbers, currency } = told;
  // papers_kind_number_key (kind, number), accounts_number, accounts_contract,
  // subscribers_tax_number, subscribers_root, accounts_subscriber, then primary keys
  const { rows } = await sql<Known>`
    with told as (
      select account_id as id, 'invoice' as why, number as told from papers
      where  kind = 'invoice' and number = any(${invoices}::text[])
      union all
      select id, 'account', number from accounts
      where  number = any(${numbers}::text[])
      union all
      select id, 'contract', contract_number from accounts
      where  contract_number = any(${numbers}::text[])
      union all
      select a.id, 'tax', m.tax_number
      from   subscribers m
      join   subscribers c on c.root_id = m.root_id
      join   accounts a on a.subscriber_id = c.id
      where  m.tax_number = any(${taxNumbers}::text[]) and m.kind = 'organisation')
    select a.id as account_id, a.number as account, r.id as subscriber_id,
           r.display_name as subscriber_name, t.why, t.told
    from   told t
    join   accounts a on a.id = t.id
    join   subscribers own on own.id = a.subscriber_id
    join   subscribers r on r.id = own.root_id
    where  a.state <> 'closed' and a.currency = ${currency} and r.erased_at is null`.execute(
    ctx.db,
  );
  return rows;
}
