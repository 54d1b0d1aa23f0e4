import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

/** Of a route that anybody may call as often as they like: what is turned away would be lost. */
export const openToCalls = { isOpen: true, rateLimit: false } as const;

/**
 * Doors at which other programs tell us something: what comes is handed on as the bytes that came,
 * of whatever type they say it is, for a signature is over those and no others.
 */
export async function mountRawDoors(
  app: FastifyInstance,
  bodyLimit: number,
  doors: (scope: FastifyInstance) => void,
): Promise<void> {
  await app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, body, parsed) =>
      parsed(null, body),
    );
    doors(scope);
    done();
  });
}

/** The bytes that came; none where nothing did. */
export const bytesOf = ({ body }: { body: unknown }): Buffer =>
  Buffer.isBuffer(body) ? body : Buffer.alloc(0);

/** Takes the same time for every wrong secret, whatever of it is right. */
export function isSame(shown: unknown, secret: string): boolean {
  const sum = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(sum(typeof shown === 'string' ? shown : ''), sum(secret));
}
