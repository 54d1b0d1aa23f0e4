import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import type { Ctx } from '../context.ts';
import { isTold, liveChannel } from './journal.ts';

const MOST = 2 ** 47;

/**
 * Tells screens what holds for a moment and stands in no journal, such as that somebody writes. A
 * screen that was not listening has missed it and asks. Its number is below nought, so that it is
 * never taken for an event's.
 */
export async function whisper(
  ctx: Ctx,
  note: { type: string; subject: { kind: string; id: number }; facts: Record<string, unknown> },
): Promise<void> {
  if (!isTold(note.type)) return;
  const told = JSON.stringify({
    eventId: -randomInt(1, MOST),
    type: note.type,
    subjectKind: note.subject.kind,
    subjectId: note.subject.id,
    subscriberId: null,
    facts: note.facts,
  });
  await sql`select pg_notify(${liveChannel(ctx.operator.schema)}, ${told})`.execute(ctx.db);
}
