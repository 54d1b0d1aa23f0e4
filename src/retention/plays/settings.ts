import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { opensAt } from '../../norms/index.ts';

/** Limits of all plays together. */
export type PlaySettings = {
  contactDays: number;
  mostContacts: number;
  callsPerDay: number;
  callsFrom: number;
  callsTo: number;
  contactMinor: number;
  returnedDays: number;
  version: number;
};

export async function loadPlaySettings(ctx: Ctx): Promise<PlaySettings> {
  return ctx.db
    .selectFrom('playSettings')
    .select([
      'contactDays',
      'mostContacts',
      'callsPerDay',
      'callsFrom',
      'callsTo',
      'contactMinor',
      'returnedDays',
      'version',
    ])
    .executeTakeFirstOrThrow();
}

/** The same, with the currency of what a call costs. */
export async function showPlaySettings(ctx: Ctx) {
  return ok({ ...(await loadPlaySettings(ctx)), currency: ctx.operator.currency });
}

/** Puts other limits in force; what is to be done already stays. */
export async function changePlaySettings(
  ctx: Ctx,
  { version, ...fields }: PlaySettings,
): Promise<Result<{ version: number }>> {
  if (fields.callsFrom >= fields.callsTo) {
    return fail('retention.hours_crossed', {}, { callsTo: 'retention.hours_crossed' });
  }
  const changed = await ctx.db
    .updateTable('playSettings')
    .set({ ...fields, version: version + 1 })
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
  if (!changed) return fail('retention.changed_meanwhile');
  const subject = { kind: 'operator', id: 1 };
  await emit(ctx, { type: 'retention.play_settings_changed', subject, facts: fields });
  return ok(changed);
}

/** The moment itself where people may be called then, else when they next may. */
export function callableFrom(
  ctx: Ctx,
  { callsFrom, callsTo }: Pick<PlaySettings, 'callsFrom' | 'callsTo'>,
  at: Date,
): Date {
  const time = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
  const hours = [{ from: time(callsFrom), to: time(callsTo) }];
  const week = {
    mon: hours,
    tue: hours,
    wed: hours,
    thu: hours,
    fri: hours,
    sat: hours,
    sun: hours,
  };
  return opensAt({ zone: ctx.operator.timeZone, hours: week, exceptions: [] }, at);
}
