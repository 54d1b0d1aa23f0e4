import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DatabaseError } from 'pg';
import type { i18n } from 'i18next';
import type { Language } from '../context.ts';
import { isAway } from '../db/passing.ts';
import { FilesAway } from '../files/disk.ts';
import { kernelErrors, sendProblem, toProblem } from './problem.ts';

type Texts = Record<Language, i18n>;

const codesByStatus: Record<number, string> = {
  404: 'kernel.not_found',
  413: 'kernel.too_large',
  415: 'kernel.wrong_content_type',
  429: 'kernel.too_many_requests',
};

/** The one place that turns what was thrown into problem details; a bug gets a number to tell. */
export function handleFailures(app: FastifyInstance, allTexts: Texts): void {
  const words = (request: FastifyRequest): i18n => allTexts[languageOf(request)];
  app.setNotFoundHandler((request, reply) =>
    sendProblem(reply, toProblem({ code: 'kernel.not_found' }, 404, words(request))),
  );
  app.setErrorHandler((error: Error & { statusCode?: number; code?: unknown }, request, reply) => {
    if (isAway(error)) {
      request.log.warn({ err: error, reference: request.id }, 'the database is away');
      void reply.header('retry-after', '5');
      return sendProblem(reply, toProblem({ code: 'kernel.unavailable' }, 503, words(request)));
    }
    if (error instanceof FilesAway) {
      request.log.warn({ err: error, reference: request.id }, 'the storage of files is away');
      const failure = { code: 'kernel.files_unavailable' };
      return sendProblem(reply, toProblem(failure, 503, words(request)));
    }
    const status = isBadValue(error) ? 422 : (error.statusCode ?? 500);
    // What was asked for may be a name or a phone; the route alone says where to look.
    const route = `${request.method} ${request.routeOptions.url ?? 'unknown'}`;
    if (isBadValue(error)) request.log.warn({ err: error, route }, 'a value was refused late');
    if (status < 500) {
      const code = codesByStatus[status] ?? 'kernel.invalid_input';
      const shown = kernelErrors[code] ?? 422;
      return sendProblem(reply, toProblem({ code }, shown, words(request)));
    }
    request.log.error({ err: error, route, reference: request.id }, 'request failed');
    const failure = { code: 'kernel.bug', params: { reference: request.id } };
    return sendProblem(reply, toProblem(failure, 500, words(request)));
  });
}

/**
 * PostgreSQL's class 22, data exception: the program was right and the value is not, such as a
 * number or a day that no column can hold.
 */
function isBadValue(error: Error): boolean {
  return error instanceof DatabaseError && error.code?.startsWith('22') === true;
}

/** The language asked for; Russian where nothing is said. */
export function languageOf(request: FastifyRequest): Language {
  const asked = request.headers['accept-language'] ?? '';
  const english = asked.search(/\ben\b/i);
  const russian = asked.search(/\bru\b/i);
  return english >= 0 && (russian < 0 || english < russian) ? 'en' : 'ru';
}
