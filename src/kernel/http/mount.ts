import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Permission, Route } from '../api/define.ts';
import { type Actor, type Ctx, reachOf } from '../context.ts';
import { inTransaction, onceMoreAfterDeadlock } from '../db/transaction.ts';
import { isOutsider, ownAffairs } from '../permissions.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Download, Handler, Upload, Wiring } from '../wiring.ts';
import { idempotencyKeyOf, KEY_LIMIT, once, onceApart } from './idempotency.ts';
import { sendDownload } from './send-download.ts';
import { storable, unstorableIn } from './unstorable.ts';
import { invalidInput, kernelErrors, sendProblem, toProblem } from './problem.ts';
import type { Door } from './door.ts';

type AnyHandler = Handler<Route>;
type Served = { key: string; route: Route; handle: AnyHandler; isOwnTransactions: boolean };

/** Mounts every route of every domain. A route reads: who, may they, valid, do, show. */
export function mountApis(app: FastifyInstance, door: Door, wirings: readonly Wiring[]): void {
  const statuses = new Map(
    [kernelErrors, ...wirings.map((w) => w.errors ?? {})].flatMap((table) => Object.entries(table)),
  );
  for (const { api = {}, handlers = {} } of wirings) {
    for (const [key, route] of Object.entries(api)) {
      const [method = '', path = ''] = key.split(' ');
      const given = handlers[key] as AnyHandler | { ownTransactions: AnyHandler };
      const served: Served = {
        key,
        route,
        handle: typeof given === 'function' ? given : given.ownTransactions,
        isOwnTransactions: typeof given !== 'function',
      };
      const url = path.replace(/\{(\w+)\}/g, ':$1');
      if (route.isCrossOrigin) mountPreflight(app, method, url);
      app.route({
        method,
        url,
        config: {
          isOpen: route.permission === 'public',
          ...(route.perMinute ? { rateLimit: { max: route.perMinute } } : {}),
        },
        onRequest: (_request, reply, done) => {
          if (route.isCrossOrigin) void reply.header('access-control-allow-origin', '*');
          done();
        },
        handler: (request, reply) => serve(door, statuses, served, request, reply),
      });
    }
  }
}

/** A browser asks first whether another site's page may send JSON and a key. */
function mountPreflight(app: FastifyInstance, method: string, url: string): void {
  app.options(url, (_request, reply) =>
    reply
      .status(204)
      .headers({
        'access-control-allow-origin': '*',
        'access-control-allow-methods': method,
        'access-control-allow-headers': 'content-type, idempotency-key, accept-language',
        'access-control-max-age': '86400',
      })
      .send(),
  );
}

async function serve(
  door: Door,
  statuses: ReadonlyMap<string, number>,
  served: Served,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const ctx = await door.context(request);
  const result = await answer(ctx, served, request);
  if (!result.ok) {
    const status = statuses.get(result.failure.code);
    if (!status) throw new Error(`${served.key} failed with undeclared ${result.failure.code}`);
    return sendProblem(reply, toProblem(result.failure, status, door.texts[ctx.language]));
  }
  if (served.route.kind === 'download') {
    return sendDownload(request, reply, result.value as Download);
  }
  const body = JSON.stringify(served.route.output.parse(result.value ?? {}));
  return reply
    .status(served.route.status ?? 200)
    .type('application/json; charset=utf-8')
    .send(body);
}

async function answer(ctx: Ctx, served: Served, request: FastifyRequest): Promise<Result<unknown>> {
  const refusal = refuse(ctx, served.route, request);
  if (refusal) return refusal;
  const given = gather(request);
  const wrong = unstorableIn(given);
  if (wrong !== null) {
    return fail('kernel.invalid_input', {}, { [wrong]: 'kernel.invalid_field' });
  }
  const input = served.route.input.safeParse(given);
  if (!input.success) return { ok: false, failure: invalidInput(input.error) };
  return isPlainRead(served, request)
    ? served.handle(ctx, input.data, noUpload)
    : write(ctx, served, input.data, request);
}

