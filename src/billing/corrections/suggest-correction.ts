import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { findAccount } from '../find-account.ts';
import { countPeriod, type Part } from './count-period.ts';
import { type Asked, findAbout, type Line } from './find-about.ts';
import { givenForDays } from './given-back.ts';

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

/** By corrections of periods that have days in common with this one, for those days. */
async function givenBackFor(
  ctx: Ctx,
  accountId: number,
  { fromOn, toOn }: { fromOn: string; toOn: string },
): Promise<number> {
  const asked = { fromOn: sql`${fromOn}::date`, toOn: sql`${toOn}::date` };
  const given = givenForDays(sql`${accountId}`, asked, ['proposed', 'posted']);
  const { rows } = await sql<{ sum: number }>`select ${given}::bigint as sum`.execute(ctx.db);
  return rows[0]?.sum ?? 0;
}
