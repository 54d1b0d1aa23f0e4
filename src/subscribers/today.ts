import type { Ctx } from '../kernel/context.ts';

/** The day it is for the operator, `YYYY-MM-DD`. */
export function today(ctx: Ctx): string {
  return dayOf(ctx.clock.now(), ctx.operator.timeZone);
}

/** The calendar day of an instant in a time zone, `YYYY-MM-DD`. */
function dayOf(at: Date, timeZone: string): string {
  // The Swedish calendar writes dates as ISO 8601 does.
  return at.toLocaleDateString('sv-SE', { timeZone });
}

/** A day some days later, `YYYY-MM-DD`. */
export function daysAfter(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}
