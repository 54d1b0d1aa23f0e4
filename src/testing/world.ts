import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import { inject } from 'vitest';
import type { z } from 'zod';
import type { Api, Route } from '../kernel/api/define.ts';
import { type TestClock, testClock } from '../kernel/clock.ts';
import { readConfig } from '../kernel/config.ts';
import type { Ctx } from '../kernel/context.ts';
import { hearEvents } from '../kernel/events/feed.ts';
import { buildServer } from '../kernel/http/server.ts';
import { createLog } from '../kernel/log.ts';
import { type Installation, openInstallation } from '../kernel/runtime/installation.ts';
import { runTick } from '../kernel/runtime/worker.ts';
import { readersOf, type Wiring } from '../kernel/wiring.ts';
import { loadWirings } from '../wirings.ts';
import { isProof } from './proof.ts';
import { cloneTemplate, databaseUrl, dropDatabase } from './template.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Maintenance address of the server that the tests' databases are made on. */
    postgresUrl: string;
  }
}

/** Headers that say who asks, e.g. an API key's. */
export type As = Record<string, string>;

/** A body as declared, or problem details in its place. */
export type Answer<R extends Route> = {
  status: number;
  body: z.output<R['output']> & { code?: string; title?: string; fields?: Record<string, string> };
  headers: Record<string, unknown>;
};

/** Calls a route as the web does: path parameters are taken from the input. */
export type Call<A extends Api> = <K extends keyof A & string>(
  key: K,
  input?: A[K] extends Route ? z.input<A[K]['input']> : never,
  as?: As,
) => Promise<A[K] extends Route ? Answer<A[K]> : never>;

/** One test file's own installation: real server, real database, a clock that stands still. */
export type World = {
  installation: Installation;
  app: FastifyInstance;
  clock: TestClock;
  url: string;
  /** The system's context, for arranging what no route does. */
  ctx: Ctx;
  /** The typed calls of a domain's routes: `world.via(api)('GET /api/x', input, as)`. */
  via: <A extends Api>(api: A) => Call<A>;
  request: (options: InjectOptions) => Promise<LightMyRequestResponse>;
  /** Runs a sweep by its name, once. */
  tick: (name: string) => Promise<void>;
  /** Starts work that goes on, by its name; answers with its end. */
  watch: (name: string) => { stop: () => Promise<void> };
  /** Runs every waiting job until none is left. */
  runJobs: () => Promise<void>;
  /** Lets every domain hear all events committed so far. */
  hear: () => Promise<void>;
  close: () => Promise<void>;
};

/**
 * @param environment settings that differ from a test's usual ones
 * @param extra wirings beside the domains' own, for tests of the kernel itself
 */
