import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { bytesOf, isSame, mountRawDoors, openToCalls } from '../../kernel/http/raw-door.ts';
import type { Installation } from '../../kernel/runtime/installation.ts';
import { keyOfUpdate } from '../telegram/read-update.ts';
import { findOfKind } from '../settings/load-channel.ts';
import { keyOfEvent } from '../vk/read-event.ts';
import { readBody, storeUpdates } from './store-updates.ts';

/** An update names its files and never holds them. */
const BODY_LIMIT_BYTES = 262_144;

/**
 * The doors at which messengers bring their news. Whatever comes with the right secret is stored
 * and answered; no limit by number stands here, for what was turned away would be lost.
 */
export async function mountHooks(app: FastifyInstance, installation: Installation): Promise<void> {
  const settings = { bodyLimit: BODY_LIMIT_BYTES, config: openToCalls };
  // What cannot be read is kept too, so that nobody but us reads it.
  await mountRawDoors(app, BODY_LIMIT_BYTES, (scope) => {
    scope.post('/hooks/telegram/:id', settings, (request, reply) =>
      takeTelegram(installation, request, reply),
    );
    scope.post('/hooks/vk/:id', settings, (request, reply) => takeVk(installation, request, reply));
  });
}

type Asked = FastifyRequest;

async function takeTelegram(
  { door }: Installation,
  request: Asked,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const ctx = await door.context(request);
  const channelId = idOf(request);
  const bot = channelId === null ? null : await findOfKind(ctx, 'telegram', channelId);
  const shown = request.headers['x-telegram-bot-api-secret-token'];
  if (!bot?.secrets || !isSame(shown, bot.secrets.hook)) return reply.status(404).send();
  const update = readBody(bytesOf(request), keyOfUpdate);
  await storeUpdates(ctx, { kind: 'telegram', channelId: bot.id }, [update]);
  return reply.status(200).send();
}

/** VK shows its secret in the body, which is kept without it, and wants to read `ok`. */
async function takeVk(
  { door }: Installation,
  request: Asked,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const ctx = await door.context(request);
  const channelId = idOf(request);
  const community = channelId === null ? null : await findOfKind(ctx, 'vk', channelId);
  const event = eventIn(bytesOf(request));
  const isOurs = String(event['group_id']) === community?.settings.groupId;
  if (!community?.secrets || !isOurs) return reply.status(404).send();
  void reply.type('text/plain; charset=utf-8');
  const { secret, ...told } = event;
  if (told['type'] === 'confirmation') return reply.send(community.secrets.confirmation);
  if (!isSame(secret, community.secrets.secret)) return reply.status(404).send();
  const update = readBody(Buffer.from(JSON.stringify(told)), keyOfEvent);
  await storeUpdates(ctx, { kind: 'vk', channelId: community.id }, [update]);
  return reply.send('ok');
}

/** What cannot be read shows no secret either. */
function eventIn(body: Buffer): Record<string, unknown> {
  try {
    const event: unknown = JSON.parse(body.toString('utf8'));
    return typeof event === 'object' && event !== null ? { ...event } : {};
  } catch {
    return {};
  }
}

function idOf({ params }: Asked): number | null {
  const { id = '' } = params as { id?: string };
  return /^\d{1,15}$/.test(id) ? Number(id) : null;
}
