import type { Ctx } from '../../kernel/context.ts';
import { openExchange } from '../adapters/ami.ts';
import { troubleOf } from '../adapters/trouble.ts';
import { keepReading } from '../receiving/keep-reading.ts';
import { watchChannels } from '../receiving/watch-channels.ts';
import type { Channel } from '../settings/load-channel.ts';
import { noteWell } from '../settings/note-health.ts';
import { amiAccess } from './ami-access.ts';
import { AMI_EVENTS } from './ami-facts.ts';
import { storeEvent, storeSnapshot } from './store-asterisk.ts';

type Asterisk = Channel<'asterisk'>;

/** A line on which nothing was said for so long is asked whether it lives. */
const SILENCE_MS = 15_000;

/** Hears every exchange that is on, as long as the worker lives. */
export const watchAsterisks = watchChannels('channels.exchanges', {
  kind: 'asterisk',
  watchOne: (ctx, channel) =>
    keepReading(ctx, channel, {
      side: 'api',
      read: (signal, onWell) => hear(ctx, channel, signal, onWell),
      troubleOf,
    }),
});

async function hear(
  ctx: Ctx,
  channel: Asterisk,
  signal: AbortSignal,
  onWell: () => void,
): Promise<void> {
  if (!channel.secrets) throw new Error('the password is lost');
  const unheardUntil = ctx.clock.now();
  const line = await openExchange(amiAccess(channel.settings, channel.secrets), AMI_EVENTS, signal);
  try {
    await storeSnapshot(ctx, channel.id, line, unheardUntil);
    await noteWell(ctx, channel.id, 'api');
    onWell();
    while (!signal.aborted) {
      const event = await line.next(SILENCE_MS, signal);
      if (event) await storeEvent(ctx, channel.id, event);
      else if (!signal.aborted) await line.ask({ Action: 'Ping' });
    }
  } finally {
    line.close();
  }
}
