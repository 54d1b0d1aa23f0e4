import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emitMany } from '../../kernel/events/journal.ts';
import { daysAfter, today } from '../../subscribers/index.ts';
import { openWhom } from '../whom.ts';
import { availableJoins, untrustedMinor } from '../states/available.ts';
import { afterMoneyCame } from '../states/resume-paid.ts';
import { noteCareful } from './careful.ts';
import { loadTrust } from './load-rule.ts';
import { targetOf } from './target.ts';

const MASS = 20;

type Changed = {
  accountId: number;
  number: string;
  subscriberId: number;
  currency: string;
  beforeMinor: number;
  limitMinor: number;
  lowersToMinor: number | null;
  lowersOn: string | null;
  isNoticed: boolean;
};

/**
 * Counts how much accounts are trusted with, keeps it with what it is made of, and gives service
 * again to those who have enough by it. What is used of a limit is not taken away before a term
 * after a notice.
 * @param which a condition on `accounts a`
 */
export async function countTrust(ctx: Ctx, which: RawBuilder<unknown>): Promise<void> {
  const rule = await loadTrust(ctx);
  await sql`select a.id from accounts a where ${which} order by a.id for no key update`.execute(
    ctx.db,
  );
  await noteCareful(ctx, rule, which);
  const target = targetOf(ctx, rule, await openWhom(ctx), which);
  // Whoever cannot be read to be meant is left as they are.
  if (!target.ok) {
    ctx.log.warn({ failure: target.failure }, 'the rule of trust cannot be read');
    return;
  }
  const changed = await put(ctx, target.value, rule.noticeDays);
  await tell(ctx, changed);
  const raised = changed.filter(({ beforeMinor, limitMinor }) => limitMinor > beforeMinor);
  if (raised.length > 0) {
    await afterMoneyCame(
      ctx,
      raised.map(({ accountId }) => accountId),
    );
  }
}

async function put(ctx: Ctx, target: RawBuilder<unknown>, noticeDays: number): Promise<Changed[]> {
  const day = today(ctx);
  const later = daysAfter(day, noticeDays);
  // trust_limits_pkey, ledger_accounts_account, promises_open (account_id) where state = 'open'
  const { rows } = await sql<Changed>`
    with ${target},
    weighed as (
      select t.account_id, t.target_minor, t.parts, trusted.limit_minor as before_minor,
             trusted.lowers_to_minor as former_to, trusted.lowers_on as former_on,
             least(trusted.limit_minor, greatest(0, -${untrustedMinor})) as used_minor
      from   target t join accounts a on a.id = t.account_id ${availableJoins}),
    next as (
      select w.*, case when w.target_minor >= w.used_minor or w.former_on <= ${day}::date
                       then w.target_minor else w.used_minor end as limit_minor
      from   weighed w),
    noted as (
      select n.*, case when n.limit_minor > n.target_minor then n.target_minor end as to_minor,
             case when n.limit_minor > n.target_minor
                  then coalesce(n.former_on, ${later}::date) end as lowers_on
      from   next n)
    update trust_limits c
    set    limit_minor = n.limit_minor, lowers_to_minor = n.to_minor, lowers_on = n.lowers_on,
           parts = n.parts
    from   noted n
    join   accounts a on a.id = n.account_id
    join   subscribers own on own.id = a.subscriber_id
    where  c.account_id = n.account_id
    and    (c.limit_minor, c.lowers_to_minor, c.lowers_on, c.parts)
             is distinct from (n.limit_minor, n.to_minor, n.lowers_on, n.parts)
    returning c.account_id, a.number, own.root_id as subscriber_id, a.currency, n.before_minor,
              c.limit_minor, c.lowers_to_minor, c.lowers_on,
              n.to_minor is not null and n.to_minor is distinct from n.former_to as is_noticed`.execute(
    ctx.db,
  );
  return rows;
}

async function tell(ctx: Ctx, changed: readonly Changed[]): Promise<void> {
  const events = changed.flatMap((one) => {
    const { accountId, number, subscriberId, currency, beforeMinor, limitMinor } = one;
    const of = { subject: { kind: 'account', id: accountId }, subscriberId };
    const facts = { account: number, currency, beforeMinor };
    const { lowersToMinor: toMinor, lowersOn: on } = one;
    return [
      ...(limitMinor === beforeMinor
        ? []
        : [{ ...of, type: 'billing.trust_changed', facts: { ...facts, amountMinor: limitMinor } }]),
      ...(one.isNoticed
        ? [{ ...of, type: 'billing.trust_noticed', facts: { ...facts, amountMinor: toMinor, on } }]
        : []),
    ];
  });
  for (let at = 0; at < events.length; at += 1000) {
    await emitMany(ctx, events.slice(at, at + 1000), { isTold: events.length <= MASS });
  }
}
