import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Actor, Ctx } from '../context.ts';
import type { Installation } from '../runtime/installation.ts';
import { defineSlot } from '../slots.ts';

/** Ways to know who asks: each looks at the request and says who it is, or null. */
export const recognisers =
  defineSlot<(ctx: Ctx, request: FastifyRequest) => Promise<Actor | null>>('http.recognisers');

/** Doors that are not routes of the API: a library's own endpoints, an embeddable page. */
export const serverMounts =
  defineSlot<(app: FastifyInstance, installation: Installation) => Promise<void>>('http.mounts');
