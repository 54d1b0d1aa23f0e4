import type { FastifyRequest } from 'fastify';
import type { i18n } from 'i18next';
import type { Ctx, Language } from '../context.ts';

/** What the mounts need of the installation: a context per request, and words. */
export type Door = {
  /** Who asks is found out once for a request. */
  context: (request: FastifyRequest) => Promise<Ctx>;
  /** Finds out again who asks, for a request that lasts. */
  contextAnew: (request: FastifyRequest) => Promise<Ctx>;
  texts: Record<Language, i18n>;
};
