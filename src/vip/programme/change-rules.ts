import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { refuseRules, type Rules } from './rules.ts';

/** Puts other rules in force; the next night counts by them. */
export async function changeRules(
  ctx: Ctx,
  { version, ...rules }: Rules,
): Promise<Result<{ version: number }>> {
  const refused = refuseRules(rules);
  if (refused) return refused;
  const stored = await ctx.db
    .updateTable('vipSettings')
    .set({ ...rules, version: version + 1 })
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
  if (!stored) return fail('vip.changed_meanwhile');
  const subject = { kind: 'operator', id: 1 };
  await emit(ctx, { type: 'vip.rules_changed', subject, facts: rules });
  return ok(stored);
}
