import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/** Whether somebody has left and nothing of theirs is open: no wish of theirs is talked over. */
export async function hasLeft(ctx: Ctx, subscriberId: number): Promise<boolean> {
  // subscribers_pkey, subscribers_root (root_id), accounts_subscriber (subscriber_id)
  const { rows } = await sql`
    select from subscribers s join subscribers r on r.id = s.root_id
    where  s.id = ${subscriberId} and r.status = 'left' and not exists (
             select from subscribers m join accounts a on a.subscriber_id = m.id
             where  m.root_id = r.id and a.state <> 'closed')`.execute(ctx.db);
  return rows.length > 0;
}
