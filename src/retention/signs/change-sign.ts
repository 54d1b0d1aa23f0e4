import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import type { Sign } from './signs.ts';

/** Switches a sign on or off, or says after how many days; the next sweep goes by it. */
export async function changeSign(
  ctx: Ctx,
  { kind, version, isOn, days }: Sign,
): Promise<Result<Done>> {
  const changed = await ctx.db
    .updateTable('leavingSigns')
    .set({ isOn, days, version: version + 1 })
    .where('kind', '=', kind)
    .where('version', '=', version)
    .returning('kind')
    .executeTakeFirst();
  if (!changed) return fail('retention.changed_meanwhile');
  const subject = { kind: 'operator', id: 1 };
  await emit(ctx, { type: 'retention.sign_changed', subject, facts: { kind, isOn, days } });
  return ok({});
}
