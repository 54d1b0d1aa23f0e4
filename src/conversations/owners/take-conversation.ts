import { type Ctx, teamIdOf } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { change, endOffer, tell } from '../record/change.ts';
import { indexConversations } from '../search/index-conversations.ts';
import { lockConversation } from '../record/lock-conversation.ts';
import { me } from '../reach.ts';

/**
 * Takes a conversation that is nobody's. The row's lock decides between two at once: the second is
 * told who was first. Taking does not stop the clock; from now on only its end calls the
 * supervisor.
 */
export async function takeConversation(
  ctx: Ctx,
  { id: given }: { id: number },
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockConversation(ctx, given, 'conversations.work');
  if (!locked.ok)
    return locked.failure.code === 'conversations.not_found' ? taken(ctx, given) : locked;
  const row = locked.value;
  const { id } = row;
  if (row.state === 'closed') return fail('conversations.closed_already');
  if (row.ownerStaffId === me(ctx)) return ok({ id, version: row.version });
  if (row.ownerStaffId !== null) {
    return fail('conversations.already_taken', { name: row.ownerName ?? '' });
  }
  const now = ctx.clock.now();
  const teamId = teamIdOf(ctx.actor);
  const changed = await change(ctx, row, {
    ownerStaffId: me(ctx),
    teamId: teamId ?? row.teamId,
    takenAt: now,
    offerFrom: null,
    escalateAt: callBySupervisorAt(row, now),
  });
  await endOffer(ctx, id, me(ctx));
  await indexConversations(ctx, [id]);
  await tell(ctx, row, 'conversations.taken', {
    staffId: me(ctx),
    waitedSeconds: Math.round((now.getTime() - row.openedAt.getTime()) / 1000),
  });
  return ok(changed);
}

/** When the supervisor hears that whoever has it did nothing; never of what was told already. */
export function callBySupervisorAt(
  row: { touchedAt: Date | null; touchDueAt: Date; replyDueAt?: Date | null },
  now: Date,
): Date | null {
  const dueAt = row.touchedAt === null ? row.touchDueAt : (row.replyDueAt ?? null);
  return dueAt !== null && dueAt > now ? dueAt : null;
}

/**
 * Who sees only his own cannot see a conversation any more once a colleague has it. He was looking
 * at it a moment ago, so he is told that it is taken; of what was never in reach he learns nothing.
 */
async function taken(ctx: Ctx, id: number): Promise<Result<never>> {
  const row = await ctx.db
    .selectFrom('conversations as c')
    .innerJoin('staff as s', 's.id', 'c.ownerStaffId')
    .select(['s.name', 'c.takenAt'])
    .where('c.id', '=', id)
    .executeTakeFirst();
  const secondsSince = row?.takenAt
    ? (ctx.clock.now().getTime() - row.takenAt.getTime()) / 1000
    : 0;
  const isFresh = row !== undefined && row.takenAt !== null && secondsSince <= JUST_NOW_SECONDS;
  return isFresh
    ? fail('conversations.already_taken', { name: row.name })
    : fail('conversations.not_found');
}

const JUST_NOW_SECONDS = 60;
