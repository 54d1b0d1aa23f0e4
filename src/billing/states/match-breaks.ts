import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/**
 * Brings the breaks of accounts in line with the states that a base brought: one suspended gets a
 * break from now on, one that is not has none any more. Their charges follow with the next run.
 */
export async function matchBreaks(ctx: Ctx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const now = ctx.clock.now();
  const these = sql`any(${[...ids]}::bigint[])`;
  // service_breaks_open (account_id) where ended_at is null
  await sql`
    insert into service_breaks (account_id, kind, reason, began_at)
    select a.id, 'suspended', 'brought', ${now} from accounts a
    where  a.id = ${these} and a.state = 'suspended'
    order  by a.id on conflict (account_id) where ended_at is null do nothing`.execute(ctx.db);
  // service_breaks_account (account_id, began_at)
  await sql`
    update service_breaks b set ended_at = greatest(b.began_at, ${now})
    from   accounts a
    where  a.id = ${these} and b.account_id = a.id and a.state <> 'suspended'
    and    b.kind = 'suspended' and b.ended_at is null`.execute(ctx.db);
}
