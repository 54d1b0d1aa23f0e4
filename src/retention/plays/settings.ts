import type { Ctx } from '../../kernel/context.ts';
import { ok } from '../../kernel/result.ts';
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

/** Whether it is an hour at which people may be called, or written to without having asked. */
export async function isCallTime(ctx: Ctx): Promise<boolean> {
  const now = ctx.clock.now();
  return callableFrom(ctx, await loadPlaySettings(ctx), now) <= now;
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
