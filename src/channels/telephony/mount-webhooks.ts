import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { bytesOf, mountRawDoors, openToCalls } from '../../kernel/http/raw-door.ts';
import type { Installation } from '../../kernel/runtime/installation.ts';
import { findOfKind } from '../settings/load-channel.ts';
import { noteHeard } from './note-heard.ts';
import { providers } from './providers/providers.ts';
import { partyReader } from './read-party.ts';
import { keyOfWords, storeCallEvent } from './store-call-event.ts';

const BODY_LIMIT_BYTES = 65_536;
const LONGEST_ECHO = 200;

/**
 * The doors at which exchanges in somebody's cloud tell of calls. What shows the right signature is
 * stored and answered; no limit by number stands here, for what was turned away would be lost.
 */
export async function mountWebhooks(
  app: FastifyInstance,
  installation: Installation,
): Promise<void> {
  await mountRawDoors(app, BODY_LIMIT_BYTES, (scope) => {
    const settings = { bodyLimit: BODY_LIMIT_BYTES, config: openToCalls };
    const take = (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> =>
      takeCall(installation, request, reply);
    scope.post('/hooks/telephony/:id', settings, take);
    scope.post('/hooks/telephony/:id/*', settings, take);
    scope.get('/hooks/telephony/:id', { config: { isOpen: true } }, echo);
  });
}

/** Zadarma asks whether the address is ours before it takes it: it wants its own word back. */
function echo(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { zd_echo: word } = request.query as { zd_echo?: unknown };
  if (typeof word !== 'string' || word.length > LONGEST_ECHO) return reply.status(404).send();
  return reply.type('text/plain; charset=utf-8').send(word);
}

async function takeCall(
  { door }: Installation,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const ctx = await door.context(request);
  const { id = '', '*': path = '' } = request.params as { id?: string; '*'?: string };
  const channelId = /^\d{1,15}$/.test(id) ? Number(id) : null;
  const channel = channelId === null ? null : await findOfKind(ctx, 'telephony', channelId);
  const body = bytesOf(request);
  const header = (name: string): string => String(request.headers[name] ?? '');
  if (!channel?.secrets) return reply.status(404).send();
  const { provider } = channel.settings;
  const event = providers[provider].open({ body, path, header }, channel.secrets);
  if (!event) return reply.status(404).send();
  await storeCallEvent(ctx, {
    channelId: channel.id,
    key: keyOfWords(channel.id, event),
    payload: { provider, event },
    sender: outsideOf(provider, event, partyReader(ctx)),
    isPaused: channel.state === 'paused',
  });
  await noteHeard(ctx, channel.id);
  return reply.status(200).send();
}

/** What cannot be read yet names nobody; it is stored all the same. */
function outsideOf(
  provider: keyof typeof providers,
  event: Readonly<Record<string, unknown>>,
  read: ReturnType<typeof partyReader>,
): string {
  try {
    return providers[provider].outside(event, read);
  } catch {
    return '';
  }
}
