import { createServer, type RequestListener, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addressOf, caller, type Routes } from './call.ts';
import { keepLanguage } from './language.ts';
import { Problem } from './problem.ts';
import { problemText } from './problem-text.ts';

const call = caller<Routes>();
const halfMinuteMs = 30_000;

let server: Server;
let answer: RequestListener;
let keys: (string | undefined)[] = [];

beforeEach(async () => {
  keys = [];
  server = createServer((request, response) => {
    keys.push(request.headers['idempotency-key']?.toString());
    answer(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  // A browser knows where the page came from; here the address is put before the path.
  const { fetch } = globalThis;
  vi.stubGlobal('fetch', (path: string, init: RequestInit) =>
    fetch(`http://127.0.0.1:${port}${path}`, init),
  );
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  keepLanguage('ru');
  server.closeAllConnections();
  server.close();
});

/** Lets what is under way between client and server arrive; its clocks are not the test's. */
async function beat(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((go) => setImmediate(go));
}

/** What a call fails with after so long. */
async function failureAfter(calling: Promise<unknown>, milliseconds: number): Promise<unknown> {
  let failure: unknown = 'none yet';
  calling.catch((reason: unknown) => (failure = reason));
  await once(server, 'request');
  await beat();
  await vi.advanceTimersByTimeAsync(milliseconds);
  await beat();
  return failure;
}

const silent: RequestListener = () => undefined;
const stopping: RequestListener = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"rows": [');
};

test.each([
  ['never begins', silent],
  ['stops in the midst', stopping],
])('an answer that %s is waited for half a minute', async (_what, listener) => {
  answer = listener;
  const calling = call('GET /api/x');
  expect(await failureAfter(calling, halfMinuteMs - 1)).toBe('none yet');
  await vi.advanceTimersByTimeAsync(1);
  const failure = await calling.catch((reason: unknown) => reason);
  expect(failure).toBeInstanceOf(Problem);
  expect(failure).toMatchObject({ code: 'timed_out', isOffline: false });
});

test.each([
  ['ru', 'Сервер слишком долго не отвечает. Попробуйте ещё раз: сделанное не повторится.'],
  ['en', 'The server is taking too long to answer. Try again: nothing will be done twice.'],
] as const)('it is told in the language of the screen: %s', async (language, words) => {
  keepLanguage(language);
  answer = silent;
  expect(problemText(await failureAfter(call('GET /api/x'), halfMinuteMs))).toBe(words);
});

test('a write whose answer was not waited for is sent again with the same key', async () => {
  answer = stopping;
  await failureAfter(call('POST /api/x', { name: 'Анна' }), halfMinuteMs);
  answer = (_request, response) => void response.end('{}');
  expect(await call('POST /api/x', { name: 'Анна' })).toEqual({});
  expect(await call('POST /api/x', { name: 'Анна' })).toEqual({});
  const [first, second, third] = keys;
  expect(first).toBeDefined();
  expect(second).toBe(first);
  expect(third).not.toBe(first);
});

test('what may be said again carries no key, so that a lost answer costs nothing', async () => {
  answer = stopping;
  const hello = () => call('POST /api/x', {}, { isRepeatable: true });
  await failureAfter(hello(), halfMinuteMs);
  answer = (_request, response) => void response.end('{}');
  expect(await hello()).toEqual({});
  expect(keys).toEqual([undefined, undefined]);
});

test('whoever leaves the page has ended the call, and hears of no failure', async () => {
  answer = silent;
  const leaving = new AbortController();
  const calling = call('GET /api/x', {}, { signal: leaving.signal });
  expect(await failureAfter(calling, 1000)).toBe('none yet');
  leaving.abort();
  await expect(calling).rejects.toThrow('aborted');
  await expect(calling).rejects.not.toBeInstanceOf(Problem);
});

test('an answered call leaves no clock running; an export is a link, with none', async () => {
  answer = (_request, response) => void response.end('{}');
  await call('GET /api/x');
  expect(vi.getTimerCount()).toBe(0);
  expect(addressOf('GET /api/x/export', { format: 'csv' })).toBe('/api/x/export?format=csv');
  expect(keys).toHaveLength(1);
});
