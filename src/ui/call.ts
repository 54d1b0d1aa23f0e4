import type { z } from 'zod';
import { noAnswer, problemOf } from './problem.ts';
import { isWrite, requestOf, type WireRequest } from './request.ts';
import { noteServerTime } from './now.ts';
import { currentLanguage } from './language.ts';

/** The shape of a domain's `api.ts`, of which only the types travel to the browser. */
export type Routes = Record<string, { input: z.ZodType; output: z.ZodType }>;
export type RouteOf<Api extends Routes> = keyof Api & string;
export type InputOf<Api extends Routes, Route extends RouteOf<Api>> = z.input<Api[Route]['input']>;
export type OutputOf<Api extends Routes, Route extends RouteOf<Api>> = z.output<
  Api[Route]['output']
>;

export type CallOptions = {
  signal?: AbortSignal;
  /** A POST that only asks, such as a list: it needs no key that makes it happen once. */
  isRead?: boolean;
};

/** A route whose every input key is optional may be called without an input. */
export type Args<Input> = object extends Input
  ? [input?: Input, options?: CallOptions]
  : [input: Input, options?: CallOptions];

export type Caller<Api extends Routes> = <Route extends RouteOf<Api>>(
  route: Route,
  ...args: Args<InputOf<Api, Route>>
) => Promise<OutputOf<Api, Route>>;

/**
 * Keys of writes that got no answer. The same write sent again carries the same key, so the server
 * does it once even when the first attempt did arrive and only its answer was lost.
 */
const unansweredKeys = new Map<string, string>();
const unansweredLimit = 100;

const keyOf = (write: string): string => {
  const key = unansweredKeys.get(write) ?? crypto.randomUUID();
  if (unansweredKeys.size >= unansweredLimit) unansweredKeys.clear();
  unansweredKeys.set(write, key);
  return key;
};

const headersFor = (request: WireRequest, key: string | undefined): Record<string, string> => ({
  accept: 'application/json',
  'accept-language': currentLanguage(),
  'x-requested-with': 'bereg',
  ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
  ...(key === undefined ? {} : { 'idempotency-key': key }),
});

const send = async (route: string, input: object, options: CallOptions): Promise<unknown> => {
  const request = requestOf(route, input);
  const write = `${request.method} ${request.url} ${request.body ?? ''}`;
  const key = isWrite(request.method) && !options.isRead ? keyOf(write) : undefined;
  const response = await fetch(request.url, {
    method: request.method,
    headers: headersFor(request, key),
    ...(request.body === undefined ? {} : { body: request.body }),
    ...(options.signal ? { signal: options.signal } : {}),
  }).catch((failure: unknown) => {
    if (options.signal?.aborted) throw failure;
    throw noAnswer();
  });
  unansweredKeys.delete(write);
  noteServerTime(response.headers.get('date'));
  if (!response.ok) throw await problemOf(response);
  return response.status === 204 ? undefined : response.json();
};

/**
 * The typed client of one domain: `const call = caller<typeof api>()` with `import type { api }`.
 * `call('POST /api/x/{id}', input)` resolves to the route's output or throws a Problem.
 */
export const caller = <Api extends Routes>(): Caller<Api> =>
  ((route: string, input: object = {}, options: CallOptions = {}) =>
    send(route, input, options)) as Caller<Api>;

/** The address of a GET route, for links that the browser follows itself, such as downloads. */
export const addressOf = (route: string, input: object = {}): string => requestOf(route, input).url;
