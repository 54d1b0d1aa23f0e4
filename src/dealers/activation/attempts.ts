import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { type Fail, fail } from '../../kernel/result.ts';
import type { Tick } from '../../kernel/wiring.ts';

const WINDOW_SECONDS = 900;

/**
 * Most wrong ones in 15 minutes: of one caller for one account, so that a stranger who knows its
 * number takes nobody else's tries; of one of the staff; of a program, which asks for many; from an
 * address, behind which a whole house may sit; and from all strangers for one account, so that
 * thousands of addresses are no way round. With 14 digits and a million cards sold, 20 tries in 15
 * minutes hit one in about 140 years.
 */
const most = {
  account: 5,
  staff: 30,
  key: 300,
  address: 20,
  strangers: 100,
  holder: 40,
} as const;

export type Counted = { by: keyof typeof most; of: string | number };

const keyOf = ({ by, of }: Counted): string => `${by} ${of}`;

/**
 * Notes an attempt before anything is looked at, in a transaction of its own: those at once are
 * counted one by one, and none that failed is lost. What a machine that falls down forgets of its
 * last moment are a few tries, so the disk is not waited for.
 * @returns the attempts' ids, to be forgotten when it succeeds, or the refusal that says when to
 * try again; what is refused is not counted
 */
export async function noteAttempt(
  ctx: Ctx,
  counted: readonly Counted[],
): Promise<{ ids: number[] } | Fail> {
  return inTransaction(ctx, async (tx) => {
    const now = tx.clock.now();
    const since = new Date(now.getTime() - WINDOW_SECONDS * 1000);
    const keys = counted.map(keyOf).toSorted();
    await sql`
      select set_config('synchronous_commit', 'off', true),
             (select count(pg_advisory_xact_lock(hashtextextended('card attempts ' || key, 0)))
              from   unnest(${keys}::text[]) as key)`.execute(tx.db);
    // card_attempts_counted (counted_for, attempted_at)
    const { rows } = await sql<{ id: number | null; earliest: Date | null }>`
      with one as (
        select * from unnest(${counted.map(keyOf)}::text[],
                             ${counted.map(({ by }) => most[by])}::int[])
                        with ordinality as o(key, most, nth)),
      full_ones as (
        select f.attempted_at, one.nth
        from   one
        cross  join lateral (
          select attempted_at from card_attempts
          where  counted_for = one.key and attempted_at > ${since}
          order  by attempted_at desc offset one.most - 1 limit 1) f),
      made as (
        insert into card_attempts (counted_for, attempted_at)
        select key, ${now} from one where not exists (select from full_ones)
        order  by key returning id)
      select id, null as earliest from made
      union  all
      (select null, attempted_at from full_ones order by nth limit 1)`.execute(tx.db);
    const earliest = rows[0]?.earliest ?? null;
    if (earliest === null) return { ids: rows.flatMap(({ id }) => id ?? []) };
    const endsMs = earliest.getTime() + WINDOW_SECONDS * 1000;
    const minutes = Math.max(1, Math.ceil((endsMs - now.getTime()) / 60_000));
    return fail('dealers.too_many_attempts', { minutes });
  });
}

/** One that succeeded does not count; those that failed before still do. */
export async function forgetAttempt(ctx: Ctx, ids: readonly number[]): Promise<void> {
  await ctx.db.deleteFrom('cardAttempts').where('id', 'in', ids).execute();
}

export const attemptsSweep: Tick = {
  name: 'dealers.attempts',
  everySeconds: WINDOW_SECONDS,
  run: async (ctx) => {
    const old = new Date(ctx.clock.now().getTime() - WINDOW_SECONDS * 1000);
    // card_attempts_age (attempted_at)
    await ctx.db.deleteFrom('cardAttempts').where('attemptedAt', '<', old).execute();
  },
};
