import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { isWithinReach } from '../../kernel/db/visible-to.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { rootOf } from './cluster.ts';
import { type DeskPermission, me, reaches } from '../reach.ts';

export type Locked = {
  id: number;
  number: number;
  state: 'open' | 'snoozed' | 'closed';
  whoseTurn: 'ours' | 'theirs' | 'nobody';
  channel: string;
  /** By which it is answered; null where it is answered by a call. */
  channelId: number | null;
  version: number;
  subscriberId: number | null;
  rawMessageId: number | null;
  sender: string;
  ownerStaffId: number | null;
  ownerName: string | null;
  teamId: number | null;
  openedAt: Date;
  normSeconds: number;
  calendarId: number;
  touchDueAt: Date;
  touchedAt: Date | null;
  replyDueAt: Date | null;
  nextDueAt: Date;
};

/**
 * A conversation's row, or that of what it was merged into, locked for a write by somebody whom the
 * permission lets reach it.
 * @param version what the writer has seen; a change since then is a failure, never overwritten
 */
export async function lockConversation(
  ctx: Ctx,
  id: number,
  permission: DeskPermission,
  version?: number,
): Promise<Result<Locked>> {
  const row = await lockFound(ctx, rootOf(id), permission);
  if (!row) return fail('conversations.not_found');
  if (version !== undefined && row.version !== version) {
    return fail('conversations.changed_meanwhile');
  }
  return ok(row);
}

/** The same for a conversation that a query finds: one that is merged into no other. */
export async function lockFound(
  ctx: Ctx,
  id: RawBuilder<unknown>,
  permission: DeskPermission,
): Promise<Locked | null> {
  const { rows } = await sql<Locked>`
    select c.id, c.number, c.state, c.whose_turn, c.channel, c.channel_id, c.version,
           c.subscriber_id, c.raw_message_id, c.sender,
           c.owner_staff_id, s.name as owner_name, c.team_id, c.opened_at, c.norm_seconds,
           c.calendar_id, c.touch_due_at, c.touched_at, c.reply_due_at, c.next_due_at
    from   conversations c
    left   join staff s on s.id = c.owner_staff_id
    where  c.id = ${id} and ${reaches(ctx, permission)}
    for    update of c`.execute(ctx.db);
  return rows[0] ?? null;
}

/** Works with it: it is one's own, or one may assign it and so may do anything with it. */
export function isMine(ctx: Ctx, row: Pick<Locked, 'ownerStaffId' | 'teamId'>): boolean {
  if (row.ownerStaffId === null) return false;
  return row.ownerStaffId === me(ctx) || isWithinReach(ctx.actor, 'conversations.assign', row);
}

/** The row, for somebody who works with it while it is not closed; else why not. */
export async function lockMine(
  ctx: Ctx,
  id: number,
  version?: number,
  permission: DeskPermission = 'conversations.work',
): Promise<Result<Locked>> {
  const locked = await lockConversation(ctx, id, permission, version);
  if (!locked.ok) return locked;
  if (locked.value.state === 'closed') return fail('conversations.closed_already');
  const { ownerStaffId, ownerName } = locked.value;
  if (ownerStaffId === null) return fail('conversations.not_taken');
  if (!isMine(ctx, locked.value)) {
    return fail('conversations.not_yours', { name: ownerName ?? '' });
  }
  return locked;
}
