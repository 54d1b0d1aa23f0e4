import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/** Where the first number of an empty base begins: six digits are read aloud with ease. */
const BEFORE_FIRST = 100_000;

/**
 * The next number of an account: one above the last given, and above every number of digits alone
 * that a base has brought. Whoever comes next waits for the end of this transaction.
 */
export async function nextNumber(ctx: Ctx): Promise<string> {
  // One row. The look at brought numbers is made once, at the first account.
  const { rows } = await sql<{ last: number }>`
    insert into account_numbers as known (id, last)
    select 1, 1 + greatest(${BEFORE_FIRST}, coalesce(max(number::bigint), 0)) from accounts
    where  number ~ '^[0-9]{1,12}$'
    and    not exists (select from account_numbers)
    on     conflict (id) do nothing
    returning last`.execute(ctx.db);
  let last = rows[0]?.last ?? (await countOn(ctx));
  while (await isTaken(ctx, last)) last = await countOn(ctx);
  return String(last);
}

async function countOn(ctx: Ctx): Promise<number> {
  const { last } = await ctx.db
    .updateTable('accountNumbers')
    .set({ last: sql`last + 1` })
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
}

/** A number that somebody named by hand, or that a base brought since. */
async function isTaken(ctx: Ctx, number: number): Promise<boolean> {
  // accounts_number (number)
  const { rows } = await sql`select from accounts where number = ${String(number)}`.execute(ctx.db);
  return rows.length > 0;
}
