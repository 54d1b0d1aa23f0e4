import { sql } from 'kysely';
import type { Ctx } from '../context.ts';
import { inTransaction } from '../db/transaction.ts';
import { hearEvents } from '../events/feed.ts';
import { dropOldMentions } from '../events/purge-mentions.ts';
import { ensureComingPartitions } from '../events/partitions.ts';
import { workJobs } from '../jobs/boss.ts';
import { readersOf, type Tick, type Wiring } from '../wiring.ts';
import type { Installation } from './installation.ts';

const HEAR_EVERY_MS = 500;
const HOUR_SECONDS = 3600;

/** Partitions ahead of time; answers nobody will ask for again and old words of looks go. */
export const housekeeping: Tick = {
  name: 'kernel.housekeeping',
  everySeconds: HOUR_SECONDS,
  run: async (ctx) => {
    await ensureComingPartitions(ctx);
    const limit = new Date(ctx.clock.now().getTime() - 24 * HOUR_SECONDS * 1000);
    await ctx.db.deleteFrom('idempotencyKeys').where('createdAt', '<', limit).execute();
    await dropOldMentions(ctx);
  },
};

/**
 * Runs a sweep unless another worker is running it. Several workers may stand on one database, so
 * a lock that ends with the transaction decides.
 */
export async function runTick(
  ctx: Ctx,
  tick: Tick,
  signal: AbortSignal = new AbortController().signal,
): Promise<void> {
  if (tick.isOwnTransactions) return tick.run(ctx, signal);
  await inTransaction(ctx, async (tx) => {
    const key = `${ctx.operator.schema} ${tick.name}`;
    const lock = await sql<{ isOurs: boolean }>`
      select pg_try_advisory_xact_lock(hashtextextended(${key}, 0)) as is_ours`.execute(tx.db);
    if (lock.rows[0]?.isOurs) await tick.run(tx, signal);
  });
}

/** The worker role: jobs, sweeps and readers of the journal, for every operator. */
export async function startWorker(
  installation: Installation,
  wirings: readonly Wiring[],
): Promise<{ stop: () => Promise<void> }> {
  const loops: { stop: () => Promise<void> }[] = [];
  for (const operator of installation.operators) {
    const ctxOf = (name: string): Ctx => installation.systemCtx(operator, name);
    await workJobs(
      operator.boss,
      wirings.flatMap((w) => w.jobs ?? []),
      ctxOf,
    );
    for (const tick of [housekeeping, ...wirings.flatMap((w) => w.ticks ?? [])]) {
      loops.push(
        repeat(installation, tick.name, tick.everySeconds * 1000, (signal) =>
          runTick(ctxOf(tick.name), tick, signal),
        ),
      );
    }
    for (const watch of wirings.flatMap((w) => w.watches ?? [])) {
      loops.push(watch.start(ctxOf(watch.name)));
    }
    for (const [reader, hears] of readersOf(wirings)) {
      loops.push(
        repeat(installation, `${reader} hears`, HEAR_EVERY_MS, async () => {
          while ((await hearEvents(ctxOf(reader), reader, hears)) > 0);
        }),
      );
    }
  }
  return { stop: async () => void (await Promise.all(loops.map((loop) => loop.stop()))) };
}

/** Runs again and again, never two at once; a failure is logged and tried at the next turn. */
function repeat(
  { log }: Installation,
  name: string,
  everyMs: number,
  run: (signal: AbortSignal) => Promise<void>,
): { stop: () => Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  const ending = new AbortController();
  let running: Promise<void> = Promise.resolve();
  const turn = (): void => {
    running = run(ending.signal)
      .catch((error: unknown) => log.error({ err: error, name }, 'a sweep failed'))
      .then(() => {
        if (!ending.signal.aborted) timer = setTimeout(turn, everyMs);
      });
  };
  turn();
  return {
    stop: async () => {
      ending.abort();
      clearTimeout(timer);
      await running;
    },
  };
}
