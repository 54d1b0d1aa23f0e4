import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { monthOf } from '../kernel/month-of.ts';
import { today } from '../subscribers/index.ts';

/** The first day of this month for the operator. */
export const thisMonth = (ctx: Ctx): string => monthOf(today(ctx));

/** The operator's midnight that begins a day, as an instant for comparing with columns. */
export const beginning = (ctx: Ctx, day: string) =>
  sql`(${day}::date::timestamp at time zone ${ctx.operator.timeZone})`;

/** The month of an instant's column, as the operator's calendar has it. */
export const monthIn = (ctx: Ctx, column: string) =>
  sql`date_trunc('month', ${sql.ref(column)} at time zone ${ctx.operator.timeZone})::date`;
