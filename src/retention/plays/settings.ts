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

/** Whether it is an hour at which people may be called, and between which ones they may. */
export async function callHours(
  ctx: Ctx,
): Promise<{ isCallTime: boolean; callsFrom: number; callsTo: number }> {
  const now = ctx.clock.now();
  const settings = await loadPlaySettings(ctx);
  const { callsFrom, callsTo } = settings;
  return { isCallTime: callableFrom(ctx, settings, now) <= now, callsFrom, callsTo };
}

/** Whether they may also be written to without having asked: in the same hours. */
export const isCallTime = async (ctx: Ctx): Promise<boolean> => (await callHours(ctx)).isCallTime;

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
