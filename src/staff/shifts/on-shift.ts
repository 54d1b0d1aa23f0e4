import { sql, type SqlBool } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/** A plan that neither ended nor begins within this says nothing of this hour. */
const PLAN_REACHES_MS = 24 * 3_600_000;

/** Whether shift `h` is going on. */
export const isGoing = (ctx: Ctx) =>
  sql<SqlBool>`(h.starts_at <= ${ctx.clock.now()} and h.ends_at > ${ctx.clock.now()})`;

/** Whether shift `h` is at one of its planned breaks. */
export const isAtBreak = (ctx: Ctx) => {
  const from = sql`h.starts_at + (b ->> 'afterMinutes')::int * interval '1 minute'`;
  return sql<SqlBool>`exists (
    select from jsonb_array_elements(h.breaks) b
    where  ${ctx.clock.now()} >= ${from}
    and    ${ctx.clock.now()} < ${from} + (b ->> 'minutes')::int * interval '1 minute')`;
};

/**
 * Whether somebody's shift is over (the row `p` of presence), and what they do was last said before
 * its end: they went home as ready. A shift that goes on, or a word said since, is another matter.
 */
export const isLeftOver = (ctx: Ctx) => {
  // shifts_staff (staff_id, ends_at)
  return sql<SqlBool>`(
    exists (select from shifts e
            where  e.staff_id = p.staff_id and e.ends_at <= ${ctx.clock.now()}
            and    e.ends_at > coalesce(p.said_at, p.state_since))
    and not exists (select from shifts h where h.staff_id = p.staff_id and ${isGoing(ctx)}))`;
};

/** Whether anybody is planned about this hour; where nobody is, nobody is off shift. */
export const isPlanned = (ctx: Ctx) => {
  const now = ctx.clock.now().getTime();
  // shifts_ends (ends_at)
  return sql<SqlBool>`exists (
    select from shifts a
    where  a.ends_at > ${new Date(now - PLAN_REACHES_MS)}
    and    a.starts_at < ${new Date(now + PLAN_REACHES_MS)})`;
};
