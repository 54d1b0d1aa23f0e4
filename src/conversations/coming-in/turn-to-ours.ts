import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { FIRST_TOUCH, startNorm } from '../../norms/index.ts';
import { change, tell } from '../record/change.ts';
import { offeringNow } from '../settings/desk-clock.ts';
import type { Locked } from '../record/lock-conversation.ts';

/**
 * The other side has spoken, or what we said did not arrive: it asks for a human again, within the
 * promised time from that moment. Its owner goes on with it; where the owner is not here, it is
 * offered to those who are.
 */
export async function turnToOurs(ctx: Ctx, row: Locked, from: Date): Promise<void> {
  const isWaitingAlready = row.state === 'open' && row.whoseTurn === 'ours';
  if (isWaitingAlready) return void (await change(ctx, row, {}));
  const { dueAt } = await startNorm(ctx, FIRST_TOUCH, from);
  const isHis = await isOwnerHere(ctx, row.ownerStaffId);
  await change(ctx, row, {
    state: 'open',
    whoseTurn: 'ours',
    nextDueAt: dueAt,
    snoozedUntil: null,
    closedAt: null,
    closedOutcome: null,
    ...(isHis ? {} : { ownerStaffId: null, takenAt: null, ...(await offeringNow(ctx, row)) }),
  });
  if (row.state === 'closed') await tell(ctx, row, 'conversations.reopened', { reason: 'message' });
  if (!isHis && row.ownerStaffId !== null) {
    await tell(ctx, row, 'conversations.released', { staffId: row.ownerStaffId });
  }
}

async function isOwnerHere(ctx: Ctx, ownerStaffId: number | null): Promise<boolean> {
  if (ownerStaffId === null) return false;
  const { rows } = await sql`
    select from presence p where p.staff_id = ${ownerStaffId} and p.is_here
    and    p.state <> 'away'`.execute(ctx.db);
  return rows.length > 0;
}
