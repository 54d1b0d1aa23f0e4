import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';

const openDoors = /^\/(?:api\/public|api\/auth|form)\b/;

/**
 * Whose calls a rate limit counts together: those of one session or key, for a whole office comes
 * from one address. Where nobody need be known, and at sign-in, the address counts: a credential
 * there is whatever the caller makes up.
 */
export function limitedCaller(request: FastifyRequest): string {
  const credential = request.headers.authorization ?? request.headers.cookie;
  if (!credential || openDoors.test(request.url)) return request.ip;
  return createHash('sha256').update(credential).digest('base64url');
}
