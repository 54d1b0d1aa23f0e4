import { type RawBuilder, sql } from 'kysely';
import type { CorrectionState } from '../api/correction-kinds.ts';

type Sql = RawBuilder<unknown>;

/** Whether a correction `c` gives something back, of those in a state that counts. */
export const isGiving = (states: readonly CorrectionState[]): Sql => sql`
  c.amount_minor > 0 and c.kind <> 'reversal' and c.state = any(${[...states]}::text[])`;

const lastOf = (month: Sql): Sql => sql`(${month} + interval '1 month' - interval '1 day')::date`;

/** The days of a calendar month. */
export const daysOfMonth = (month: Sql): { fromOn: Sql; toOn: Sql } => ({
  fromOn: month,
  toOn: lastOf(month),
});

/** How many days a correction `c` has in a month. */
export const daysWithin = (month: Sql): Sql =>
  sql`(least(c.to_on, ${lastOf(month)}) - greatest(c.from_on, ${month}) + 1)`;

/**
 * What corrections of periods give an account for some days: of what each gives for a month the
 * share of its days there.
 */
export const givenForDays = (
  accountId: Sql,
  { fromOn, toOn }: { fromOn: Sql; toOn: Sql },
  states: readonly CorrectionState[],
): Sql => sql`
  -- corrections_account (account_id, id desc), correction_months_pkey
  coalesce((select sum(round(m.amount_minor::numeric * k.days / ${daysWithin(sql`m.month`)}))
            from   corrections c
            join   correction_months m on m.correction_id = c.id
            cross  join lateral (
              select least(c.to_on, ${lastOf(sql`m.month`)}, ${toOn})
                     - greatest(c.from_on, m.month, ${fromOn}) + 1 as days) k
            where  c.account_id = ${accountId} and ${isGiving(states)} and k.days > 0), 0)`;

/**
 * What is left of each subscription's fee of a month after what corrections of its lines give back:
 * rows of account_id, subscription_id, month, minor.
 * @param which conditions on `charges ch`
 */
export const leftOfFees = (which: Sql, states: readonly CorrectionState[]): Sql => sql`
  -- charges_month (month, account_id), corrections_line (line_id)
  select ch.account_id, ch.subscription_id, ch.month, sum(ch.amount_minor - coalesce(
           (select sum(c.amount_minor) from corrections c
            where  c.line_id = ch.posting_id and ${isGiving(states)}), 0)) as minor
  from   charges ch
  where  ch.kind = 'fee' and ${which}
  group  by ch.account_id, ch.subscription_id, ch.month`;
