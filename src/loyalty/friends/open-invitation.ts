import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { loadProgramme } from '../programme/load-programme.ts';

/** Whether a code is somebody's who is here; nothing of them is told. */
export async function isCode(ctx: Ctx, code: string): Promise<boolean> {
  // loyalty_members_code_key (code)
  const { rows } = await sql`
    select from loyalty_members b
    join   subscribers s on s.id = b.subscriber_id and s.status in ('active', 'suspended')
    where  b.code = ${code.toUpperCase()}`.execute(ctx.db);
  return rows.length > 0;
}

export async function openInvitation(
  ctx: Ctx,
  { code }: { code: string },
): Promise<Result<{ operator: string; friendMonths: number }>> {
  const { begunOn, friendMonths } = await loadProgramme(ctx);
  if (begunOn === null || !(await isCode(ctx, code))) return fail('loyalty.no_such_code');
  return ok({ operator: ctx.operator.name, friendMonths });
}
