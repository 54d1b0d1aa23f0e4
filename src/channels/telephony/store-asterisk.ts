import { randomUUID } from 'node:crypto';
import type { Ctx } from '../../kernel/context.ts';
import type { Exchange } from '../adapters/ami-line.ts';
import type { AmiMessage } from '../adapters/ami-messages.ts';
import { callOf, outsideOf } from './ami-facts.ts';
import { noteHeard } from './note-heard.ts';
import { partyReader } from './read-party.ts';
import { keyOfWords, storeCallEvent } from './store-call-event.ts';

/** What happened while nobody listened is told by nobody: what there is now is looked up. */
export async function storeSnapshot(
  ctx: Ctx,
  channelId: number,
  line: Exchange,
  unheardUntil: Date,
): Promise<void> {
  const channels = await line.list({ Action: 'CoreShowChannels' }, 'CoreShowChannelsComplete');
  const payload = { snapshot: channels, unheardUntil: unheardUntil.toISOString() };
  const key = `${channelId}:${randomUUID()}`;
  await storeCallEvent(ctx, { channelId, key, payload, sender: '' });
}

/** Keeps what an exchange tells, if it says something of a call. */
export async function storeEvent(ctx: Ctx, channelId: number, event: AmiMessage): Promise<void> {
  if (callOf(event) === null) return;
  await storeCallEvent(ctx, {
    channelId,
    key: keyOfWords(channelId, event),
    payload: { event },
    sender: outsideOf(event, partyReader(ctx)),
  });
  await noteHeard(ctx, channelId);
}
