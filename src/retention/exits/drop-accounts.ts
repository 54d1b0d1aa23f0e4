import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { sumExit } from './write-exit.ts';

/**
 * Takes accounts out of an exit that are not closed yet: all of them, those that are named, or
 * those that are nobody's whom the case is about. One that is closed stays closed, and the exit
 * goes on with it alone.
 */
export async function dropAccounts(
  ctx: Ctx,
  caseId: number,
  which: 'all' | 'foreign' | readonly number[],
): Promise<{ id: number; number: string }[]> {
  const isForeign = sql`not exists (
    select from retention_cases c
    join   subscribers s on s.id = c.subscriber_id
    join   subscribers m on m.root_id = s.root_id
    where  c.id = e.case_id and m.id = a.subscriber_id)`;
  const isMeant =
    which === 'all'
      ? sql`true`
      : which === 'foreign'
        ? isForeign
        : sql`a.id = any(${[...which]}::bigint[])`;
  // exit_accounts_pkey, accounts_pkey, subscribers_root (root_id)
  const { rows } = await sql<{ id: number; number: string }>`
    delete from exit_accounts e using accounts a
    where  e.case_id = ${caseId} and e.final_minor is null and a.id = e.account_id
    and    ${isMeant}
    returning a.id, a.number`.execute(ctx.db);
  if (which === 'foreign')
    await endNoMore(
      ctx,
      caseId,
      rows.map(({ id }) => id),
    );
  await sumExit(ctx, caseId);
  // case_exits_pkey, exit_accounts_pkey
  await sql`
    delete from case_exits x
    where  x.case_id = ${caseId} and x.closed_at is null
    and    not exists (select from exit_accounts e where e.case_id = x.case_id)`.execute(ctx.db);
  return rows;
}

/** A number that was let go with an account, and asked of in another case, has none that ends. */
async function endNoMore(ctx: Ctx, caseId: number, accountIds: readonly number[]): Promise<void> {
  // port_notices_account
  await sql`
    update port_notices set account_id = null
    where  account_id = any(${[...accountIds]}::bigint[]) and case_id <> ${caseId}
    and    called_off_at is null`.execute(ctx.db);
}
