import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { fail, ok, type Result } from '../kernel/result.ts';

/** A person who hears nothing sends the form again, but not more often than this in an hour. */
const PHONE_LIMIT = 5;
/** A house behind one address may send many; a flood may not. In ten minutes. */
const ADDRESS_LIMIT = 30;

/**
 * Whether one more message may be stored from this phone and this network address. Counted in the
 * database, so that several web processes share the count.
 */
export async function checkLimits(
  ctx: Ctx,
  from: { sender: string; remote: string },
): Promise<Result<null>> {
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
