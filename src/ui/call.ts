import type { z } from 'zod';
import { noAnswer, Problem, problemOf } from './problem.ts';
import { isWrite, requestOf, type WireRequest } from './request.ts';
import { noteServerTime } from './now.ts';
import { currentLanguage } from './language.ts';
import { randomId } from './random-id.ts';

/** The shape of a domain's `api.ts`, of which only the types travel to the browser. */
export type Routes = Record<string, { input: z.ZodType; output: z.ZodType }>;
export type RouteOf<Api extends Routes> = keyof Api & string;
export type InputOf<Api extends Routes, Route extends RouteOf<Api>> = z.input<Api[Route]['input']>;
export type OutputOf<Api extends Routes, Route extends RouteOf<Api>> = z.output<
  Api[Route]['output']
>;

export type CallOptions = {
  signal?: AbortSignal;
  /**
   * A POST that only asks, such as a list, or says what holds at this moment: it needs no key that
   * makes it happen once, and with one the same words said later would go unheard.
   */
  isRepeatable?: boolean;
  /** The key of a write that its caller sends again by itself until there is an answer. */
  key?: string;
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
  const key = unansweredKeys.get(write) ?? randomId();
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

/**
 * The server's longest reads end by limits of their own within seconds. A file has as long as it
 * takes: uploads go by `upload`, exports by a link that the browser follows.
 */
const LONGEST_ANSWER_MS = 30_000;

/** Worded here, for the server that words all other failures is silent. */
const tooLong = {
  ru: 'Сервер слишком долго не отвечает. Попробуйте ещё раз: сделанное не повторится.',
  en: 'The server is taking too long to answer. Try again: nothing will be done twice.',
};

const timedOut = (): Problem =>
  new Problem({ status: 408, code: 'timed_out', title: tooLong[currentLanguage()] });

/** Runs an exchange under the limit, to its last byte; ends it when the one who asked has left. */
const withinLimit = async <T>(
  asker: AbortSignal | undefined,
  exchange: (signal: AbortSignal) => Promise<T>,
): Promise<T> => {
  const limit = new AbortController();
  const clock = setTimeout(() => limit.abort(), LONGEST_ANSWER_MS);
  try {
    return await exchange(asker ? AbortSignal.any([asker, limit.signal]) : limit.signal);
  } catch (failure) {
    if (asker?.aborted || failure instanceof Problem) throw failure;
    throw limit.signal.aborted ? timedOut() : noAnswer();
  } finally {
    clearTimeout(clock);
  }
};

const send = async (route: string, input: object, options: CallOptions): Promise<unknown> => {
  const request = requestOf(route, input);
  const write = `${request.method} ${request.url} ${request.body ?? ''}`;
  const isKeyed = isWrite(request.method) && !options.isRepeatable;
  const key = options.key ?? (isKeyed ? keyOf(write) : undefined);
  const text = await withinLimit(options.signal, async (signal) => {
    const response = await fetch(request.url, {
      method: request.method,
      headers: headersFor(request, key),
      ...(request.body === undefined ? {} : { body: request.body }),
      signal,
    });
    noteServerTime(response.headers.get('date'));
    const failure = response.ok ? null : await problemOf(response);
    const answer = failure ? '' : await response.text();
    signal.throwIfAborted();
    // Whoever is told that it still runs asks again by the same key.
    if (failure?.code !== 'kernel.still_running') unansweredKeys.delete(write);
    if (failure) throw failure;
    return answer;
  });
  return text === '' ? undefined : JSON.parse(text);
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
