import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { findAccount } from '../find-account.ts';
import { countPeriod, type Fee, type Part } from './count-period.ts';
import { type Asked, findAbout } from './find-about.ts';

type Suggested = { currency: string; amountMinor: number; parts: Part[] };

/**
 * What a correction would come to: of a charge what has not been given back yet, of any other line
 * its opposite, of a period the days of each service times its price.
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
    const amountMinor = line ? -line.amountMinor - line.refundedMinor : 0;
    return ok({ currency, amountMinor, parts: [] });
  }
  const parts = countPeriod(await feesIn(ctx, id, period), period);
  const amountMinor = parts.reduce((sum, part) => sum + part.amountMinor, 0);
  return ok({ currency, amountMinor, parts });
}

async function feesIn(
  ctx: Ctx,
  accountId: number,
  { fromOn, toOn }: { fromOn: string; toOn: string },
): Promise<Fee[]> {
  // subscriptions_account (account_id), then primary keys
  const { rows } = await sql<Fee>`
    select s.id as subscription_id, p.name, coalesce(s.monthly_fee_minor, v.monthly_fee_minor) as monthly_fee_minor,
           greatest(s.started_on, ${fromOn}::date) as from_on,
           least(s.ended_on, ${toOn}::date) as to_on
    from   subscriptions s
    join   product_versions v on v.id = s.product_version_id
    join   products p on p.id = v.product_id
    where  s.account_id = ${accountId}
    and    coalesce(s.started_on, ${fromOn}::date) <= ${toOn}::date
    and    coalesce(s.ended_on, ${toOn}::date) >= ${fromOn}::date
    order  by p.kind <> 'tariff', s.id`.execute(ctx.db);
  return rows;
}
