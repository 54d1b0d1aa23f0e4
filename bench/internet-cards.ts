import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ctx } from '../src/kernel/context.ts';
import { verifyLedger } from '../src/ledger/index.ts';
import { openIn } from './installation.ts';
import { measure, show } from './measure.ts';
import { startServer } from './own-server.ts';
import { addPayers } from './payers.ts';
import { pause } from './rush.ts';
import { signIn } from './sign-in.ts';

const RUNS = 2000;
const VALUE_MINOR = 10_000;

/**
 * A batch of internet cards made in the background of a server of its own, sold as a whole, and
 * cards of it activated one after the other on a database that keeps what it has said.
 * @returns the exit code: 1 where an activation takes longer than is asked, or money is amiss
 */
export async function benchInternetCards(cards: number): Promise<number> {
  const folder = join(import.meta.dirname, '../var/bench-internet-cards');
  await rm(folder, { recursive: true, force: true });
  const opened = await openIn(folder);
  const { ctx } = opened;
  const server = await startServer(folder);
  try {
    await addPayers(ctx);
    const keys = await signIn(ctx);
    const ask = asking(server.address, keys);
    const pins = await makeBatch(ask, cards);
    const { rows } = await ctx.pool.query<{ id: number }>('select id from accounts order by id');
    const account = (run: number): number => rows[(run * 7919) % rows.length]?.id ?? 0;
    let activated = 0;
    const result = await measure('activation of a card', { runs: RUNS, barMs: 20 }, (run) => {
      activated++;
      return ask('POST', `/api/accounts/${account(run)}/cards`, { pin: pins[run] ?? '' });
    });
    process.stdout.write(`${show(result)}\n`);
    const isCredited = await isWhole(ctx, activated);
    return result.p95Ms <= 20 && isCredited ? 0 : 1;
  } finally {
    await server.stop();
    await opened.close();
  }
}

type Ask = (method: 'GET' | 'POST', path: string, body?: object) => Promise<string>;

function asking(address: string, keys: readonly Record<string, string>[]): Ask {
  let asked = 0;
  return async (method, path, body) => {
    const answer = await fetch(`${address}${path}`, {
      method,
      headers: {
        ...keys[asked++ % keys.length],
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
    return text;
  };
}

/** @returns the PINs, in the order of the cards' numbers */
async function makeBatch(ask: Ask, cards: number): Promise<string[]> {
  const told = (what: string, sinceMs: number): void => {
    const seconds = ((performance.now() - sinceMs) / 1000).toFixed(1);
    process.stdout.write(`${cards} cards ${what} in ${seconds} s\n`);
  };
  const startedMs = performance.now();
  const order = { series: 'ПР1', cards, valueMinor: VALUE_MINOR, validUntil: '2099-12-31' };
  const { id } = JSON.parse(await ask('POST', '/api/card-batches', order)) as { id: number };
  for (let made = 0; made < cards; await pause(200)) {
    ({ made } = JSON.parse(await ask('GET', `/api/card-batches/${id}`)) as { made: number });
  }
  told('made', startedMs);
  const takenMs = performance.now();
  const file = await ask('POST', `/api/card-batches/${id}/pins`, {});
  told('written to the file of PINs', takenMs);
  const soldMs = performance.now();
  const contract = { name: 'Пробный', contractNumber: 'ДД-1', contractOn: '2026-01-10', terms: '' };
  const credit = { creditLimitMinor: cards * VALUE_MINOR };
  const made = await ask('POST', '/api/dealers', { ...contract, ...credit });
  const all = {
    firstNumber: 1,
    lastNumber: cards,
    dealerId: (JSON.parse(made) as { id: number }).id,
  };
  await ask('POST', `/api/card-batches/${id}/deeds`, { kind: 'given', ...all });
  await ask('POST', `/api/card-batches/${id}/deeds`, { kind: 'sold', ...all });
  told('given to a dealer and sold', soldMs);
  return file
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(';')[2] ?? '');
}

async function isWhole(ctx: Ctx, activated: number): Promise<boolean> {
  const { rows } = await ctx.pool.query<{ minor: number }>(
    `select sum(b.balance_minor)::bigint as minor from ledger_balances b
     join   ledger_accounts l on l.id = b.ledger_account_id where l.account_id is not null`,
  );
  const broken = (await verifyLedger(ctx)).filter(({ found }) => found > 0);
  const minor = rows[0]?.minor ?? 0;
  process.stdout.write(
    `${minor / VALUE_MINOR} cards are credited, ${activated} were activated; ` +
      `${broken.length === 0 ? 'the ledger is whole' : JSON.stringify(broken)}\n`,
  );
  return minor === activated * VALUE_MINOR && broken.length === 0;
}
