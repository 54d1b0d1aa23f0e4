import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyLedger } from '../src/ledger/index.ts';
import { addressOf, hear, type Heard, signedHeaders } from '../src/testing/payments/terminal.ts';
import { patienceMs, runs } from '../src/testing/proof.ts';
import { type Random, randomOf } from '../src/testing/random.ts';
import { besideProgram } from './testing/beside-program.ts';
import type { Installed } from './testing/killed-program.ts';
import { openForTerminals } from './testing/open-for-terminals.ts';

// Terminals on a bad line: repeats, copies at once, another order, answers that never come, and the
// program and its database killed twice with payments on the way.
const PAYMENTS = runs(300, 10_000);
const ACCOUNTS = 25;
const HANDS = 6;
const TERMINALS_WAIT_MS = 4000;

type Payment = { txn_id: string; account: string; sum: string; minor: number };

let installation: Installed;
beforeAll(async () => {
  installation = await openForTerminals(Array.from({ length: ACCOUNTS }, (_, at) => numberOf(at)));
}, 120_000);
afterAll(() => installation.close(), 60_000);

const numberOf = (at: number): string => `77-${1000 + at}`;

function paymentAt(at: number): Payment {
  const random = randomOf('terminals', at);
  const minor = random.between(100, 500_000);
  return {
    txn_id: String(5_000_000 + at),
    account: numberOf(random.between(0, ACCOUNTS - 1)),
    sum: (minor / 100).toFixed(2),
    minor,
  };
}

/** One call; null where no answer came in the terminal's time. */
async function askOnce(payment: Payment, command = 'pay'): Promise<Heard | null> {
  const { minor: _, ...asked } = payment;
  try {
    const answer = await fetch(`${installation.address}${addressOf({ command, ...asked })}`, {
      headers: signedHeaders,
      signal: AbortSignal.timeout(TERMINALS_WAIT_MS),
    });
    return hear(answer.status, await answer.text());
  } catch {
    return null;
  }
}

/** A terminal asks until it is told that it is paid, now and then several times at once. */
async function payAtLast(payment: Payment, random: Random, heard: Heard[]): Promise<void> {
  if (random.chance(0.3)) await askOnce(payment, 'check');
  for (;;) {
    const copies = random.chance(0.2) ? 3 : 1;
    const answers = await Promise.all(Array.from({ length: copies }, () => askOnce(payment)));
    const paid = answers.filter((one) => one?.result === 0);
    for (const one of paid) if (one) heard.push(one);
    if (paid.length > 0) return;
    await pause(100);
  }
}

test(
  'each payment is credited once, whatever the line and the machine do',
  async () => {
    const payments = Array.from({ length: PAYMENTS }, (_, at) => paymentAt(at));
    const heard = new Map(payments.map(({ txn_id }) => [txn_id, [] as Heard[]]));
    let next = 0;
    const kills = [Math.floor(PAYMENTS / 3), Math.floor((PAYMENTS * 2) / 3)];
    let restarting: Promise<void> = Promise.resolve();
    const hands = Array.from({ length: HANDS }, async (_, hand) => {
      const random = randomOf('terminals hand', hand);
      while (next < PAYMENTS) {
        const at = next++;
        const payment = payments[at]!;
        if (at === kills[0] || at === kills[1]) {
          // Others are on their way now; this one falls among the ruins.
          restarting = restarting.then(installation.kill).then(installation.start);
        }
        await payAtLast(payment, random, heard.get(payment.txn_id)!);
        // What was paid long ago comes again, too.
        const former = payments[random.between(0, at)]!;
        const again = await askOnce(former);
        if (again?.result === 0) heard.get(former.txn_id)!.push(again);
      }
    });
    await Promise.all(hands);
    await restarting;
    await expectEachOnce(payments, heard);
  },
  patienceMs(200),
);

async function expectEachOnce(
  payments: readonly Payment[],
  heard: ReadonlyMap<string, Heard[]>,
): Promise<void> {
  const sums = payments.reduce<Record<string, number>>((all, { account, minor }) => {
    all[account] = (all[account] ?? 0) + minor;
    return all;
  }, {});
  await besideProgram(installation.folder, async (ctx) => {
    const stored = await ctx.db
      .selectFrom('payments')
      .select(['id', 'externalId', 'amountMinor', 'state'])
      .execute();
    expect(stored).toHaveLength(PAYMENTS);
    const byNumber = new Map(stored.map((one) => [one.externalId, one]));
    const wrong = payments.filter(({ txn_id, minor }) => {
      const one = byNumber.get(txn_id);
      const told = heard.get(txn_id) ?? [];
      const isToldOne = told.length > 0 && told.every(({ prvTxn }) => prvTxn === one?.id);
      return one?.amountMinor !== minor || one.state !== 'credited' || !isToldOne;
    });
    expect(wrong).toEqual([]);
    const { rows } = await ctx.pool.query<{ number: string; balance: number }>(
      `select a.number, b.balance_minor as balance
       from   accounts a
       join   ledger_accounts l on l.account_id = a.id
       join   ledger_balances b on b.ledger_account_id = l.id`,
    );
    expect(Object.fromEntries(rows.map(({ number, balance }) => [number, balance]))).toEqual(sums);
    const { rows: told } = await ctx.pool.query<{ events: number }>(
      "select count(*) as events from events where type = 'billing.payment_received'",
    );
    expect(told).toEqual([{ events: PAYMENTS }]);
    expect((await verifyLedger(ctx)).filter(({ found }) => found > 0)).toEqual([]);
  });
}
