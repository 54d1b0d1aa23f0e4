import { type RawBuilder, sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';

/** Of one's own tasks and nobody's, or nobody's alone: what is not over; `row` is their table. */
export const isToDo = (ctx: Ctx, row: RawBuilder<unknown>, isNobodys: boolean) => sql<boolean>`
  (${row}.state = 'open' and (${row}.owner_staff_id is null
     ${isNobodys ? sql`` : sql`or ${row}.owner_staff_id = ${staffIdOf(ctx.actor)}`}))`;

/** And of these what has begun. */
export const mayBeDone = (ctx: Ctx, row: RawBuilder<unknown>, isNobodys: boolean) => sql<boolean>`
  ${isToDo(ctx, row, isNobodys)} and ${row}.starts_at <= ${ctx.clock.now()}`;
