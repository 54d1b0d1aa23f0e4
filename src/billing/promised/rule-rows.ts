import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { PromiseRule, PromiseRuleBody } from '../api/promises.ts';

/** A rule as it stands in its row. */
export type Rule = PromiseRuleBody & Pick<PromiseRule, 'id' | 'version'>;

export const ruleColumns = sql`id, name, condition, sum_kind, sums_minor, fees_percent, days,
  price_minor, monthly_times, least_days_between, most_debt_minor, least_tenure_months, version`;

/** Those in use, in their order; a few dozen at most. */
export async function rulesInUse(ctx: Ctx): Promise<Rule[]> {
  const { rows } = await sql<Rule>`
    select ${ruleColumns} from promise_rules
    where  archived_at is null order by position, id`.execute(ctx.db);
  return rows;
}

/** The values of a rule's columns, by their names in the table. */
export const rowOf = (body: PromiseRuleBody) => ({
  name: body.name,
  condition: body.condition && JSON.stringify(body.condition),
  sumKind: body.sumKind,
  sumsMinor: body.sumKind === 'fixed' ? [...body.sumsMinor].toSorted((a, b) => a - b) : [],
  feesPercent: body.feesPercent,
  days: body.days,
  priceMinor: body.priceMinor,
  monthlyTimes: body.monthlyTimes,
  leastDaysBetween: body.leastDaysBetween,
  mostDebtMinor: body.mostDebtMinor,
  leastTenureMonths: body.leastTenureMonths,
});
