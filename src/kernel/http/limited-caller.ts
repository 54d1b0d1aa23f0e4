import type { FastifyRequest } from 'fastify';
import type { Actor, Ctx } from '../context.ts';
import type { Door } from './door.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Nobody need be known here, so a credential is whatever the caller makes up. */
    isOpen?: boolean;
  }
}

type Known = Extract<Actor, { staffId: number }>;

/**
 * Whose calls a rate limit counts together: those of one session or key, for a whole office comes
 * from one address. Where nobody need be known, and where the credential was not recognised, the
 * address counts: else a made-up one would be a new caller each time.
 */
export function limitedCaller(door: Door): (request: FastifyRequest) => Promise<string> {
  return async (request) => {
    if (request.routeOptions.config.isOpen) return request.ip;
    // Where it cannot be asked now, the route itself says so.
    const ctx = await door.context(request).catch(() => null);
    if (!ctx || !('staffId' in ctx.actor)) return request.ip;
    return callerOf(ctx, ctx.actor);
  };
}

/** One session or one key of one operator. */
export function callerOf({ operator }: Ctx, actor: Known): string {
  const { kind, staffId, sessionId, apiKeyId } = actor;
  return `${operator.schema} ${kind} ${staffId} ${sessionId ?? apiKeyId ?? ''}`;
}
