import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/** The instant at which a day begins by the operator's clocks. */
export const startOfDay = (ctx: Ctx, day: string) =>
  sql<Date>`(${day}::date::timestamp at time zone ${ctx.operator.timeZone})`;

/** The operator's day of an instant. */
export const dayOf = (ctx: Ctx, column: string) =>
  sql<string>`(${sql.ref(column)} at time zone ${ctx.operator.timeZone})::date`;

/** Days from one day to another, the second not counted. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
