import type { Ctx } from '../context.ts';
import { openPreparedDb } from './connect.ts';

/** The context in which a connection reads and plans each statement once, not every time anew. */
export const swift = (ctx: Ctx): Ctx =>
  ctx.db.isTransaction ? ctx : { ...ctx, db: openPreparedDb(ctx.pool) };

/**
 * A route's code in such a context: for what is asked often and says the same few statements each
 * time, of which planning is most. A write begins its transactions itself.
 */
export const swiftly =
  <Given extends unknown[], Answer>(handle: (ctx: Ctx, ...given: Given) => Answer) =>
  (ctx: Ctx, ...given: Given): Answer =>
    handle(swift(ctx), ...given);
