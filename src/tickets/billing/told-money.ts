import { sql } from 'kysely';
import { holderJoins, reachesAccount } from '../../billing/index.ts';
import { type Ctx, reachOf } from '../../kernel/context.ts';

type Step = { id: unknown; type: string; facts: Record<string, unknown> };
type Money = {
  id: number;
  account: string;
  currency: string;
  amountMinor: number | null;
  /** Of a line of a statement: what it is and from when, as the statement has it. */
  lineKind: string | null;
  lineOn: string | null;
};

const types = new Set([
  'tickets.subject_added',
  'tickets.subject_removed',
  'tickets.correction_proposed',
  'tickets.correction_posted',
  'tickets.correction_refused',
  'tickets.correction_withdrawn',
]);

/**
 * The steps of a history with the sums and accounts that they speak of, as far as the asker may see
 * those accounts. The journal holds ids alone, and sums only of steps from before it did.
 */
export async function tellMoney<S extends Step>(
  ctx: Ctx,
  steps: readonly S[],
  isHidden: boolean,
): Promise<S[]> {
  const spoken = steps.filter(({ type }) => types.has(type));
  if (spoken.length === 0) return [...steps];
  const seen = isHidden ? [] : await moneyOf(ctx, spoken);
  const money = new Map<unknown, Money>(seen.map((one) => [one.id, one]));
  return steps.map((step) => {
    if (!types.has(step.type)) return step;
    const { account: _, currency: __, amountMinor: ___, ...facts } = step.facts;
    const { id: ____, ...told } = money.get(step.id) ?? { id: step.id };
    return { ...step, facts: { ...facts, ...told } };
  });
}

async function moneyOf(ctx: Ctx, steps: readonly Step[]): Promise<Money[]> {
  if (reachOf(ctx.actor, 'billing.view') === null) return [];
  const asked = steps.map(({ id, facts }) => ({
    id,
    account: facts['account'],
    account_id: facts['accountId'],
    line_id: facts['lineId'],
    correction_id: facts['correctionId'],
    amount_minor: facts['amountMinor'],
  }));
  // Primary keys, accounts_number_key
  const { rows } = await sql<Money>`
    select x.id, a.number as account, a.currency,
           coalesce(c.amount_minor, p.amount_minor, x.amount_minor) as amount_minor,
           l.kind as line_kind, l.occurred_on as line_on
    from   jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
             as x (id bigint, account text, account_id bigint, line_id bigint,
                   correction_id bigint, amount_minor bigint)
    left   join corrections c on c.id = x.correction_id
    left   join ledger_postings p on p.id = x.line_id
    left   join ledger_transactions l on l.id = p.transaction_id
    join   accounts a on a.id = coalesce(c.account_id, x.account_id,
                               (select n.id from accounts n where n.number = x.account))
           ${holderJoins}
    where  ${reachesAccount(ctx, 'billing.view')}`.execute(ctx.db);
  return rows;
}
