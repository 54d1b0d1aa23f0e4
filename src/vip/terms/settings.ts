import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';

export type TermsSettings = {
  secondFromMinor: number;
  longestMonths: number;
  noticeDays: number;
  version: number;
};

/** From what on terms take two who approve, and how long before their end it is told. */
export const loadTermsSettings = (ctx: Ctx): Promise<TermsSettings> =>
  ctx.db
    .selectFrom('vipTermsSettings')
    .select(['secondFromMinor', 'longestMonths', 'noticeDays', 'version'])
    .executeTakeFirstOrThrow();

export async function showTermsSettings(
  ctx: Ctx,
): Promise<Result<TermsSettings & { currency: string }>> {
  return ok({ ...(await loadTermsSettings(ctx)), currency: ctx.operator.currency });
}
