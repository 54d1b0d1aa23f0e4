import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, Ctx } from '../../kernel/context.ts';
import { sendProblem, toProblem } from '../../kernel/http/problem.ts';
import type { Installation } from '../../kernel/runtime/installation.ts';
import { type Attempt, attemptAgain, attemptOf, forgetAttempts, noteAttempt } from '../attempts.ts';
import { forgetActors } from '../known-actors.ts';
import { noteFailedSignIn, notePassage } from '../note-passage.ts';
import { findOwnSession } from '../own-session.ts';
import { recogniseSession } from '../recognise-session.ts';
import { doors, passwordDoors, type Refusal, refusalOf } from './doors.ts';
import { doorLibraryOf, openDoorLibrary } from './libraries.ts';
import { addressHeader } from './sign-in-library.ts';

const path = '/api/auth/';
/** From one address, behind which a whole office may begin its shift. */
const mostPerMinute = 300;

/** Mounts signing in and out and the second factor: answers set and renew the session's cookie. */
export async function mountSignIn(app: FastifyInstance, installation: Installation): Promise<void> {
  const isHttps = installation.config.BEREG_PUBLIC_URL?.startsWith('https:') ?? false;
  for (const operator of installation.operators) {
    await openDoorLibrary(installation.systemCtx(operator, 'sign-in'), isHttps);
  }
  app.route({
    method: ['GET', 'POST'],
    url: `${path}*`,
    config: { isOpen: true, rateLimit: { max: mostPerMinute } },
    handler: async (request, reply) => {
      const ctx = await installation.door.context(request);
      const refuse = ({ code, status }: Refusal): FastifyReply =>
        sendProblem(reply, toProblem({ code }, status, installation.door.texts[ctx.language]));
      const door = (request.params as { '*': string })['*'];
      const fields = doors[`${request.method} ${door}`];
      if (!fields) return refuse({ code: 'kernel.not_found', status: 404 });
      // A foreign page can neither send this header nor read the answer.
      if (request.method === 'POST' && request.headers['x-requested-with'] !== 'bereg') {
        return refuse({ code: 'kernel.cross_site', status: 403 });
      }
      return pass(ctx, { door, fields, request, reply, refuse });
    },
  });
}

type Passing = {
  door: string;
  fields: readonly string[];
  request: FastifyRequest;
  reply: FastifyReply;
  refuse: (refusal: Refusal) => FastifyReply;
};

async function pass(ctx: Ctx, passing: Passing): Promise<FastifyReply> {
  const { door, fields, request, reply, refuse } = passing;
  const email = door === 'sign-in/email' ? emailIn(request.body) : null;
  const before = await recogniseSession(ctx, request);
  const attempt = await attemptAt(ctx, { door, email, before, request });
  if (attempt && !(await noteAttempt(ctx, attempt))) {
    return refuse({ code: 'staff.too_many_attempts', status: 429 });
  }
  const library = doorLibraryOf(ctx);
  if (!library) throw new Error('requests are answered only where the library is open');
  const answer = await library.handler(asWebRequest(request));
  const body = (await answer.json().catch(() => null)) as Record<string, unknown> | null;
  for (const cookie of answer.headers.getSetCookie()) void reply.header('set-cookie', cookie);
  if (request.method === 'POST') forgetActors(ctx);
  if (!answer.ok) {
    const refusal = refusalOf(body?.['code'], answer.status);
    if (email !== null && refusal.code === 'staff.wrong_credentials') {
      await noteFailedSignIn(ctx, email, request.ip);
    }
    return refuse(refusal);
  }
  if (attempt) await forgetAttempts(ctx, attempt);
  const shown = Object.fromEntries(fields.map((field) => [field, body?.[field]]));
  if (shown['twoFactorRedirect'] !== true) {
    const authUserId = Number((body?.['user'] as { id?: string } | undefined)?.id);
    await notePassage(ctx, { door, before, authUserId, request });
  }
  return reply.header('cache-control', 'no-store').send(shown);
}

/** What a wrong password at this door counts as; null where none is asked for. */
async function attemptAt(
  ctx: Ctx,
  at: { door: string; email: string | null; before: Actor | null; request: FastifyRequest },
): Promise<Attempt | null> {
  if (at.email !== null) return attemptOf(at.email, at.request.ip);
  if (!passwordDoors.has(at.door) || !at.before) return null;
  const own = await findOwnSession({ ...ctx, actor: at.before });
  return 'ok' in own ? null : attemptAgain(own);
}

function emailIn(body: unknown): string {
  const email = (body as { email?: unknown } | null)?.email;
  return typeof email === 'string' ? email.slice(0, 200) : '';
}

function asWebRequest(request: FastifyRequest): Request {
  const headers = new Headers({
    cookie: request.headers.cookie ?? '',
    'user-agent': request.headers['user-agent'] ?? '',
    'content-type': 'application/json',
    [addressHeader]: request.ip,
  });
  const url = new URL(request.url, 'http://localhost');
  const hasBody = request.method === 'POST';
  return new Request(url, {
    method: request.method,
    headers,
    ...(hasBody ? { body: JSON.stringify(request.body ?? {}) } : {}),
  });
}
