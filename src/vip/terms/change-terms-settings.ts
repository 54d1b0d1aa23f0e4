import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { TermsSettings } from './settings.ts';

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
