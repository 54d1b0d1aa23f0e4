import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import { lockRule } from '../earning/rule-rows.ts';

/**
 * Switches a rule on, after somebody has looked at what it would cost, or off. Nothing is earned by
 * it for days before it was on.
 */
export async function switchRule(
  ctx: Ctx,
  { id, version, isOn }: { id: number; version: number; isOn: boolean },
): Promise<Result<Done>> {
  const locked = await lockRule(ctx, id, version);
  if (!locked.ok) return locked;
  const { onSince, archivedAt, triedVersion } = locked.value;
  if (isOn && archivedAt) return fail('loyalty.no_such_rule');
  if (isOn && triedVersion !== version) return fail('loyalty.rule_untried');
  if (isOn === (onSince !== null)) return ok({});
  await ctx.db
    .updateTable('earningRules')
    .set({ onSince: isOn ? today(ctx) : null })
    .where('id', '=', id)
    .execute();
  const type = isOn ? 'loyalty.rule_switched_on' : 'loyalty.rule_switched_off';
  await emit(ctx, { type, subject: { kind: 'earning_rule', id } });
  return ok({});
}
