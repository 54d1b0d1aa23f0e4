import { sql } from 'kysely';
import type { Condition } from '../../kernel/conditions/condition.ts';
import type { Ctx } from '../../kernel/context.ts';
import { abandonableRead } from '../../kernel/db/abandonable-read.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { meeting } from './meeting.ts';

/** So long somebody looks at an estimate before it is of no use. */
const LIMIT_MS = 20_000;

/** How many meet a condition, one by one; it ends when whoever asked has gone. */
export async function countExactly(
  ctx: Ctx,
  { condition }: { condition: Condition },
): Promise<Result<{ count: number }>> {
  const met = await meeting(ctx, condition);
  if (!met.ok) return met;
  const count = await abandonableRead(ctx, LIMIT_MS, async ({ db }) => {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from (${met.value.ids}) found`.execute(db);
    return rows[0]?.count ?? 0;
  });
  return count === undefined ? fail('segments.count_too_long') : ok({ count });
}
