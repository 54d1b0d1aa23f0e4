import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs, patienceMs } from '../../testing/proof.ts';
import { signedIn } from '../../testing/staff.ts';
import { createWorld } from '../../testing/world.ts';
import { type Act, anyAct, perform } from '../testing/charging-acts.ts';
import { History } from '../testing/charging-history.ts';
import type { Held } from '../testing/held-account.ts';
import type { ModelVersion } from '../testing/charging-model.ts';

const nothing = { connectionMinor: 0, includedBytes: 0, includedSeconds: 0, rates: [] };
const rate = { id: 0, fromMinute: 0, toMinute: 1440, days: 'all' } as const;

/** Every kind of charging that a tariff can have. */
const tariffs: readonly Omit<ModelVersion, 'id' | 'productId'>[] = [
  { ...nothing, feeMinor: 60_000, cycle: 'monthly', connectionMinor: 10_001, instalments: 3 },
  { ...nothing, feeMinor: 45_001, cycle: 'daily', connectionMinor: 30_000 },
  {
    ...nothing,
    feeMinor: 10_000,
    cycle: 'monthly',
    includedBytes: 1_000_000_000,
    rates: [
      { ...rate, meter: 'bytes', blockSize: 1e9, priceMinor: 100, fromMinute: 1380, toMinute: 480 },
      { ...rate, meter: 'bytes', blockSize: 1e9, priceMinor: 333, days: 'work' },
      { ...rate, meter: 'bytes', blockSize: 1e9, priceMinor: 250, days: 'rest' },
    ],
  },
  {
    ...nothing,
    feeMinor: 0,
    cycle: 'daily',
    connectionMinor: 5001,
    instalments: 4,
    includedSeconds: 600,
    rates: [
      { ...rate, meter: 'seconds', blockSize: 3600, priceMinor: 4000, toMinute: 720 },
      { ...rate, meter: 'seconds', blockSize: 60, priceMinor: 77, fromMinute: 720 },
      { ...rate, meter: 'bytes', blockSize: 1_048_576, priceMinor: 3 },
    ],
  },
];

const anySettings = fc.record({
  proration: fc.constantFrom('day' as const, 'second' as const),
  beginsOn: fc.constant('2026-02-01'),
  graceDays: fc.nat(4),
  postpaidGraceDays: fc.nat(9),
  spares: fc.boolean(),
});

/** What an account was charged and where it stands, by the program, as the model tells it. */
async function standing(history: History, account: Held) {
  const { rows } = await history.world.ctx.pool.query<{
    state: string;
    balance: number;
    posted: number;
    charges: Record<string, number>;
  }>(
    `select a.state, coalesce((select b.balance_minor from ledger_balances b
                               where b.ledger_account_id = l.id), 0) as balance,
            (select coalesce(sum(p.amount_minor), 0)::bigint from ledger_postings p
             where p.ledger_account_id = l.id) as posted,
            (select coalesce(jsonb_object_agg(c.key, c.amount), '{}') from (
               select concat_ws(' ', subscription_id, kind, month, rate_id) as key,
                      sum(amount_minor) as amount
               from   charges where account_id = a.id and kind <> 'one_off'
               group  by subscription_id, kind, month, rate_id
               having sum(amount_minor) <> 0) c) as charges
     from   accounts a left join ledger_accounts l on l.account_id = a.id where a.id = $1`,
    [account.id],
  );
  return rows[0];
}

async function compare(history: History): Promise<void> {
  for (const account of history.accounts) {
    const balance = history.balance(account);
    expect(await standing(history, account)).toEqual({
      state: account.state,
      balance,
      posted: balance,
      charges: Object.fromEntries([...account.charged.values()].flatMap((due) => [...due])),
    });
  }
}

test(
  'whatever happens, an account is charged what the rules and its use say',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        anySettings,
        fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
        fc.array(anyAct, { minLength: 20, maxLength: 45 }),
        async (settings, modes, acts: Act[]) => {
          const world = await createWorld();
          try {
            world.clock.moveTo(new Date('2026-02-03T05:00:00Z'));
            const { as } = await signedIn(world);
            const history = new History(world, as, settings);
            await history.open();
            for (const [at, terms] of tariffs.entries()) {
              const version = await history.addVersion(terms);
              await history.addAccount(version, modes[at] ?? false);
            }
            for (const act of acts) {
              await perform(history, act);
              await compare(history);
            }
            await history.run();
            await compare(history);
            await history.run();
            await compare(history);
            const { rows } = await world.ctx.pool.query<{ charges: number; sum: number }>(
              `select (select charges from charge_runs order by id desc limit 1) as charges,
                    (select sum(amount_minor)::bigint from ledger_postings) as sum`,
            );
            expect(rows[0]).toEqual({ charges: 0, sum: 0 });
          } finally {
            await world.close();
          }
        },
      ),
      { numRuns: runs(2, 100), seed: 20_260_201 },
    );
  },
  patienceMs(60),
);
