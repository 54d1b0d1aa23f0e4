import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';

/**
 * Begins the programme: by night everybody who is here takes part, and rules that are on give. Or
 * ends it: nothing is earned any more, discounts for friends end with the night, and what was
 * earned stays to be spent.
 */
export async function beginProgramme(ctx: Ctx, { isOn }: { isOn: boolean }): Promise<Result<Done>> {
  const begunOn = isOn ? today(ctx) : null;
  const changed = await ctx.db
    .updateTable('loyaltySettings')
    .set({ begunOn })
    .where('begunOn', isOn ? 'is' : 'is not', null)
    .returning('version')
    .executeTakeFirst();
  if (!changed) return ok({});
  const subject = { kind: 'operator', id: 1 };
  await emit(ctx, { type: 'loyalty.programme_begun', subject, facts: { isOn } });
  return ok({});
}
