import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { findAccount } from '../find-account.ts';
import { countPeriod, type Part } from './count-period.ts';
import { type Asked, findAbout, type Line } from './find-about.ts';

type Suggested = {
  currency: string;
  amountMinor: number;
  givenBackMinor: number;
  parts: Part[];
};

/**
 * What a correction would come to: of a charge what has not been given back yet, of any other line
 * its opposite, of a period the served days of each service times its price with discounts, no more
 * than was charged, less what corrections of periods that overlap it give back for those days.
 */
export async function suggestCorrection(
  ctx: Ctx,
  { id, ...asked }: { id: number } & Asked,
): Promise<Result<Suggested>> {
  const account = await findAccount(ctx, id, 'billing.propose_correction');
  if (!account.ok) return account;
  const { currency } = account.value;
  const about = await findAbout(ctx, id, asked);
  if (!about.ok) return about;
  const { line, period } = about.value;
  if (!period) {
    return ok({ currency, ...restOf(line), parts: [] });
  }
  const parts = await countPeriod(ctx, id, period);
  const costMinor = parts.reduce((sum, part) => sum + part.amountMinor, 0);
  const givenBackMinor = await givenBackFor(ctx, id, period);
  const amountMinor = Math.max(0, costMinor - givenBackMinor);
  return ok({ currency, amountMinor, givenBackMinor, parts });
}

function restOf(line: Line | null): { amountMinor: number; givenBackMinor: number } {
  if (!line || line.isUndone) return { amountMinor: 0, givenBackMinor: 0 };
  const { amountMinor, givenBackMinor } = line;
  const rest = -amountMinor - givenBackMinor;
  return { amountMinor: amountMinor < 0 ? Math.max(0, rest) : rest, givenBackMinor };
}

/** Of each correction the share of its days that are also in this period. */
async function givenBackFor(
  ctx: Ctx,
  accountId: number,
  { fromOn, toOn }: { fromOn: string; toOn: string },
): Promise<number> {
  // corrections_account (account_id, id desc)
  const { rows } = await sql<{ sum: number }>`
    select coalesce(sum(round(c.amount_minor::numeric
             * (least(c.to_on, ${toOn}::date) - greatest(c.from_on, ${fromOn}::date) + 1)
             / (c.to_on - c.from_on + 1))), 0)::bigint as sum
    from   corrections c
    where  c.account_id = ${accountId} and c.state in ('proposed', 'posted')
    and    c.amount_minor > 0 and c.kind <> 'reversal'
    and    c.from_on <= ${toOn}::date and c.to_on >= ${fromOn}::date`.execute(ctx.db);
  return rows[0]?.sum ?? 0;
}
