import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { fail, ok, type Result } from '../kernel/result.ts';

/** A person who hears nothing sends the form again, but not more often than this in an hour. */
const PHONE_LIMIT = 5;
/** A house behind one address may send many; a flood may not. In ten minutes. */
const ADDRESS_LIMIT = 30;

type From = { sender: string; remote: string };

/**
 * Lets messages from one phone, and from one address, be counted and stored one after another until
 * the transaction ends: two at once would each find room for itself. The address goes first for
 * everybody, so that no two wait for each other.
 */
export async function waitForTurn(ctx: Ctx, { sender, remote }: From): Promise<void> {
  if (!ctx.db.isTransaction) throw new Error('a turn lasts as long as a transaction');
  for (const one of [remote && `remote ${remote}`, sender && `sender ${sender}`].filter(Boolean)) {
    const key = `${ctx.operator.schema} message ${one}`;
    await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(ctx.db);
  }
}

/**
 * Whether one more message may be stored from this phone and this network address. Counted in the
 * database, so that several web processes share the count.
 */
export async function checkLimits(ctx: Ctx, from: From): Promise<Result<null>> {
  const now = ctx.clock.now().getTime();
  const hourAgo = new Date(now - 3_600_000);
  const tenMinutesAgo = new Date(now - 600_000);
  // raw_messages_sender (sender, received_at), raw_messages_remote (remote, received_at)
  const { rows } = await sql<{ ofPhone: number; ofAddress: number }>`
    select (select count(*) from raw_messages
            where  sender = ${from.sender} and sender <> '' and received_at > ${hourAgo})
             as of_phone,
           (select count(*) from raw_messages
            where  remote = ${from.remote} and remote <> '' and received_at > ${tenMinutesAgo})
             as of_address`.execute(ctx.db);
  const [counted] = rows;
  if (counted && counted.ofPhone >= PHONE_LIMIT) return fail('channels.too_many_from_phone');
  if (counted && counted.ofAddress >= ADDRESS_LIMIT) return fail('channels.too_many_from_address');
  return ok(null);
}
