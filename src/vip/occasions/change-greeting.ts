import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { occasionKinds } from '../kinds.ts';
import { unknownIn } from './fill-in.ts';
import type { GreetingSettings } from './greeting-settings.ts';

/** Puts other words and hours in force. */
export async function changeGreeting(
  ctx: Ctx,
  { version, ...fields }: GreetingSettings,
): Promise<Result<{ version: number }>> {
  if (fields.hoursFrom >= fields.hoursTo) {
    return fail('vip.hours_crossed', {}, { hoursTo: 'vip.hours_crossed' });
  }
  for (const kind of occasionKinds) {
    const words = fields.words[kind];
    const unknown = unknownIn(words, ['name', 'operator']);
    if (unknown !== undefined) return fail('vip.unknown_name', { name: unknown });
    if (fields.isOn && words === '') return fail('vip.words_needed');
  }
  const stored = await ctx.db
    .updateTable('vipGreetingSettings')
    .set({ ...fields, words: JSON.stringify(fields.words), version: version + 1 })
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
  if (!stored) return fail('vip.changed_meanwhile');
  const { isOn, way, hoursFrom, hoursTo } = fields;
  const facts = { isOn, way, hoursFrom, hoursTo };
  await emit(ctx, { type: 'vip.greeting_changed', subject: { kind: 'operator', id: 1 }, facts });
  return ok(stored);
}
