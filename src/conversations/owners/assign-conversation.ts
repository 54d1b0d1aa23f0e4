import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { change, endOffer, tell } from '../record/change.ts';
import { indexConversations } from '../search/index-conversations.ts';
import { lockConversation } from '../record/lock-conversation.ts';
import { canWork } from '../offering/free-agents.ts';
import { me } from '../reach.ts';
import { endUntoldCalls } from '../callbacks/start-call.ts';
import { callBySupervisorAt } from './take-conversation.ts';

/** Gives a conversation to somebody who may work on it. Assigning does not stop the clock. */
export async function assignConversation(
  ctx: Ctx,
  { id: given, version, staffId }: { id: number; version: number; staffId: number },
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockConversation(ctx, given, 'conversations.assign', version);
  if (!locked.ok) return locked;
  const row = locked.value;
  const { id } = row;
  if (row.state === 'closed') return fail('conversations.closed_already');
  const { rows } = await sql<{ teamId: number | null }>`
    select s.team_id from staff s join roles r on r.id = s.role_id
    where  s.id = ${staffId} and s.disabled_at is null and ${canWork}`.execute(ctx.db);
  const [person] = rows;
  if (!person) return fail('conversations.cannot_work');
  const now = ctx.clock.now();
  const changed = await change(ctx, row, {
    ownerStaffId: staffId,
    teamId: person.teamId ?? row.teamId,
    takenAt: now,
    offerFrom: null,
    escalateAt: callBySupervisorAt(row, now),
  });
  await endOffer(ctx, id, staffId);
  await indexConversations(ctx, [id]);
  const call = staffId === row.ownerStaffId ? {} : await endUntoldCalls(ctx, [id]);
  await tell(ctx, row, 'conversations.assigned', {
    staffId,
    fromStaffId: row.ownerStaffId,
    byStaffId: me(ctx),
    ...call,
  });
  return ok(changed);
}
