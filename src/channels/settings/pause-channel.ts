import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { lockChannel } from './lock-channel.ts';

type Seen = { id: number; version: number };

/** Stops reading and sending; what comes to our own door and what is written waits. */
export const pauseChannel = (ctx: Ctx, seen: Seen): Promise<Result<Seen>> =>
  put(ctx, seen, 'paused');

/** Reads and sends again, also what came and was written meanwhile. */
export const resumeChannel = (ctx: Ctx, seen: Seen): Promise<Result<Seen>> => put(ctx, seen, 'on');

async function put(ctx: Ctx, seen: Seen, state: 'on' | 'paused'): Promise<Result<Seen>> {
  const locked = await lockChannel(ctx, seen);
  if (!locked.ok) return locked;
  const { id, name, version } = locked.value;
  if (locked.value.state === state) return ok(seen);
  const after = { id, version: version + 1 };
  const calm = { troubleOf: null, trouble: null, error: null, errorAt: null };
  await ctx.db
    .updateTable('channels')
    .set({ state, version: after.version, ...calm })
    .where('id', '=', id)
    .execute();
  if (state === 'on') await takeUpNow(ctx, id);
  await emit(ctx, {
    type: state === 'on' ? 'channels.resumed' : 'channels.paused',
    subject: { kind: 'channel', id },
    facts: { name },
  });
  return ok(after);
}

/** What the sweep put off while the channel was paused need not wait for its next look. */
async function takeUpNow(ctx: Ctx, channelId: number): Promise<void> {
  // raw_messages_waiting (try_after, id) where state = 'waiting'
  await ctx.db
    .updateTable('rawMessages')
    .set({ tryAfter: ctx.clock.now() })
    .where('state', '=', 'waiting')
    .where('channelId', '=', channelId)
    .execute();
}
