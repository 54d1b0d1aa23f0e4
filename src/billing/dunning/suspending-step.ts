import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { today } from '../../subscribers/index.ts';
import { availableJoins } from '../states/available.ts';
import { isCareful } from './due-steps.ts';
import { loadDunning } from './load-dunning.ts';

type Told = {
  /** The day of the debt, from 0, on which a step suspends; null where none does. */
  day: number | null;
  /** Nobody suspends the account through this day. */
  peaceUntil: string | null;
};

/** When the steps about a debt come to suspending its account, and until when they stand still. */
export async function suspendingStep(ctx: Ctx, accountId: number): Promise<Told> {
  const { isOn, steps, carefulMonths, carefulPercent } = await loadDunning(ctx);
  const step = isOn ? steps.find(({ what }) => what === 'suspend') : undefined;
  // accounts_pkey, shortfalls_pkey, dunning_pauses_pkey
  const { rows } = await sql<{ isCareful: boolean; peaceUntil: string | null }>`
    select ${isCareful(ctx, carefulMonths)} as is_careful, p.until_on as peace_until
    from   accounts a ${availableJoins}
    join   shortfalls f on f.account_id = a.id
    left   join dunning_pauses p on p.account_id = a.id and p.until_on >= ${today(ctx)}::date
    where  a.id = ${accountId}`.execute(ctx.db);
  const [debt] = rows;
  const percent = debt?.isCareful ? carefulPercent : 100;
  return {
    day: step ? Math.floor((step.day * percent) / 100) : null,
    peaceUntil: debt?.peaceUntil ?? null,
  };
}
