import type { Ctx } from '../../kernel/context.ts';
import { askName } from '../adapters/vk.ts';
import { senderNamers } from '../incoming.ts';
import { handOver } from '../receiving/hand-over.ts';
import { NotReadable } from '../receiving/not-readable.ts';
import { findOfKind, vkAccess } from '../settings/load-channel.ts';
import type { Raw, Understood } from '../understood.ts';
import { readEvent } from './read-event.ts';

/** Makes of a stored event what it is: a message, a change of one, or nothing to answer. */
export async function understandVk(ctx: Ctx, raw: Raw): Promise<Understood> {
  const read = readEvent(raw.payload);
  if (!read) throw new NotReadable('unknown_update');
  if (read.kind === 'refused') return { number: null, refusedFor: read.why };
  if (read.kind === 'notice') return { number: null };
  const { peerId, fromId, messageId, isEdit, editedAt, text, files } = read.message;
  const understood = await handOver(
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
      editNumber: 0,
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
    // A name is a kindness: without it the number stands there.
    return askName(access, sender.replace('id', '')).catch(() => '');
  });
}
