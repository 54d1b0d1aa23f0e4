import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emitMany } from '../../kernel/events/journal.ts';

const BATCH = 500;

type Due = {
  id: number;
  conversationId: number;
  subscriberId: number | null;
  staffId: number;
  number: number;
};

/** Every second: a promise to come back has come due, and whoever gave it is told, once. */
export async function sweepFollowUps(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now();
  // follow_ups_untold (due_at) where done_at is null and told_at is null
  const { rows } = await sql<Due>`
    update follow_ups u set told_at = ${now}
    from   conversations c
    where  c.id = u.conversation_id
    and    u.id in (select id from follow_ups
                    where  done_at is null and told_at is null and due_at <= ${now}
                    order  by due_at limit ${BATCH} for update skip locked)
    returning u.id, u.conversation_id, u.subscriber_id, u.staff_id, c.number`.execute(ctx.db);
  await emitMany(
    ctx,
    rows.map(({ id, conversationId, subscriberId, staffId, number }) => ({
      type: 'conversations.follow_up_due',
      subject: { kind: 'conversation', id: conversationId },
      subscriberId,
      facts: { followUpId: id, staffId, number },
    })),
  );
}
