import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';

type TermsSettings = {
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

/** Puts other limits in force; what was approved stays. */
export async function changeTermsSettings(
  ctx: Ctx,
  { version, ...fields }: TermsSettings,
): Promise<Result<{ version: number }>> {
  const stored = await ctx.db
    .updateTable('vipTermsSettings')
    .set({ ...fields, version: version + 1 })
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
  if (!stored) return fail('vip.changed_meanwhile');
  const subject = { kind: 'operator', id: 1 };
  await emit(ctx, { type: 'vip.terms_limits_changed', subject, facts: fields });
  return ok(stored);
}
