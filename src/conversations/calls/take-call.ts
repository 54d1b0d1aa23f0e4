import { sql } from 'kysely';
import { queueRecording, type ToldCall } from '../../channels/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { staffByExtension } from '../../staff/index.ts';
import { answerCall } from './answer-call.ts';
import { type CallState, type CallView, nothingTold, viewOf, withFact } from './call-state.ts';
import { correctTimes } from './correct-times.ts';
import { dialCall, findOwn } from './dial-call.ts';
import { endCall } from './end-call.ts';
import { missCall } from './miss-call.ts';
import { openCall } from './open-call.ts';

/** A call as it is kept, locked, with what was told of it by now. */
export type Call = {
  id: number;
  conversationId: number | null;
  view: CallView;
  /** Of us who speaks, or spoke last; null where the phone is nobody's of the staff. */
  staffId: number | null;
};

/**
 * Puts what an exchange told into the call it belongs to, and does what follows from it: the screen
 * of whoever it rings at learns of it, an answer makes the conversation theirs and stops its clock,
 * a call that nobody took becomes a callback. Told again, or in another order, it comes to the
 * same.
 */
export async function takeCall(ctx: Ctx, told: ToldCall): Promise<void> {
  const row = await lockCall(ctx, told);
  const before = viewOf(row.told);
  const state = told.facts.reduce(withFact, row.told);
  const view = viewOf(state);
  const staffId = view.speaker === null ? null : await staffByExtension(ctx, view.speaker);
  const call: Call = { id: row.id, conversationId: row.conversationId, view, staffId };
  await keep(ctx, call, state);
  if (view.direction === 'in') await followIncoming(ctx, call, before, row.staffId);
  if (view.direction === 'out') await followOutgoing(ctx, call, before);
  await tellScreens(ctx, call, before, row.staffId);
  if (view.endedAt === null || call.conversationId === null) return;
  for (const name of view.recordings) await queueRecording(ctx, { ...told, name });
}

type Row = {
  id: number;
  told: CallState;
  conversationId: number | null;
  staffId: number | null;
};

async function lockCall(ctx: Ctx, call: ToldCall): Promise<Row> {
  const known = await findCall(ctx, call);
  if (known) return known;
  // Of two who hear of it first at once, the second waits here and finds it.
  await sql`
    insert into calls (channel_id, linked_id, told)
    values (${call.channelId}, ${call.linkedId}, ${JSON.stringify(nothingTold)})
    on conflict (channel_id, linked_id) do nothing`.execute(ctx.db);
  const made = await findCall(ctx, call);
  if (!made) throw new Error('a call vanished while it was told of');
  return made;
}

async function findCall(ctx: Ctx, { channelId, linkedId }: ToldCall): Promise<Row | undefined> {
  // calls_channel_id_linked_id_key
  const { rows } = await sql<Row>`
    select id, told, conversation_id, staff_id from calls
    where  channel_id = ${channelId} and linked_id = ${linkedId} for update`.execute(ctx.db);
  return rows[0];
}

async function keep(ctx: Ctx, { id, view, staffId }: Call, told: CallState): Promise<void> {
  await ctx.db
    .updateTable('calls')
    .set({
      told: JSON.stringify(told),
      direction: view.direction,
      phone: view.phone,
      ourNumber: view.ourNumber,
      ringing: view.ringing,
      staffId,
      beganAt: view.beganAt,
      answeredAt: view.answeredAt,
      endedAt: view.endedAt,
      result: view.result,
      recording: view.recordings[0] ?? null,
    })
    .where('id', '=', id)
    .execute();
}

async function followIncoming(
  ctx: Ctx,
  call: Call,
  before: CallView,
  staffBefore: number | null,
): Promise<void> {
  const { view } = call;
  const isNew = call.conversationId === null;
  // Whoever hides a number and is not answered cannot be called back.
  const isToBeKept = view.phone !== '' || view.answeredAt !== null;
  if (isNew && isToBeKept) call.conversationId = await openCall(ctx, call);
  if (call.conversationId === null) return;
  await correctTimes(ctx, call, before);
  const wasAnswered = before.direction === 'in' && before.answeredAt !== null;
  const isAnsweredNow = view.answeredAt !== null && !wasAnswered;
  const isPassedOn = view.answeredAt !== null && call.staffId !== staffBefore;
  if (isAnsweredNow || isPassedOn) await answerCall(ctx, call, call.conversationId);
  if (view.result === null) return;
  const isEndedNow = before.result === null || before.direction !== 'in';
  if (view.result === 'answered' && (isEndedNow || isAnsweredNow)) await endCall(ctx, call);
  if (view.result !== 'answered' && isEndedNow) await missCall(ctx, call, call.conversationId);
}

async function followOutgoing(ctx: Ctx, call: Call, before: CallView): Promise<void> {
  const { view } = call;
  if (view.dialledAt !== null && before.dialledAt === null) {
    call.conversationId ??= await findOwn(ctx, call);
    await dialCall(ctx, call);
  }
  if (view.result !== null && before.result === null) await endCall(ctx, call);
}

/** Those at whose phone something has changed look anew at what is on their line. */
async function tellScreens(
  ctx: Ctx,
  { id, view, staffId }: Call,
  before: CallView,
  staffBefore: number | null,
): Promise<void> {
  const hasChanged =
    before.ringing.join() !== view.ringing.join() ||
    before.answeredAt?.getTime() !== view.answeredAt?.getTime() ||
    before.result !== view.result ||
    staffBefore !== staffId;
  if (!hasChanged || view.direction === 'internal') return;
  const extensions = [...new Set([...before.ringing, ...view.ringing])];
  const rung = await Promise.all(extensions.map((one) => staffByExtension(ctx, one)));
  const staffIds = [...new Set([...rung, staffId, staffBefore])].filter((one) => one !== null);
  await emit(ctx, {
    type: 'conversations.call_changed',
    subject: { kind: 'call', id },
    facts: { staffIds },
  });
}
