import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Route } from '../api/define.ts';
import { type Ctx, reachOf } from '../context.ts';
import { inTransaction } from '../db/transaction.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Download, Handler, Upload, Wiring } from '../wiring.ts';
import { idempotencyKeyOf, once } from './idempotency.ts';
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
        config: route.perMinute ? { rateLimit: { max: route.perMinute } } : {},
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
  if (served.route.kind === 'download') return sendDownload(reply, result.value as Download);
  const body = JSON.stringify(served.route.output.parse(result.value ?? {}));
  return reply
    .status(served.route.status ?? 200)
    .type('application/json; charset=utf-8')
    .send(body);
}

async function answer(ctx: Ctx, served: Served, request: FastifyRequest): Promise<Result<unknown>> {
  const refusal = refuse(ctx, served.route, request);
  if (refusal) return refusal;
  const input = served.route.input.safeParse(gather(request));
  if (!input.success) return { ok: false, failure: invalidInput(input.error) };
  const { handle, key } = served;
  if (served.route.kind === 'upload') {
    const upload = await takeUpload(request);
    return upload.ok ? handle(ctx, input.data, upload.value) : upload;
  }
  const run = (c: Ctx): Promise<Result<unknown>> => handle(c, input.data, noUpload);
  if (request.method === 'GET' || served.isOwnTransactions) return run(ctx);
  const idempotencyKey = idempotencyKeyOf(request);
  const written = { route: key, input: input.data, isSecret: served.route.isSecret };
  return inTransaction(ctx, (tx) =>
    idempotencyKey ? once(tx, { ...written, key: idempotencyKey }, () => run(tx)) : run(tx),
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
  if (route.permission !== 'signed-in' && !reachOf(actor, route.permission)) {
    return fail('kernel.not_permitted');
  }
  return null;
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
  return ok({ stream: part.file, fileName: part.filename, contentType: part.mimetype });
}

function sendDownload(reply: FastifyReply, download: Download): FastifyReply {
  void reply.type(download.contentType).headers(download.headers ?? {});
  if (download.fileName) {
    const name = encodeURIComponent(download.fileName);
    void reply.header('content-disposition', `attachment; filename*=UTF-8''${name}`);
  }
  return reply.send(download.body);
}
