import { sql } from 'kysely';
import type { z } from 'zod';
import { wholeOf } from '../../conversations/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { reviewsApi } from '../api/reviews.ts';
import { lockOpen } from './lock-review.ts';

type Input = z.output<(typeof reviewsApi)['POST /api/quality-reviews/{id}/notes']['input']>;

/** Notes something at a message, or at a second of a call, of the contact that is judged. */
export async function addNote(
  ctx: Ctx,
  { id, words, messageId, callId, recordingId, second }: Input,
): Promise<Result<{ id: number }>> {
  const locked = await lockOpen(ctx, id);
  if (!locked.ok) return locked;
  const isOne =
    (messageId === null) !== (callId === null) &&
    (callId === null) === (second === null) &&
    (recordingId === null || callId !== null);
  if (!isOne) return fail('quality.no_such_place');
  const whole = wholeOf(locked.value.conversationId);
  // messages_pkey, calls_pkey, call_recordings_pkey, conversations_root (root_id)
  const { rows } = await sql`
    select from messages where id = ${messageId} and conversation_id in ${whole}
    union all
    select from calls k where k.id = ${callId} and k.conversation_id in ${whole}
    and    (${recordingId}::bigint is null
            or exists (select from call_recordings p
                       where  p.id = ${recordingId} and p.channel_id = k.channel_id
                       and    p.linked_id = k.linked_id))`.execute(ctx.db);
  if (rows.length === 0) return fail('quality.no_such_place');
  const note = await ctx.db
    .insertInto('qualityNotes')
    .values({ reviewId: id, words, messageId, callId, recordingId, second })
    .returning('id')
    .executeTakeFirstOrThrow();
  return ok(note);
}

/** Takes a note back. */
export async function removeNote(
  ctx: Ctx,
  { id, noteId }: { id: number; noteId: number },
): Promise<Result<{ id: number }>> {
  const locked = await lockOpen(ctx, id);
  if (!locked.ok) return locked;
  // quality_notes_pkey
  const { rows } = await sql<{ id: number }>`
    delete from quality_notes where id = ${noteId} and review_id = ${id} returning id`.execute(
    ctx.db,
  );
  return rows[0] ? ok(rows[0]) : fail('quality.no_such_place');
}
