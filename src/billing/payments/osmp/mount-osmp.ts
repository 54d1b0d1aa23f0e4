import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Ctx } from '../../../kernel/context.ts';
import { swift } from '../../../kernel/db/swift.ts';
import type { Installation } from '../../../kernel/runtime/installation.ts';
import { together } from '../../../kernel/together.ts';
import { signInSource } from '../sign-in-source.ts';
import type { Source } from '../source.ts';
import { type Asked, answerQueries } from './answer-queries.ts';
import { readQuery } from './read-query.ts';
import { type Answer, answerXml, results } from './results.ts';

const LOCK_NOT_AVAILABLE = '55P03';

/**
 * The door at which terminals pay. No limit by number stands here, for what was turned away would
 * come again and again; who may come in is known by name, password and address.
 */
export async function mountOsmp(app: FastifyInstance, installation: Installation): Promise<void> {
  const ask = inRounds();
  app.get('/pay/osmp', { config: { isOpen: true, rateLimit: false } }, (request, reply) =>
    serve(installation, ask, request, reply),
  );
}

type Shown = { login: string | null; password: string; address: string };
type Come = { ctx: Ctx; shown: Shown; read: ReturnType<typeof readQuery>; txnId: string };
/** Null where nobody signs in so. */
type Ask = (come: Come) => Promise<Answer | null>;

/** What networks ask of one operator at once is answered in rounds. */
function inRounds(): Ask {
  const rounds = new Map<string, Ask>();
  return (come) => {
    const { schema } = come.ctx.operator;
    const known = rounds.get(schema) ?? together(answerRound, { most: 100, abreast: 2 });
    rounds.set(schema, known);
    return known(come);
  };
}

async function answerRound(round: readonly Come[]): Promise<(Answer | null)[]> {
  const [first] = round;
  if (!first) return [];
  const sources = await signIn(first.ctx, round);
  const asked = round.flatMap((come): Asked[] => {
    const source = sources.get(come);
    return source && 'query' in come.read ? [{ source, query: come.read.query }] : [];
  });
  const answers = (await answerQueries(first.ctx, asked)).values();
  return round.map((come) => {
    if (!sources.get(come)) return null;
    if (!('wrong' in come.read)) return answers.next().value ?? null;
    const { wrong } = come.read;
    const result = wrong === 'account' ? results.wrongAccountFormat : results.other;
    return { txnId: come.txnId, result, comment: `wrong ${wrong}` };
  });
}

/** A network shows the same each time, and is looked up once in a round. */
async function signIn(ctx: Ctx, round: readonly Come[]): Promise<Map<Come, Source | null>> {
  const known = new Map<string, Source | null>();
  const sources = new Map<Come, Source | null>();
  for (const come of round) {
    const shown = JSON.stringify(come.shown);
    const source = known.has(shown)
      ? known.get(shown)
      : await signInSource(ctx, 'osmp', come.shown);
    known.set(shown, source ?? null);
    sources.set(come, source ?? null);
  }
  return sources;
}

async function serve(
  { door, log }: Installation,
  ask: Ask,
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
    // Every payment says the same few statements.
    const ctx = swift(await door.context(request));
    const address = ctx.call?.remoteAddress ?? request.ip;
    const answer = await ask({ ctx, shown: { ...shownBy(request), address }, read, txnId });
    if (answer) return await say(answer);
    void reply.status(401).header('www-authenticate', 'Basic realm="osmp"');
    await say({ txnId, result: results.forbidden });
  } catch (error) {
    // Whatever happened, nothing is half done: the network comes again by this answer.
    log.error({ err: error, txnId }, 'a terminal was not answered');
    const isBusy = (error as { code?: unknown }).code === LOCK_NOT_AVAILABLE;
    if (isBusy) return say({ txnId, result: results.notFinished });
    const result = asked?.command === 'check' ? results.cannotCheck : results.tryLater;
    return say({ txnId, result });
  }
}

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
