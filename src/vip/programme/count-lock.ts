import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/** By what one who counts keeps others from counting beside them until the transaction ends. */
export const countLock = (ctx: Ctx) =>
  sql`hashtextextended(${`${ctx.operator.schema} vip.programme`}, 0)`;
