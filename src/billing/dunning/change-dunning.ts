import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import type { DunningSettings } from '../api/dunning.ts';
import { loadDunning } from './load-dunning.ts';

export const showDunningSettings = async (ctx: Ctx): Promise<Result<DunningSettings>> =>
  ok(await loadDunning(ctx));

/** Says what is done about debts. It is switched off until somebody has seen what it would do. */
export async function changeDunning(
  ctx: Ctx,
  { version, steps, ...rest }: Omit<DunningSettings, 'isOn' | 'isTried'>,
): Promise<Result<Done>> {
  const before = await lock(ctx);
  if (before.version !== version) return fail('billing.changed_since');
  const isDumb = steps.some(
    ({ what, ...words }) =>
      (what === 'remind' || what === 'offer') && words[ctx.operator.language] === '',
  );
  if (isDumb) return fail('billing.step_without_words');
  const after = { ...rest, steps: steps.toSorted((a, b) => a.day - b.day) };
  await ctx.db
    .updateTable('dunningSettings')
    .set({ ...after, steps: JSON.stringify(after.steps), isOn: false, version: version + 1 })
    .execute();
  await emit(ctx, {
    type: 'billing.dunning_changed',
    subject: { kind: 'operator', id: 1 },
    facts: { before, after },
  });
  return ok({});
}

/** Switches the steps on, once their effect was looked at, or off. */
export async function switchDunning(
  ctx: Ctx,
  { version, isOn }: { version: number; isOn: boolean },
): Promise<Result<Done>> {
  const before = await lock(ctx);
  if (before.version !== version) return fail('billing.changed_since');
  if (isOn && before.steps.length === 0) return fail('billing.dunning_empty');
  if (isOn && !before.isTried) return fail('billing.dunning_untried');
  if (isOn === before.isOn) return ok({});
  await ctx.db.updateTable('dunningSettings').set({ isOn }).execute();
  await emit(ctx, {
    type: isOn ? 'billing.dunning_on' : 'billing.dunning_off',
    subject: { kind: 'operator', id: 1 },
  });
  return ok({});
}

async function lock(ctx: Ctx): Promise<DunningSettings> {
  await sql`select from dunning_settings for update`.execute(ctx.db);
  return loadDunning(ctx);
}
