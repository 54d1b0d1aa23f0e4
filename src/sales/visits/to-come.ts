import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/** What the clocks show where the operator is, without a zone, as hours of visits are kept. */
export const wallNow = (ctx: Ctx): RawBuilder<Date> =>
  sql`(${ctx.clock.now()}::timestamptz at time zone ${ctx.operator.timeZone})`;

/** Whether the hours `t` of visit `v` are not over yet: somebody is still to come, or is there. */
export const isToCome = (ctx: Ctx): RawBuilder<boolean> =>
  sql`(v.on_day + make_interval(mins => t.to_minute) > ${wallNow(ctx)})`;
