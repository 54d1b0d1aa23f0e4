import type { Ctx } from '../../kernel/context.ts';
import type { Troubled } from '../adapters/trouble.ts';
import type { Channel } from '../settings/load-channel.ts';
import { noteTrouble } from '../settings/note-health.ts';
import { pause } from './pause.ts';

/** Waits after a break: 2, 4, 8 … seconds, 5 minutes at most. */
const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 300_000;

type Reading = {
  side: 'imap' | 'api';
  /** Reads until the signal ends it; its throw is a break. Says each time that it was well. */
  read: (signal: AbortSignal, onWell: () => void) => Promise<void>;
  troubleOf: (error: unknown) => Troubled;
};

/** Reads a channel again and again until it is stopped; a line that breaks is opened anew. */
export function keepReading(
  ctx: Ctx,
  channel: Pick<Channel, 'id' | 'secrets'>,
  reading: Reading,
): { stop: () => Promise<void> } {
  const ending = new AbortController();
  const running = readOn(ctx, channel, reading, ending.signal);
  return {
    stop: async () => {
      ending.abort();
      await running;
    },
  };
}

async function readOn(
  ctx: Ctx,
  { id, secrets }: Pick<Channel, 'id' | 'secrets'>,
  { side, read, troubleOf }: Reading,
  signal: AbortSignal,
): Promise<void> {
  let breaks = 0;
  while (!signal.aborted) {
    try {
      await read(signal, () => (breaks = 0));
    } catch (error) {
      if (signal.aborted) return;
      breaks += 1;
      const lost = { trouble: 'password_lost', words: '' } as const;
      const troubled = secrets ? troubleOf(error) : lost;
      ctx.log.warn({ channelId: id, ...troubled }, 'a channel cannot be read');
      await noteTrouble(ctx, id, side, troubled).catch((failure: unknown) =>
        ctx.log.error({ err: failure }, 'a channel’s trouble was not noted'),
      );
      await pause(Math.min(FIRST_WAIT_MS * 2 ** (breaks - 1), LONGEST_WAIT_MS), signal);
    }
  }
}
