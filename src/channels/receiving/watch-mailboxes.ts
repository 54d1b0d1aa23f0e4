import type pg from 'pg';
import type { Ctx } from '../../kernel/context.ts';
import type { Watch } from '../../kernel/wiring.ts';
import { type Mailbox, mailboxesOn } from '../mailboxes/load-mailbox.ts';
import { pause } from './pause.ts';
import { watchMailbox } from './watch-mailbox.ts';

/** How soon a mailbox that was added, changed or paused is taken up or let go. */
const LOOK_EVERY_MS = 1000;

type Watched = { version: number; stop: () => Promise<void> };

/** Watches every mailbox that is on, as long as the worker lives. */
export const watchMailboxes: Watch = {
  name: 'channels.mailboxes',
  start: (ctx) => {
    const ending = new AbortController();
    const running = keepWatch(ctx, ending.signal);
    return {
      stop: async () => {
        ending.abort();
        await running;
      },
    };
  },
};

/** A break of the database ends all watches, for their locks are lost; they begin anew. */
async function keepWatch(ctx: Ctx, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await watchUnderLocks(ctx, signal).catch((error: unknown) => {
      if (!signal.aborted) ctx.log.error({ err: error }, 'the watch over mailboxes broke off');
    });
    await pause(LOOK_EVERY_MS, signal);
  }
}

/**
 * One worker stands at a mailbox: whoever holds its lock. All locks are held by one connection, so
 * that many mailboxes do not use up the pool, and end with it however the worker ends.
 */
async function watchUnderLocks(ctx: Ctx, signal: AbortSignal): Promise<void> {
  if ((await mailboxesOn(ctx)).length === 0) return;
  const client = await ctx.pool.connect();
  const watched = new Map<number, Watched>();
  const isBroken = new AbortController();
  const onBreak = (): void => isBroken.abort();
  client.on('error', onBreak);
  client.on('end', onBreak);
  try {
    const until = AbortSignal.any([signal, isBroken.signal]);
    while (!until.aborted) {
      const mailboxes = await mailboxesOn(ctx);
      await letGo(ctx, client, watched, mailboxes);
      for (const mailbox of mailboxes) await takeUp(ctx, client, watched, mailbox);
      if (watched.size === 0 && mailboxes.length === 0) return;
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

const lockKey = (ctx: Ctx, id: number): string => `${ctx.operator.schema} mailbox ${id}`;

async function letGo(
  ctx: Ctx,
  client: pg.PoolClient,
  watched: Map<number, Watched>,
  mailboxes: readonly Mailbox[],
): Promise<void> {
  for (const [id, { version, stop }] of watched) {
    if (mailboxes.some((one) => one.id === id && one.version === version)) continue;
    await stop();
    watched.delete(id);
    const key = lockKey(ctx, id);
    await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [key]);
  }
}

async function takeUp(
  ctx: Ctx,
  client: pg.PoolClient,
  watched: Map<number, Watched>,
  mailbox: Mailbox,
): Promise<void> {
  if (watched.has(mailbox.id)) return;
  const { rows } = await client.query<{ isOurs: boolean }>(
    'select pg_try_advisory_lock(hashtextextended($1, 0)) as "isOurs"',
    [lockKey(ctx, mailbox.id)],
  );
  if (rows[0]?.isOurs) {
    watched.set(mailbox.id, { version: mailbox.version, ...watchMailbox(ctx, mailbox) });
  }
}
