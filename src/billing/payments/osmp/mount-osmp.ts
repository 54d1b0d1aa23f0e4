import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Ctx } from '../../../kernel/context.ts';
import { openPreparedDb } from '../../../kernel/db/connect.ts';
import type { Installation } from '../../../kernel/runtime/installation.ts';
import { signInSource } from '../sources.ts';
import { answerQuery } from './answer-query.ts';
import { readQuery } from './read-query.ts';
import { type Answer, answerXml, results } from './results.ts';

const LOCK_NOT_AVAILABLE = '55P03';

/**
 * The door at which terminals pay. No limit by number stands here, for what was turned away would
 * come again and again; who may come in is known by name, password and address.
 */
export async function mountOsmp(app: FastifyInstance, installation: Installation): Promise<void> {
  app.get('/pay/osmp', { config: { isOpen: true, rateLimit: false } }, (request, reply) =>
    serve(installation, request, reply),
  );
}

async function serve(
  { door, log }: Installation,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const read = readQuery(request.query);
  const asked = 'query' in read ? read.query : null;
  const txnId = asked?.txnId ?? givenTxn(request.query);
  void reply.type('text/xml; charset=utf-8').header('cache-control', 'no-store');
  const say = async (answer: Answer): Promise<void> => {
    await reply.send(answerXml(answer));
  };
  try {
    const ctx = swift(await door.context(request));
    const source = await signInSource(ctx, 'osmp', {
      ...shownBy(request),
      address: ctx.call?.remoteAddress ?? request.ip,
    });
    if (!source) {
      void reply.status(401).header('www-authenticate', 'Basic realm="osmp"');
      return await say({ txnId, result: results.forbidden });
    }
    if ('wrong' in read) {
      const result = read.wrong === 'account' ? results.wrongAccountFormat : results.other;
      return await say({ txnId, result, comment: `wrong ${read.wrong}` });
    }
    await say(await answerQuery(ctx, source, read.query));
  } catch (error) {
    // Whatever happened, nothing is half done: the network comes again by this answer.
    log.error({ err: error, txnId }, 'a terminal was not answered');
    const isBusy = (error as { code?: unknown }).code === LOCK_NOT_AVAILABLE;
    if (isBusy) return say({ txnId, result: results.notFinished });
    const result = asked?.command === 'check' ? results.cannotCheck : results.tryLater;
    return say({ txnId, result });
  }
}

/** Every payment says the same few statements. */
const swift = (ctx: Ctx): Ctx => ({ ...ctx, db: openPreparedDb(ctx.pool) });

function givenTxn(query: unknown): string {
  const given = (query as Record<string, unknown> | null)?.['txn_id'];
  return typeof given === 'string' ? given.slice(0, 20) : '';
}

function shownBy(request: FastifyRequest): { login: string | null; password: string } {
  const [, coded = ''] = /^Basic ([\w+/=]+)$/.exec(request.headers.authorization ?? '') ?? [];
  if (coded === '') return { login: null, password: '' };
  const text = Buffer.from(coded, 'base64').toString('utf8');
  const at = text.indexOf(':');
  return at < 0
    ? { login: text, password: '' }
    : { login: text.slice(0, at), password: text.slice(at + 1) };
}
