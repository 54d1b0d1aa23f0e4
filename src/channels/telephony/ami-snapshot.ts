import type { AmiMessage } from '../adapters/ami-messages.ts';
import { amiFacts, peerOf } from './ami-facts.ts';
import type { CallFact } from './call-facts.ts';
import type { ReadParty } from './read-party.ts';

/**
 * What a list of all channels (CoreShowChannels) says of the calls that go on: when each began, who
 * rings and who speaks. Since when somebody speaks it does not say: since now, as far as we know.
 */
export function snapshotFacts(
  channels: readonly AmiMessage[],
  at: Date,
  read: ReadParty,
): { linkedId: string; facts: CallFact[] }[] {
  const calls = new Map<string, CallFact[]>();
  for (const channel of channels) {
    const linkedId = channel['linkedid'] ?? '';
    if (linkedId === '') continue;
    const facts = [...(calls.get(linkedId) ?? []), ...ofChannel(channel, at, read)];
    calls.set(linkedId, facts);
  }
  return [...calls].map(([linkedId, facts]) => ({ linkedId, facts }));
}

function ofChannel(channel: AmiMessage, at: Date, read: ReadParty): CallFact[] {
  const line = channel['uniqueid'] ?? '';
  if (line === channel['linkedid']) {
    const since = new Date(at.getTime() - durationSeconds(channel['duration']) * 1000);
    return amiFacts({ ...channel, event: 'Newchannel' }, since, read);
  }
  const peer = peerOf(channel['channel']);
  const party = read(peer ?? channel['calleridnum']);
  if (channel['bridgeid']) return [{ kind: 'answered', at, line, party }];
  return channel['channelstatedesc'] === 'Ringing' ? [{ kind: 'rang', at, line, party }] : [];
}

/** `00:01:23`, as Asterisk writes it. */
function durationSeconds(text = ''): number {
  const [hours = 0, minutes = 0, seconds = 0] = text.split(':').map(Number);
  const total = hours * 3600 + minutes * 60 + seconds;
  return Number.isFinite(total) ? total : 0;
}
