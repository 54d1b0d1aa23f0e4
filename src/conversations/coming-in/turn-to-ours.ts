import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { FIRST_TOUCH, startNorm } from '../../norms/index.ts';
import { change, tell } from '../record/change.ts';
import { replyClock } from '../record/reply-clock.ts';
import { offeringNow } from '../settings/desk-clock.ts';
import type { Locked } from '../record/lock-conversation.ts';

/**
 * The other side has spoken, or what we said did not arrive (so this alone is no answer of theirs,
 * `record/has-answered.ts`): it asks for a human again, within the promised time from that moment:
 * of the first touch, or once touched, of a reply. Its owner goes on with it; where the owner is
 * not here, it is offered to those who are.
 */
export async function turnToOurs(ctx: Ctx, row: Locked, from: Date): Promise<void> {
  const isWaitingAlready = row.state === 'open' && row.whoseTurn === 'ours';
  const { subscriberId } = row;
  const isNew = row.touchedAt !== null && row.replyDueAt === null;
  const reply = isNew ? await replyClock(ctx, from, subscriberId) : null;
  // What was asked first is due first, and what is offered goes on being offered.
  if (isWaitingAlready && !(await hasOwnerLeft(ctx, row))) {
    return void (await change(ctx, row, { ...reply }));
  }
  const isHis = await isOwnerHere(ctx, row.ownerStaffId);
  await change(ctx, row, {
    ...(isWaitingAlready ? {} : await askedAnew(ctx, { from, subscriberId }, reply?.replyDueAt)),
    ...reply,
    ...(isHis ? {} : { ownerStaffId: null, takenAt: null, ...(await offeringNow(ctx, row)) }),
  });
  if (row.state === 'closed') await tell(ctx, row, 'conversations.reopened', { reason: 'message' });
  if (!isHis && row.ownerStaffId !== null) {
    await tell(ctx, row, 'conversations.released', { staffId: row.ownerStaffId });
  }
}

async function askedAnew(
  ctx: Ctx,
  { from, subscriberId }: { from: Date; subscriberId: number | null },
  replyDueAt: Date | undefined,
): Promise<Parameters<typeof change>[2]> {
  const dueAt = replyDueAt ?? (await startNorm(ctx, FIRST_TOUCH, from, subscriberId)).dueAt;
  return {
    state: 'open',
    whoseTurn: 'ours',
    nextDueAt: dueAt,
    snoozedUntil: null,
    closedAt: null,
    closedOutcome: null,
  };
}

async function isOwnerHere(ctx: Ctx, ownerStaffId: number | null): Promise<boolean> {
  if (ownerStaffId === null) return false;
  const { rows } = await sql`
    select from presence p where p.staff_id = ${ownerStaffId} and p.is_here
    and    p.state <> 'away'`.execute(ctx.db);
  return rows.length > 0;
}

/**
 * Its owner was at the desk and went, or works here no more. Who took it though away is at it, and
 * a program that has it was never there.
 */
async function hasOwnerLeft(ctx: Ctx, { id }: Locked): Promise<boolean> {
  const { rows } = await sql`
    select from conversations c
    join   staff s on s.id = c.owner_staff_id
    left   join presence p on p.staff_id = s.id
    where  c.id = ${id} and (s.disabled_at is not null or not p.is_here
      or (p.state = 'away' and p.state_since > c.taken_at))`.execute(ctx.db);
  return rows.length > 0;
}
