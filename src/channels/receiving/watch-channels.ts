import type pg from 'pg';
import type { Ctx } from '../../kernel/context.ts';
import type { Watch } from '../../kernel/wiring.ts';
import type { Kind } from '../api/choices.ts';
import { type Channel, channelsOfKind } from '../settings/load-channel.ts';
import { pause } from './pause.ts';

/** How soon a channel that was added, changed or paused is taken up or let go. */
const LOOK_EVERY_MS = 1000;

type Stop = { stop: () => Promise<void> };
type Watched = Stop & { version: number };

/** How the channels of one kind are read. */
type Watching<K extends Kind> = { kind: K; watchOne: (ctx: Ctx, channel: Channel<K>) => Stop };

/** Watches every channel of a kind that is on, as long as the worker lives. */
export const watchChannels = <K extends Kind>(name: string, watching: Watching<K>): Watch => ({
  name,
  start: (ctx) => {
    const ending = new AbortController();
    const running = keepWatch(ctx, watching, ending.signal);
    return {
      stop: async () => {
        ending.abort();
        await running;
      },
    };
  },
});

/** A break of the database ends all watches, for their locks are lost; they begin anew. */
async function keepWatch<K extends Kind>(
  ctx: Ctx,
  watching: Watching<K>,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await watchUnderLocks(ctx, watching, signal).catch((error: unknown) => {
      if (!signal.aborted) ctx.log.error({ err: error }, 'the watch over channels broke off');
    });
    await pause(LOOK_EVERY_MS, signal);
  }
}

/**
 * One worker stands at a channel: whoever holds its lock. All locks are held by one connection, so
 * that many channels do not use up the pool, and end with it however the worker ends.
 */
async function watchUnderLocks<K extends Kind>(
  ctx: Ctx,
  watching: Watching<K>,
  signal: AbortSignal,
): Promise<void> {
  const ours = (): Promise<Channel<K>[]> => channelsOfKind(ctx, watching.kind);
  if ((await ours()).length === 0) return;
  const client = await ctx.pool.connect();
  const watched = new Map<number, Watched>();
  const isBroken = new AbortController();
  const onBreak = (): void => isBroken.abort();
  client.on('error', onBreak);
  client.on('end', onBreak);
  try {
    const until = AbortSignal.any([signal, isBroken.signal]);
    while (!until.aborted) {
      const channels = await ours();
      await letGo(ctx, client, watched, channels);
      for (const channel of channels) await takeUp(ctx, client, { watched, watching }, channel);
      if (watched.size === 0 && channels.length === 0) return;
      await pause(LOOK_EVERY_MS, until);
    }
  } finally {
    await Promise.all([...watched.values()].map(({ stop }) => stop()));
    client.off('error', onBreak);
    client.off('end', onBreak);
    // Closed and not given back: its locks go with it.
    client.release(true);
  }
}

const lockKey = (ctx: Ctx, id: number): string => `${ctx.operator.schema} channel ${id}`;

async function letGo(
  ctx: Ctx,
  client: pg.PoolClient,
  watched: Map<number, Watched>,
  channels: readonly Pick<Channel, 'id' | 'version'>[],
): Promise<void> {
  for (const [id, { version, stop }] of watched) {
    if (channels.some((one) => one.id === id && one.version === version)) continue;
    await stop();
    watched.delete(id);
    const key = lockKey(ctx, id);
    await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [key]);
  }
}

async function takeUp<K extends Kind>(
  ctx: Ctx,
  client: pg.PoolClient,
  { watched, watching }: { watched: Map<number, Watched>; watching: Watching<K> },
  channel: Channel<K>,
): Promise<void> {
  const { id, version } = channel;
  if (watched.has(id)) return;
  const { rows } = await client.query<{ isOurs: boolean }>(
    'select pg_try_advisory_lock(hashtextextended($1, 0)) as "isOurs"',
    [lockKey(ctx, id)],
  );
  if (rows[0]?.isOurs) watched.set(id, { version, ...watching.watchOne(ctx, channel) });
}
