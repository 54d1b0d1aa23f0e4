import { sql } from 'kysely';
import { type Currency, decimalText, isCurrency, money } from '../kernel/money/index.ts';
import { isVeiled } from '../subscribers/index.ts';
import type { TemplateVariables } from '../work/index.ts';
import { visibleTo } from '../kernel/db/visible-to.ts';

type Account = {
  number: string;
  contract: string | null;
  currency: string;
  balanceMinor: number;
};

/** The contract, the account and what stands on it; of several accounts the first that is open. */
export const accountVariables: TemplateVariables = {
  keys: ['contract', 'account', 'balance'],
  isPersonal: true,
  read: async (ctx, { subscriberId }) => {
    if (await isVeiled(ctx, subscriberId)) return {};
    const mine = visibleTo(ctx, 'subscribers.view', { owner: 'r.ownerStaffId', team: 'r.teamId' });
    // subscribers_pkey, subscribers_root (root_id), accounts_subscriber (subscriber_id)
    const { rows } = await sql<Account>`
      select a.number, a.contract_number as contract, a.currency,
             coalesce(b.balance_minor, 0) as balance_minor
      from   subscribers s
      join   subscribers r on r.id = s.root_id
      join   subscribers m on m.root_id = r.id
      join   accounts a on a.subscriber_id = m.id
      left   join ledger_accounts l on l.account_id = a.id
      left   join ledger_balances b on b.ledger_account_id = l.id
      where  s.id = ${subscriberId} and ${mine}
      order  by a.state = 'closed', a.id limit 1`.execute(ctx.db);
    const [account] = rows;
    if (!account) return {};
    const { number, contract, currency, balanceMinor } = account;
    return {
      contract: contract ?? number,
      account: number,
      balance: isCurrency(currency) ? spoken(balanceMinor, currency, ctx.language) : null,
    };
  },
};

/** A sum as it stands in a letter: `1 240,50 ₽`, `-12.30 €`. */
function spoken(amountMinor: number, currency: Currency, language: string): string {
  const amount = Number(decimalText(money(amountMinor, currency)));
  return new Intl.NumberFormat(language, { style: 'currency', currency }).format(amount);
}
