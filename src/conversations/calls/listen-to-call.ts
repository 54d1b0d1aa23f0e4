import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { visibleTo } from '../../kernel/db/visible-to.ts';
import { emit } from '../../kernel/events/journal.ts';
import { openFile } from '../../kernel/files/files.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Download } from '../../kernel/wiring.ts';
import { me } from '../reach.ts';

/** A player asks for a recording part by part: within this it is one listening. */
const ONE_LISTENING_SECONDS = 600;

/** What is nobody's yet is anybody's to take, but not to listen to. */
const row = { owner: 'c.ownerStaffId', team: 'c.teamId' };

type Recorded = { fileId: number; conversationId: number; subscriberId: number | null };

/** What was said in a call, for whoever may listen to it; each listening leaves a line. */
export async function listenToCall(
  ctx: Ctx,
  { id, callId, recordingId }: { id: number; callId: number; recordingId?: number | undefined },
): Promise<Result<Download>> {
  // calls_pkey, conversations_pkey, call_recordings_call
  const { rows } = await sql<Recorded>`
    select r.file_id, c.id as conversation_id, c.subscriber_id
    from   calls k
    join   conversations p on p.id = k.conversation_id
    join   conversations c on c.id = coalesce(p.root_id, p.id)
    join   call_recordings r on r.channel_id = k.channel_id and r.linked_id = k.linked_id
    where  k.id = ${callId} and ${id} in (p.id, c.id) and r.file_id is not null
    and    (${recordingId ?? null}::bigint is null or r.id = ${recordingId ?? null})
    and    ${visibleTo(ctx, 'conversations.listen', row)}
    order  by r.id limit 1`.execute(ctx.db);
  const [recorded] = rows;
  const file = recorded ? await openFile(ctx, recorded.fileId) : null;
  if (!recorded || !file) return fail('conversations.recording_not_found');
  await inTransaction(ctx, (tx) => noteListening(tx, callId, recorded));
  return ok({
    body: file.stream,
    contentType: file.contentType,
    sizeBytes: file.sizeBytes,
    headers: { 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store' },
  });
}

async function noteListening(ctx: Ctx, callId: number, recorded: Recorded): Promise<void> {
  const since = new Date(ctx.clock.now().getTime() - ONE_LISTENING_SECONDS * 1000);
  // events_subject (subject_kind, subject_id, …)
  const { rows } = await sql`
    select from events
    where  subject_kind = 'call' and subject_id = ${callId} and recorded_at >= ${since}
    and    type = 'conversations.recording_listened' and actor_staff_id = ${me(ctx)}
    limit  1`.execute(ctx.db);
  if (rows.length > 0) return;
  await emit(ctx, {
    type: 'conversations.recording_listened',
    subject: { kind: 'call', id: callId },
    subscriberId: recorded.subscriberId,
    facts: { conversationId: recorded.conversationId },
  });
}
