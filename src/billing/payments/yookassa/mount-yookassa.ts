import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { bytesOf, mountRawDoors, openToCalls } from '../../../kernel/http/raw-door.ts';
import type { Installation } from '../../../kernel/runtime/installation.ts';
import { findGateway } from './find-gateway.ts';
import { takeNotice } from './take-notice.ts';

const BODY_LIMIT_BYTES = 262_144;

const Told = z.object({
  event: z.string().regex(/^[a-z_.]{1,60}$/),
  object: z.object({ id: z.string().regex(/^[\w-]{1,100}$/) }),
});

/**
 * The door at which YooKassa tells what happened to payments. It is answered 200 once it was kept
 * and done with, and 503 where it has to come again, as it then does for a day.
 */
export async function mountYookassa(
  app: FastifyInstance,
  installation: Installation,
): Promise<void> {
  await mountRawDoors(app, BODY_LIMIT_BYTES, (scope) => {
    scope.post(
      '/pay/yookassa/:source',
      { bodyLimit: BODY_LIMIT_BYTES, config: openToCalls },
      (request, reply) => serve(installation, request, reply),
    );
  });
}

async function serve(
  { door, log }: Installation,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const id = Number((request.params as { source: string }).source);
  // It is not signed: of one that is, the bytes are what the signature is over.
  const body = bytesOf(request).toString('utf8');
  try {
    const ctx = await door.context(request);
    const source = Number.isSafeInteger(id)
      ? await findGateway(ctx, { id, address: request.ip })
      : null;
    if (!source) return await reply.status(404).send();
    const told = read(body);
    if (!told) return await reply.status(400).send();
    const notice = { event: told.event, objectId: told.object.id, body };
    const outcome = await takeNotice(ctx, source, notice);
    return await reply.status(outcome === null ? 503 : 200).send();
  } catch (error) {
    log.error({ err: error, sourceId: id }, 'a gateway was not answered');
    return reply.status(503).send();
  }
}

function read(body: string): z.output<typeof Told> | null {
  // A NUL has no place in the base.
  if (body.includes('\u0000')) return null;
  try {
    return Told.safeParse(JSON.parse(body)).data ?? null;
  } catch {
    return null;
  }
}
