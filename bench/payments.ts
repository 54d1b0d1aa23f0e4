import { rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import type { Ctx } from '../src/kernel/context.ts';
import { addressOf, hear, signedHeaders, terminals } from '../src/testing/payments/terminal.ts';
import { verifyLedger } from '../src/ledger/index.ts';
import { openIn } from './installation.ts';
import { startServer } from './own-server.ts';
import { addPayers, numberOf } from './payers.ts';
import { pause, show } from './rush.ts';
import { signIn } from './sign-in.ts';

const ASKED_PER_SECOND = 1000;
const LEAST_PER_SECOND = 300;
/** More would only stand before the server's door. */
const CONNECTIONS = 100;
const SUM_MINOR = 1045;

/**
 * What terminals pay for some seconds at 1,000 a second, through their door of a server of its own,
 * on a database that keeps what it has said (fsync and synchronous_commit on): how many were
 * credited a second, how long each waited. Then everything is counted.
 * @returns the exit code: 1 below 300 a second, or where not every one was credited once
 */
export async function benchPayments(seconds: number): Promise<number> {
  const folder = join(import.meta.dirname, '../var/bench-payments');
  await rm(folder, { recursive: true, force: true });
  const opened = await openIn(folder);
  const { ctx } = opened;
  const server = await startServer(folder);
  const { address } = server;
  try {
    await tellSettings(ctx);
    await addPayers(ctx);
    await letTerminalsIn(address, (await signIn(ctx))[0] ?? {});
    await pay(address, 0, 1, 200);
    const paid = await pay(address, 200, seconds, ASKED_PER_SECOND);
    show('paid', paid.times, `${paid.refused} refused`);
    const perSecond = paid.times.length / paid.seconds;
    const verdict = perSecond >= ASKED_PER_SECOND * 0.99 ? 'met' : 'MISSED';
    process.stdout.write(
      `${perSecond.toFixed(0)} payments/s over ${paid.seconds.toFixed(1)} s ` +
        `(asked ${ASKED_PER_SECOND}, at least ${LEAST_PER_SECOND}: ${verdict})\n`,
    );
    const isWhole = await isCreditedOnce(ctx, 200 + paid.times.length - paid.refused);
    return perSecond >= LEAST_PER_SECOND && paid.refused === 0 && isWhole ? 0 : 1;
  } finally {
    await server.stop();
    await opened.close();
  }
}

async function tellSettings({ pool }: Ctx): Promise<void> {
  const { rows } = await pool.query<{ fsync: string; commits: string }>(
    `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commits`,
  );
  process.stdout.write(`fsync ${rows[0]?.fsync}, synchronous_commit ${rows[0]?.commits}\n`);
}

async function letTerminalsIn(address: string, headers: Record<string, string>): Promise<void> {
  const answer = await fetch(`${address}/api/payment-sources`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(terminals),
  });
  if (answer.status !== 201) throw new Error(await answer.text());
}

type Paid = { times: number[]; refused: number; seconds: number };

/** Pays in step with the clock, whether or not earlier payments were answered. */
async function pay(
  address: string,
  first: number,
  seconds: number,
  perSecond: number,
): Promise<Paid> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const times: number[] = [];
  let refused = 0;
  const started = performance.now();
  const open: Promise<void>[] = [];
  for (let nth = 0; nth < seconds * perSecond; nth++) {
    const early = started + (nth * 1000) / perSecond - performance.now();
    if (early > 1) await pause(early);
    const atMs = performance.now();
    open.push(
      payOne(agent, address, first + nth).then((isCredited) => {
        times.push(performance.now() - atMs);
        if (!isCredited) refused++;
      }),
    );
  }
  await Promise.all(open);
  agent.destroy();
  return { times, refused, seconds: (performance.now() - started) / 1000 };
}

function payOne(agent: Agent, address: string, nth: number): Promise<boolean> {
  const asked = {
    command: 'pay',
    txn_id: String(nth + 1),
    account: numberOf(nth * 7919),
    sum: (SUM_MINOR / 100).toFixed(2),
  };
  const { promise, resolve, reject } = Promise.withResolvers<boolean>();
  request(`${address}${addressOf(asked)}`, { agent, headers: signedHeaders }, (answer) => {
    let text = '';
    answer.setEncoding('utf8');
    answer.on('data', (part: string) => (text += part));
    answer.on('end', () => resolve(hear(answer.statusCode ?? 0, text).result === 0));
  })
    .on('error', reject)
    .end();
  return promise;
}

async function isCreditedOnce(ctx: Ctx, wanted: number): Promise<boolean> {
  const { rows } = await ctx.pool.query<{ payments: number; minor: number }>(
    `select (select count(*) from payments) as payments,
            (select sum(balance_minor)::bigint from ledger_balances) as minor`,
  );
  const [{ payments, minor } = { payments: 0, minor: 0 }] = rows;
  const broken = (await verifyLedger(ctx)).filter(({ found }) => found > 0);
  process.stdout.write(
    `${payments} payments stand there, ${wanted} were answered; ` +
      `${broken.length === 0 ? 'the ledger is whole' : JSON.stringify(broken)}\n`,
  );
  return payments === wanted && minor === wanted * SUM_MINOR && broken.length === 0;
}
