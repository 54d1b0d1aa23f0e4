import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Installation } from '../../kernel/runtime/installation.ts';
import { keyOfUpdate } from '../telegram/read-update.ts';
import { findOfKind } from '../settings/load-channel.ts';
import { readBody, storeUpdates } from './store-updates.ts';

/** An update names its files and never holds them. */
const BODY_LIMIT_BYTES = 262_144;

/**
 * The doors at which messengers bring their news. Whatever comes with the right secret is stored
 * and answered; no limit by number stands here, for what was turned away would be lost.
 */
export async function mountHooks(app: FastifyInstance, installation: Installation): Promise<void> {
  await app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    // What cannot be read is kept too, so that nobody but us reads it.
    scope.addContentTypeParser(
      '*',
      { parseAs: 'buffer', bodyLimit: BODY_LIMIT_BYTES },
      (_request, body, parsed) => parsed(null, body),
    );
    scope.post(
      '/hooks/telegram/:id',
      { bodyLimit: BODY_LIMIT_BYTES, config: { isOpen: true, rateLimit: false } },
      (request, reply) => takeTelegram(installation, request, reply),
    );
    done();
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

const bytesOf = ({ body }: Asked): Buffer => (Buffer.isBuffer(body) ? body : Buffer.alloc(0));

function idOf({ params }: Asked): number | null {
  const { id = '' } = params as { id?: string };
  return /^\d{1,15}$/.test(id) ? Number(id) : null;
}

/** Takes the same time for every wrong secret, whatever of it is right. */
function isSame(shown: unknown, secret: string): boolean {
  const sum = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(sum(typeof shown === 'string' ? shown : ''), sum(secret));
}
