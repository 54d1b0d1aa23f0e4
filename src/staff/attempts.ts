import { sql } from 'kysely';
import { createHash } from 'node:crypto';
import type { Ctx } from '../kernel/context.ts';
import type { Tick } from '../kernel/wiring.ts';

const WINDOW_SECONDS = 900;

/**
 * Most wrong passwords in 15 minutes. A person who mistypes gets ten; the account as a whole more,
 * so that a stranger's guessing does not lock its owner out at once; an address, behind which a
 * whole office may sit, more again.
 */
const most = { accountFromAddress: 10, account: 50, address: 100 };

export type Attempt = { account: string; address: string };

/** The e-mail itself is not kept: many that are tried belong to nobody here. */
export function attemptOf(email: string, address: string): Attempt {
  const account = createHash('sha256').update(email.trim().toLowerCase()).digest('hex');
  return { account, address };
}

/** A password asked for again of somebody signed in: counted for the account and the session. */
export function attemptAgain(own: { email: string; sessionId: number }): Attempt {
  return attemptOf(own.email, `session ${own.sessionId}`);
}

/**
 * Notes an attempt, then counts, so that of many at once no more than the limit get through.
 * @returns whether the password may be looked at
 */
export async function noteAttempt(ctx: Ctx, { account, address }: Attempt): Promise<boolean> {
  const now = ctx.clock.now();
  await ctx.db
    .insertInto('signInAttempts')
    .values({ account, address, attemptedAt: now })
    .execute();
  const since = new Date(now.getTime() - WINDOW_SECONDS * 1000);
  // sign_in_attempts_account, sign_in_attempts_address
  const { rows } = await sql<{ both: number; ofAccount: number; ofAddress: number }>`
    select (select count(*) from sign_in_attempts
            where account = ${account} and attempted_at > ${since}) as of_account,
           (select count(*) from sign_in_attempts
            where account = ${account} and attempted_at > ${since}
            and   address = ${address}) as both,
           (select count(*) from sign_in_attempts
            where address = ${address} and attempted_at > ${since}) as of_address`.execute(ctx.db);
  const [counts] = rows;
  if (!counts) return false;
  return (
    counts.both <= most.accountFromAddress &&
    counts.ofAccount <= most.account &&
    counts.ofAddress <= most.address
  );
}

/** A right password makes the wrong ones before it harmless. */
export async function forgetAttempts(ctx: Ctx, { account, address }: Attempt): Promise<void> {
  await ctx.db
    .deleteFrom('signInAttempts')
    .where('account', '=', account)
    .where('address', '=', address)
    .execute();
}

export const attemptsSweep: Tick = {
  name: 'staff.attempts',
  everySeconds: WINDOW_SECONDS,
  run: async (ctx) => {
    const old = new Date(ctx.clock.now().getTime() - WINDOW_SECONDS * 1000);
    // sign_in_attempts_age
    await ctx.db.deleteFrom('signInAttempts').where('attemptedAt', '<', old).execute();
  },
};
