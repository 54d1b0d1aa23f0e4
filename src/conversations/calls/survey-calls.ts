import { sql } from 'kysely';
import type { CallSurvey } from '../../channels/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { takeCall } from './take-call.ts';

/** Calls end that went on and of which the exchange knows nothing any more: none hangs for ever. */
export async function surveyCalls(
  ctx: Ctx,
  { channelId, goingOn, begunBefore, at }: CallSurvey,
): Promise<void> {
  // calls_going (began_at) where result is null
  const { rows } = await sql<{ linkedId: string }>`
    select linked_id from calls
    where  result is null and began_at <= ${begunBefore} and channel_id = ${channelId}
    and    linked_id <> all(${[...goingOn]}::text[])
    order  by began_at`.execute(ctx.db);
  for (const { linkedId } of rows) {
    await takeCall(ctx, { channelId, linkedId, facts: [{ kind: 'lost', at }] });
  }
}