export async function createWorld(
  environment: Record<string, string> = {},
  extra: readonly Wiring[] = [],
): Promise<World> {
  const serverUrl = inject('postgresUrl');
  const name = `bereg_${randomUUID().replaceAll('-', '')}`;
  await cloneTemplate(serverUrl, name);
  const dataDir = await mkdtemp(join(tmpdir(), 'bereg-world-'));
  const clock = testClock('2026-03-02T06:00:00Z');
  const wirings = [...(await loadWirings()), ...extra];
  const installation = await openInstallation({
    config: readConfig({
      BEREG_DATA_DIR: dataDir,
      BEREG_DEMO_SUBSCRIBERS: '0',
      BEREG_POOL_SIZE: '6',
      ...environment,
    }),
    url: databaseUrl(serverUrl, name),
    log: createLog(process.env['TEST_LOG'] ?? 'fatal'),
    clock,
    wirings,
  });
  const [operator] = installation.operators;
  if (!operator) throw new Error('a world has an operator');
  const app = await buildServer(installation, wirings);
  await app.ready();
  return {
    installation,
    app,
    clock,
    url: databaseUrl(serverUrl, name),
    ctx: installation.systemCtx(operator, 'test'),
    via: () => (key, input, as) => call(app, key, input as Input, as) as Promise<never>,
    request: (options) => app.inject(options),
    tick: async (tickName) => {
      const tick = wirings.flatMap((w) => w.ticks ?? []).find((one) => one.name === tickName);
      if (!tick) throw new Error(`no sweep is called ${tickName}`);
      await runTick(installation.systemCtx(operator, tickName), tick);
    },
    watch: (watchName) => {
      const watch = wirings.flatMap((w) => w.watches ?? []).find((one) => one.name === watchName);
      if (!watch) throw new Error(`no watch is called ${watchName}`);
      return watch.start(installation.systemCtx(operator, watchName));
    },
    runJobs: () => runJobs(installation, wirings),
    hear: () => hearAll(installation.systemCtx(operator, 'test'), wirings),
    close: async () => {
      await app.close();
      await installation.close();
      await dropDatabase(serverUrl, name);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Shorter than a test may take, so that it is said what it waited for. */
const LONGEST_HOLD_MS = 50_000;

/**
 * Other test files' open transactions on the same server hold the journal's readers back, on a
 * loaded machine for many seconds, so reading goes on until each has come to the last event
 * committed here: a test that went on before would look at what has not happened yet.
 */
async function hearAll(ctx: Ctx, wirings: readonly Wiring[]): Promise<void> {
  for (const [reader, hears] of readersOf(wirings)) {
    const deadline = Date.now() + LONGEST_HOLD_MS;
    let isBehind = true;
    while (isBehind) {
      if (Date.now() > deadline) throw new Error(`${reader} is held back by an open transaction`);
      const count = await hearEvents(ctx, reader, hears);
      const left = await sql<{ isBehind: boolean }>`
        select exists (select from events e, event_cursors c where c.reader = ${reader}
          and e.transaction_id is not null
          and (e.transaction_id, e.id) > (c.transaction_id, c.event_id)) as is_behind`.execute(
        ctx.db,
      );
      isBehind = left.rows[0]?.isBehind ?? false;
      if (count === 0 && isBehind) await new Promise((go) => setTimeout(go, 10));
    }
  }
}

type Input = Record<string, unknown> | undefined;

const SHORTLY_MS = 2000;

async function call(
  app: FastifyInstance,
  key: string,
  input: Input = {},
  as: As = {},
): Promise<{ status: number; body: unknown; headers: Record<string, unknown> }> {
  const [method = 'GET', pattern = ''] = key.split(' ');
  const parts = new Set<string>();
  const path = pattern.replace(/\{(\w+)\}/g, (_, part: string) => {
    parts.add(part);
    // Half a character cannot stand in an address; a client sends its sign of replacement.
    return encodeURIComponent(String(input[part]).toWellFormed());
  });
  const rest = Object.fromEntries(Object.entries(input).filter(([name]) => !parts.has(name)));
  const isQuery = method === 'GET' || method === 'DELETE';
  const response = await app.inject({
    method: method as 'GET',
    url: path,
    headers: { 'x-requested-with': 'bereg', ...as },
    ...(isQuery ? { query: toQuery(rest) } : { payload: rest }),
  });
  if (response.statusCode === 429 && isProof) {
    // A proof asks faster than any person: it waits for its turn. Limits have tests of their own.
    await new Promise((go) => setTimeout(go, SHORTLY_MS));
    return call(app, key, input, as);
  }
  const isJson = String(response.headers['content-type']).includes('json');
  return {
    status: response.statusCode,
    body: isJson ? response.json() : response.body,
    headers: response.headers,
  };
}

function toQuery(input: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(input)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
}

async function runJobs(installation: Installation, wirings: readonly Wiring[]): Promise<void> {
  const jobs = wirings.flatMap((wiring) => wiring.jobs ?? []);
  for (const operator of installation.operators) {
    let isIdle = false;
    while (!isIdle) {
      isIdle = true;
      for (const job of jobs) {
        for (const taken of await operator.boss.fetch(job.name, { batchSize: 50 })) {
          isIdle = false;
          const ctx = installation.systemCtx(operator, job.name);
          await job.run(ctx, job.payload.parse(taken.data ?? {}) as never);
          await operator.boss.complete(job.name, taken.id);
        }
      }
    }
  }
}