/** Nothing is changed, or the handler looks at the key itself. */
const isPlainRead = ({ route }: Served, { method }: FastifyRequest): boolean =>
  method === 'GET' || route.repeats !== undefined;

async function write(
  ctx: Ctx,
  { key: route, route: declared, handle, isOwnTransactions }: Served,
  input: unknown,
  request: FastifyRequest,
): Promise<Result<unknown>> {
  const key = idempotencyKeyOf(request);
  if (key !== null && key.length > KEY_LIMIT) {
    return fail('kernel.invalid_input', {}, { 'Idempotency-Key': 'kernel.too_long' });
  }
  const { takesSecret } = declared;
  // A file is no answer that could be kept.
  const isSecret = declared.isSecret || declared.kind === 'download';
  if (declared.kind === 'upload') {
    const upload = await takeUpload(request);
    if (!upload.ok) return upload;
    const run = (): Promise<Result<unknown>> => handle(ctx, input, upload.value);
    if (key === null) return run();
    // The bytes are not read twice to be compared: name and length tell two files apart.
    const file = [upload.value.fileName, request.headers['content-length'] ?? ''];
    const answered = await onceApart(ctx, { key, route, input: [input, file] }, run);
    upload.value.stream.resume();
    return answered;
  }
  if (isOwnTransactions) {
    const run = (): Promise<Result<unknown>> => handle(ctx, input, noUpload);
    return key === null ? run() : onceApart(ctx, { key, route, input, isSecret, takesSecret }, run);
  }
  return onceMoreAfterDeadlock(() =>
    inTransaction(ctx, (tx) => {
      const run = (): Promise<Result<unknown>> => handle(tx, input, noUpload);
      return key === null ? run() : once(tx, { key, route, input, isSecret, takesSecret }, run);
    }),
  );
}

function refuse(ctx: Ctx, route: Route, request: FastifyRequest): Result<never> | null {
  if (route.permission === 'public') return null;
  const { actor } = ctx;
  if (actor.kind === 'public') return fail('kernel.not_signed_in');
  // A browser sends the session's cookie by itself; a foreign page cannot add this header.
  const isWrite = request.method !== 'GET';
  if (isWrite && actor.kind === 'staff' && request.headers['x-requested-with'] !== 'bereg') {
    return fail('kernel.cross_site');
  }
  return mayAsk(actor, route, route.permission) ? null : fail('kernel.not_permitted');
}

/**
 * A key acts in its owner's own affairs, and hears of others, only where its scopes say so; one who
 * works elsewhere hears of nobody here.
 */
function mayAsk(
  actor: Actor,
  { keyScopes, isOneself }: Route,
  permission: Exclude<Permission, 'public'>,
): boolean {
  if (permission === 'signed-in') {
    if (!isOneself && isOutsider(actor)) return false;
    if (actor.kind !== 'api_key' || !keyScopes) return true;
    return keyScopes.some((scope) => reachOf(actor, scope) !== null);
  }
  if (permission === ownAffairs && actor.kind !== 'api_key') return true;
  return reachOf(actor, permission) !== null;
}

/** Path, query and body in one object; a GET's nested values come as JSON. */
function gather(request: FastifyRequest): Record<string, unknown> {
  const query = Object.fromEntries(
    Object.entries(request.query as Record<string, unknown>).map(([k, v]) => [k, readNested(v)]),
  );
  const body = request.body && typeof request.body === 'object' && !request.isMultipart();
  return { ...query, ...(body ? (request.body as object) : {}), ...(request.params as object) };
}

function readNested(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

const noUpload = {} as Upload;

async function takeUpload(request: FastifyRequest): Promise<Result<Upload>> {
  if (!request.isMultipart()) return fail('kernel.no_file');
  const part = await request.file();
  if (!part) return fail('kernel.no_file');
  return ok({ stream: part.file, fileName: storable(part.filename), contentType: part.mimetype });
}
