import type { Ctx } from '../../kernel/context.ts';
import { fail, type Fail } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import type { RulesInput } from '../api/programme.ts';

export type Rules = RulesInput & { version: number };

const columns = [
  'numberAboveMinor',
  'accountAboveMinor',
  'monthsAbove',
  'carefulMonths',
  'highFromMinor',
  'veryHighFromMinor',
  'nearPercent',
  'graceDays',
  'corporateLines',
  'corporateAboveMinor',
  'corporateMonths',
  'silenceDays',
  'balanceDays',
  'endingDays',
] as const;

export async function loadRules(ctx: Ctx): Promise<Rules> {
  return ctx.db
    .selectFrom('vipSettings')
    .select([...columns, 'version'])
    .executeTakeFirstOrThrow();
}

/** Tiers follow one another. */
export function refuseRules(rules: RulesInput): Fail | null {
  if (rules.highFromMinor <= rules.numberAboveMinor) {
    return fail('vip.tiers_crossed', {}, { highFromMinor: 'vip.tiers_crossed' });
  }
  return rules.veryHighFromMinor <= rules.highFromMinor
    ? fail('vip.tiers_crossed', {}, { veryHighFromMinor: 'vip.tiers_crossed' })
    : null;
}

/** The first day of the last closed month. */
export function closedMonth(ctx: Ctx): string {
  const [year = 0, month = 0] = today(ctx).split('-').map(Number);
  return new Date(Date.UTC(year, month - 2, 1)).toISOString().slice(0, 10);
}
