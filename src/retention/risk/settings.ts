import type { Ctx } from '../../kernel/context.ts';

/** How risk and value are counted for this operator. */
export type RiskSettings = {
  gapDays: number;
  discountPercent: number;
  valueMonths: number;
  marginPercent: number;
  version: number;
};

export async function loadRiskSettings(ctx: Ctx): Promise<RiskSettings> {
  return ctx.db
    .selectFrom('riskSettings')
    .select(['gapDays', 'discountPercent', 'valueMonths', 'marginPercent', 'version'])
    .executeTakeFirstOrThrow();
}

/** What a sum loses a month at a rate a year. */
export const monthlyDiscount = ({ discountPercent }: RiskSettings): number =>
  (1 + discountPercent / 100) ** (1 / 12) - 1;
