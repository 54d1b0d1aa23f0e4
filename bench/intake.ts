import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ctx } from '../src/kernel/context.ts';
import { startTelegram } from '../src/testing/telegram/server.ts';
import { startVk } from '../src/testing/vk/server.ts';
import { hearNotes } from '../src/testing/live-screen.ts';
import { openIn } from './installation.ts';
import { connect, type Hook } from './intake-hooks.ts';
import { startServer } from './own-server.ts';
import { pause, show } from './rush.ts';
import { signIn } from './sign-in.ts';

const PER_SECOND = 300;
const SCREENS = 50;
const STAFF = 5;
const WAIT_SECONDS = 600;

type Heard = { eventId: number; atMs: number };

/**
 * What messengers bring for some seconds at 300 a second, half by Telegram and half by VK, before a
 * server with its worker in one process and 50 open screens: how soon each is stored, how soon all
 * are understood, and the longest time until a screen knows.
 * @param subscribers on the base of --only work of that size, which stands; empty without
 * @returns the exit code: 1 where something was lost
 */
export async function benchIntake(seconds: number, subscribers?: number): Promise<number> {
  const kept = `../var/${subscribers ? `bench-work-${subscribers}` : 'bench-intake'}`;
  const folder = join(import.meta.dirname, kept);
  if (!subscribers) await rm(folder, { recursive: true, force: true });
  const opened = await openIn(folder);
  const before = await lastStored(opened.ctx);
  const vk = await startVk();
  const telegram = await startTelegram();
  const server = await startServer(folder);
  const { address } = server;
  try {
    const staff: Record<string, string>[][] = [];
    for (let at = 0; at < STAFF; at++) staff.push(await signIn(opened.ctx));
    const hooks = await connect(opened.ctx, address, staff[0]?.[0] ?? {}, {
      telegram: telegram.url,
      vk: vk.url,
    });
    const heard: Heard[][] = [];
    for (let at = 0; at < SCREENS; at++) {
      const keys = staff[at % STAFF] ?? [];
      heard.push(await look(address, keys[Math.floor(at / STAFF)] ?? {}));
    }
    const sent = await bring(hooks, seconds);
    show('stored', sent.times, `${sent.refused} refused`);
    return (await settle(opened.ctx, heard, sent.times.length, before)) ? 0 : 1;
  } finally {
    await server.stop();
    await Promise.all([vk.stop(), telegram.stop()]);
    await opened.close();
  }
}

async function lastStored({ pool }: Ctx): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    'select coalesce(max(id), 0) as id from raw_messages',
  );
  return rows[0]?.id ?? '0';
}

/** Opens a screen; it notes what it hears of conversations, and when. */
async function look(address: string, headers: Record<string, string>): Promise<Heard[]> {
  const answer = await fetch(`${address}/api/live`, { headers });
  if (!answer.ok || !answer.body) throw new Error(`a screen was refused: ${answer.status}`);
  const heard: Heard[] = [];
  void hearNotes(answer.body, ({ eventId }) => {
    heard.push({ eventId, atMs: Date.now() });
  }).catch(() => undefined);
  return heard;
}

/** Calls in step with the clock, whether or not earlier calls were answered. */
async function bring(
  hooks: readonly Hook[],
  seconds: number,
): Promise<{ times: number[]; refused: number }> {
  const times: number[] = [];
  let refused = 0;
  const started = performance.now();
  const open: Promise<void>[] = [];
  for (let nth = 0; nth < seconds * PER_SECOND; nth++) {
    const early = started + (nth * 1000) / PER_SECOND - performance.now();
    if (early > 1) await pause(early);
    const hook = hooks[nth % hooks.length];
    if (!hook) throw new Error('nobody to call');
    open.push(
      call(hook, nth).then(({ ms, isOk }) => {
        times.push(ms);
        if (!isOk) refused++;
      }),
    );
  }
  await Promise.all(open);
  return { times, refused };
}

async function call(hook: Hook, nth: number): Promise<{ ms: number; isOk: boolean }> {
  const started = performance.now();
  const { url, headers } = hook;
  const answer = await fetch(url, { method: 'POST', headers, body: hook.bodyOf(nth) });
  await answer.text();
  return { ms: performance.now() - started, isOk: answer.ok };
}

/** Waits until all is understood and heard, then says how long it took. */
async function settle(
  ctx: Ctx,
  heard: readonly Heard[][],
  sent: number,
  before: string,
): Promise<boolean> {
  const started = Date.now();
  let left = sent;
  while (left > 0 && Date.now() - started < WAIT_SECONDS * 1000) {
    await pause(500);
    const { rows } = await ctx.pool.query<{ left: string }>(
      "select count(*) as left from raw_messages where state = 'waiting'",
    );
    left = Number(rows[0]?.left);
  }
  await pause(3000);
  const { rows } = await ctx.pool.query<Record<'stored' | 'messages' | 'aside' | 'rate', string>>(
    `select count(*) as stored,
            (select count(*) from messages where raw_message_id > $1) as messages,
            count(*) filter (where state = 'quarantined') as aside,
            round(count(*) / extract(epoch from max(understood_at) - min(received_at))) as rate
     from raw_messages where id > $1`,
    [before],
  );
  const [counts] = rows;
  process.stdout.write(
    `${sent} sent, ${counts?.stored} stored, ${counts?.messages} messages, ` +
      `${counts?.aside} aside, ${counts?.rate} understood a second\n`,
  );
  const events = await ctx.pool.query<{ id: string; at: Date }>(
    `select id, occurred_at as at from events
     where type in ('conversations.opened', 'conversations.message_came')`,
  );
  const since = new Map(events.rows.map(({ id, at }) => [Number(id), at.getTime()]));
  const delays = heard.flatMap((screen) =>
    screen.flatMap(({ eventId, atMs }) => {
      const came = since.get(eventId);
      return came === undefined ? [] : [atMs - came];
    }),
  );
  show('until a screen knows', delays, `${heard.length} screens, ${events.rowCount} events`);
  return Number(counts?.stored) === sent && Number(counts?.messages) === sent;
}
