import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { GiftSettings } from './settings.ts';

/** Puts other limits in force; what was approved already stays. */
export async function changeGiftSettings(
  ctx: Ctx,
  { version, ...fields }: GiftSettings,
): Promise<Result<{ version: number }>> {
  const stored = await ctx.db
    .updateTable('vipGiftSettings')
    .set({ ...fields, version: version + 1 })
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
  if (!stored) return fail('vip.changed_meanwhile');
  const subject = { kind: 'operator', id: 1 };
  await emit(ctx, { type: 'vip.gift_limits_changed', subject, facts: fields });
  return ok(stored);
}
