import type { Ctx } from '../../kernel/context.ts';
import { askName, type VkAccess } from '../adapters/vk.ts';
import { senderNamers } from '../incoming.ts';
import { giveMessage } from '../receiving/give-message.ts';
import { NotReadable } from '../receiving/not-readable.ts';
import { findOfKind, vkAccess } from '../settings/load-channel.ts';
import type { Raw, Understood } from '../understood.ts';
import { noteRead } from './note-read.ts';
import { readEvent } from './read-event.ts';

/** Makes of a stored event what it is: a message, a change of one, or nothing to answer. */
export async function understandVk(ctx: Ctx, raw: Raw): Promise<Understood> {
  const read = readEvent(raw.payload);
  if (!read) throw new NotReadable('unknown_update');
  if (read.kind === 'refused') return { number: null, refusedFor: read.why };
  if (read.kind === 'notice') return { number: null };
  if (read.kind === 'read') {
    const talk = { channelId: raw.channelId ?? 0, peerId: read.peerId };
    return { number: null, afterwards: (after) => noteRead(after, talk) };
  }
  const { peerId, fromId, messageId, isEdit, editedAt, editNumber, text, files } = read.message;
  const understood = await giveMessage(
    ctx,
    raw,
    {
      channel: 'vk',
      sender: {
        kind: 'vk',
        value: fromId,
        name: '',
        account: `vk.com/${fromId}`,
        ownPhone: '',
        alsoKnownAs: [],
      },
      answerTo: peerId,
      externalId: messageId === '' ? '' : `${raw.channelId}:${peerId}:${messageId}`,
      isEdit,
      editedAt,
      editNumber,
      text,
    },
    files,
  );
  return { ...understood, afterwards: (after) => nameSender(after, raw, fromId) };
}

/** VK tells who wrote by a number alone; the name is asked for, once for each conversation. */
async function nameSender(ctx: Ctx, raw: Raw, sender: string): Promise<void> {
  const channelId = raw.channelId ?? 0;
  await senderNamers.fills[0]?.piece(ctx, { channelId, sender }, async () => {
    const community = await findOfKind(ctx, 'vk', channelId);
    if (!community?.secrets) return '';
    const access = vkAccess(community.settings, community.secrets);
    return nameWithin(ctx, access, { channelId, sender });
  });
}

/** What everybody writes waits meanwhile: a name is asked for no longer than this. */
const NAME_MS = 3000;
/** Where VK did not answer, no name is asked for so long; nor one that it does not tell. */
const REST_MS = 60_000;
const MOST_RESTING = 1000;
const restingUntil = new Map<string, number>();

/** A name is a kindness: without it the number stands there. */
async function nameWithin(
  ctx: Ctx,
  access: VkAccess,
  { channelId, sender }: { channelId: number; sender: string },
): Promise<string> {
  const all = `${ctx.operator.schema} ${channelId}`;
  const own = `${all} ${sender}`;
  const now = ctx.clock.now().getTime();
  const rests = (key: string): boolean => (restingUntil.get(key) ?? 0) > now;
  const rest = (key: string): void => {
    if (restingUntil.size >= MOST_RESTING) restingUntil.clear();
    restingUntil.set(key, now + REST_MS);
  };
  if (rests(all) || rests(own)) return '';
  try {
    const name = await askName(access, sender.replace('id', ''), AbortSignal.timeout(NAME_MS));
    if (name === '') rest(own);
    return name;
  } catch {
    rest(all);
    return '';
  }
}
