import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inBulkTransaction } from '../kernel/db/bulk.ts';
import { inTransaction } from '../kernel/db/transaction.ts';
import { fail, must, type Result } from '../kernel/result.ts';
import { patienceMs, runs } from '../testing/proof.ts';
import { createWorld, type World } from '../testing/world.ts';
import { postBatches } from './post-batch.ts';
import { postEntry } from './post-entry.ts';
import { reverseTransaction } from './reverse-transaction.ts';
import { verifyLedger } from './verify/verify-ledger.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const ACCOUNTS = 4;
const AT_ONCE = 4;

/** What one of several people does; `key` and `of` point among what this history has done. */
type Deed =
  | { what: 'entry'; key: number; from: number; to: number; minor: number }
  | { what: 'batch'; key: number; lines: { account: number; minor: number }[] }
  | { what: 'reverse'; of: number };

const account = fc.nat(ACCOUNTS - 1);
const minor = fc.integer({ min: 1, max: 100_000 });
const deeds = fc.array(
  fc.oneof<fc.Arbitrary<Deed>[]>(
    fc.record({ what: fc.constant('entry'), key: fc.nat(9), from: account, to: account, minor }),
    fc.record({
      what: fc.constant('batch'),
      key: fc.nat(5),
      lines: fc.array(fc.record({ account, minor }), { minLength: 1, maxLength: 5 }),
    }),
    fc.record({ what: fc.constant('reverse'), of: fc.nat(19) }),
  ),
  { minLength: 4, maxLength: 24 },
);

let histories = 0;

test(
  'whatever is posted, repeated and reversed, by several at once: each key once, nothing lost',
  async () => {
    await fc.assert(
      fc.asyncProperty(deeds, async (history) => {
        histories += 1;
        const first = histories * ACCOUNTS;
        /** What was posted, by the ledger's own answers: transaction → change of each account. */
        const posted = new Map<number, number[]>();
        const reversed = new Set<number>();
        for (let at = 0; at < history.length; at += AT_ONCE) {
          await Promise.all(
            history.slice(at, at + AT_ONCE).map((deed) => doIt(deed, first, posted, reversed)),
          );
        }
        const expected = Array.from({ length: ACCOUNTS }, (_, place) =>
          [...posted]
            .filter(([id]) => !reversed.has(id))
            .reduce((sum, [, changes]) => sum + (changes[place] ?? 0), 0),
        );
        expect(await balances(first)).toEqual(expected);
      }),
      { numRuns: runs(12, 300), seed: 20_261_127 },
    );
    const broken = (await verifyLedger(world.ctx)).filter(({ found }) => found > 0);
    expect(broken).toEqual([]);
  },
  patienceMs(60),
);

async function doIt(
  deed: Deed,
  first: number,
  posted: Map<number, number[]>,
  reversed: Set<number>,
): Promise<void> {
  if (deed.what === 'reverse') {
    const ids = [...posted.keys()];
    const transactionId = ids[deed.of % Math.max(1, ids.length)];
    if (transactionId === undefined) return;
    const back = { transactionId, occurredOn: '2026-03-02' };
    const done = await inTransaction(world.ctx, (ctx) => reverseTransaction(ctx, back));
    must(done);
    reversed.add(transactionId);
    return;
  }
  const done = await (deed.what === 'entry' ? postMovement(deed, first) : postMany(deed, first));
  if (done === null) return;
  if (!done.ok) {
    if (done.failure.code !== 'ledger.key_reused') must(done);
    return;
  }
  if (!posted.has(done.value)) posted.set(done.value, changesOf(deed));
}

/** Nobody gives to himself: that is no movement. */
async function postMovement(
  { key, from, to, minor: amountMinor }: Extract<Deed, { what: 'entry' }>,
  first: number,
): Promise<Result<number> | null> {
  if (from === to) return null;
  const done = await inTransaction(world.ctx, (ctx) =>
    postEntry(ctx, {
      kind: 'correction',
      key: `entry ${first} ${key}`,
      occurredOn: '2026-03-01',
      currency: 'RUB',
      lines: [
        { side: { accountId: first + from }, amountMinor: -amountMinor },
        { side: { accountId: first + to }, amountMinor },
      ],
    }),
  );
  return done.ok ? { ok: true, value: done.value.transactionId } : done;
}

async function postMany(
  { key, lines }: Extract<Deed, { what: 'batch' }>,
  first: number,
): Promise<Result<number>> {
  const batch = {
    kind: 'payments' as const,
    key: `batch ${first} ${key}`,
    occurredOn: '2026-03-01',
    currency: 'RUB',
    counterpart: 'bank' as const,
    lines: lines.map((line) => ({ accountId: first + line.account, amountMinor: line.minor })),
  };
  const raced = inBulkTransaction(world.ctx, (ctx) => postBatches(ctx, [batch]));
  const done = await raced.catch((error: unknown) => {
    // Two different ones of one key at once: one is posted, the other has posted nothing.
    if (!String(error).includes('under one key at once')) throw error;
    return fail('ledger.key_reused');
  });
  return done.ok ? { ok: true, value: done.value[0] ?? 0 } : done;
}

function changesOf(deed: Exclude<Deed, { what: 'reverse' }>): number[] {
  const changes = Array.from({ length: ACCOUNTS }, () => 0);
  const add = (place: number, by: number): void => {
    changes[place] = (changes[place] ?? 0) + by;
  };
  if (deed.what === 'entry') {
    add(deed.from, -deed.minor);
    add(deed.to, deed.minor);
  } else {
    for (const line of deed.lines) add(line.account, line.minor);
  }
  return changes;
}

async function balances(first: number): Promise<number[]> {
  const { rows } = await world.ctx.pool.query<{ minor: number }>(
    `select coalesce(b.balance_minor, 0) as minor
     from   generate_series($1::bigint, $1::bigint + $2::int - 1) as holder (id)
     left   join ledger_accounts a on a.account_id = holder.id
     left   join ledger_balances b on b.ledger_account_id = a.id order by holder.id`,
    [first, ACCOUNTS],
  );
  return rows.map(({ minor: value }) => value);
}
