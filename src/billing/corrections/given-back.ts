import { type RawBuilder, sql } from 'kysely';
import type { CorrectionState } from '../api/kinds.ts';

type Sql = RawBuilder<unknown>;

/** Whether a correction `c` gives something back, of those in a state that counts. */
export const isGiving = (states: readonly CorrectionState[]): Sql => sql`
  c.amount_minor > 0 and c.kind <> 'reversal' and c.state = any(${[...states]}::text[])`;

/** What corrections of periods give an account for some days: of each the share of its days. */
export const givenForDays = (
  accountId: Sql,
  { fromOn, toOn }: { fromOn: Sql; toOn: Sql },
  states: readonly CorrectionState[],
): Sql => sql`
  -- corrections_account (account_id, id desc)
  coalesce((select sum(round(c.amount_minor::numeric
                     * (least(c.to_on, ${toOn}) - greatest(c.from_on, ${fromOn}) + 1)
                     / (c.to_on - c.from_on + 1)))
            from   corrections c
            where  c.account_id = ${accountId} and ${isGiving(states)}
            and    c.from_on <= ${toOn} and c.to_on >= ${fromOn}), 0)`;

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

const lastOf = (month: Sql): Sql => sql`(${month} + interval '1 month' - interval '1 day')::date`;

/** The days of a calendar month. */
export const daysOfMonth = (month: Sql): { fromOn: Sql; toOn: Sql } => ({
  fromOn: month,
  toOn: lastOf(month),
});
