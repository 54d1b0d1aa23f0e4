import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { becomeAsBefore, becomeFormer, indexSubscriber, today } from '../../subscribers/index.ts';
import { type Account, lockAccount } from '../find-account.ts';
import { closeLocked, hasOpen } from './close-account.ts';

/**
 * Closes an account as if it had not been opened: fees for connecting come back as well, less what
 * corrections gave back of them, and the holder stands as before. Whoever serves the account may.
 */
export async function takeBackAccount(
  ctx: Ctx,
  { id, words }: { id: number; words: string },
): Promise<Result<{ balanceMinor: number; currency: string }>> {
  const locked = await lockAccount(ctx, id, 'billing.serve');
  if (!locked.ok) return locked;
  const account = locked.value;
  if (account.state === 'closed') return fail('billing.account_closed');
  // subscriptions_account (account_id): nothing was connected in the end, so no fee for it is due
  await sql`update subscriptions set is_moved = true where account_id = ${id}`.execute(ctx.db);
  await sql`update accounts set is_taken_back = true where id = ${id}`.execute(ctx.db);
  const { openedOn, eventId } = await openingOf(ctx, id);
  const closed = await closeLocked(ctx, account, { words, fromMonth: openedOn });
  await settleHolder(ctx, account, { openedOn, eventId });
  return ok(closed);
}

type Opening = { openedOn: string; eventId: number | null };

async function openingOf(ctx: Ctx, id: number): Promise<Opening> {
  // accounts_pkey, events_subject (subject_kind, subject_id, id desc)
  const { rows } = await sql<Opening>`
    select (a.created_at at time zone ${ctx.operator.timeZone})::date as opened_on,
           (select e.id from events e
            where  e.subject_kind = 'account' and e.subject_id = a.id
            and    e.type = 'billing.account_opened' and e.transaction_id is not null
            order  by e.id desc limit 1) as event_id
    from   accounts a where a.id = ${id}`.execute(ctx.db);
  const [opening] = rows;
  if (!opening) throw new Error(`there is no account ${id}`);
  return opening;
}

/** Whom another account has kept a subscriber since then has left; all others are as before. */
async function settleHolder(
  ctx: Ctx,
  { id, subscriberId }: Account,
  { openedOn, eventId }: Opening,
): Promise<void> {
  if (await hasOpen(ctx, subscriberId)) return;
  // subscribers_root (root_id), accounts_subscriber (subscriber_id)
  const { rows } = await sql`
    select from accounts a join subscribers s on s.id = a.subscriber_id
    where  s.root_id = ${subscriberId} and a.id <> ${id} and a.closed_on > ${openedOn}
    limit  1`.execute(ctx.db);
  const isAsBefore = rows.length === 0 && eventId !== null;
  if (isAsBefore) await becomeAsBefore(ctx, subscriberId, { sinceEventId: eventId });
  else await becomeFormer(ctx, subscriberId, today(ctx));
  await indexSubscriber(ctx, [subscriberId]);
}
