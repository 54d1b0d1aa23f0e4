import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emitMany, type RecordedEvent } from '../../kernel/events/journal.ts';
import type { Locked } from '../record/lock-conversation.ts';
import { offerAgain } from './offer-again.ts';

const BATCH = 500;

/** Somebody works here no more: what was theirs goes to others, also what they had put aside. */
export async function freeRequests(
  ctx: Ctx,
  { subjectId }: Pick<RecordedEvent, 'subjectId'>,
): Promise<void> {
  let freed = BATCH;
  while (freed === BATCH) freed = await freeSome(ctx, subjectId);
}

async function freeSome(ctx: Ctx, staffId: number): Promise<number> {
  // conversations_owner (owner_staff_id, urgent_at, id) where state <> 'closed'
  const { rows } = await sql<Locked>`
    select c.id, c.number, c.subscriber_id, c.calendar_id, c.norm_seconds, c.touch_due_at,
           c.touched_at
    from   conversations c
    join   staff s on s.id = c.owner_staff_id
    where  c.owner_staff_id = ${staffId} and c.state <> 'closed'
    -- Whoever was let in again meanwhile keeps what is theirs.
    and    s.disabled_at is not null
    order  by c.next_due_at, c.id
    limit  ${BATCH}
    for    update of c`.execute(ctx.db);
  await offerAgain(ctx, rows);
  await emitMany(
    ctx,
    rows.map(({ id, number, subscriberId }) => ({
      type: 'conversations.released',
      subject: { kind: 'conversation', id },
      subscriberId,
      facts: { number, staffId },
    })),
  );
  return rows.length;
}
