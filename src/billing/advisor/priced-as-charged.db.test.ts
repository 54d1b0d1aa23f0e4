import fc from 'fast-check';
import { expect, test } from 'vitest';
import { patienceMs, runs } from '../../testing/proof.ts';
import { signedIn } from '../../testing/staff.ts';
import { createWorld } from '../../testing/world.ts';
import { api } from '../api.ts';
import { perform } from '../testing/charging-acts.ts';
import { History } from '../testing/charging-history.ts';
import type { Held } from '../testing/held-account.ts';

const nothing = { connectionMinor: 0, includedBytes: 0, includedSeconds: 0, rates: [] };
const rate = { id: 0, fromMinute: 0, toMinute: 1440, days: 'all' } as const;
const metered = [
  { ...rate, meter: 'bytes', blockSize: 1e9, priceMinor: 517, fromMinute: 1380, toMinute: 480 },
  { ...rate, meter: 'bytes', blockSize: 1e9, priceMinor: 3330, days: 'work' },
  { ...rate, meter: 'bytes', blockSize: 1e9, priceMinor: 2500, days: 'rest' },
  { ...rate, meter: 'seconds', blockSize: 60, priceMinor: 77, fromMinute: 720 },
] as const;

const kinds = [
  { ...nothing, feeMinor: 60_000, cycle: 'monthly' },
  { ...nothing, feeMinor: 45_001, cycle: 'daily', connectionMinor: 30_000 },
  { ...nothing, feeMinor: 10_000, cycle: 'monthly', includedBytes: 3e9, rates: metered },
  { ...nothing, feeMinor: 3333, cycle: 'daily', includedSeconds: 600, rates: metered },
] as const;

const act = (what: 'use' | 'pause' | 'discount') =>
  fc.record({
    what: fc.constant(what),
    who: fc.constant(0),
    which: fc.nat(700),
    size: fc.nat(999),
  });
const anyLife = fc.record({
  proration: fc.constantFrom('day' as const, 'second' as const),
  has: fc.nat(3),
  acts: fc.array(fc.oneof({ weight: 6, arbitrary: act('use') }, act('pause'), act('discount')), {
    minLength: 8,
    maxLength: 30,
  }),
});

/** What an account was charged for each of two months, by its fees and its use. */
async function charged({ world }: History, { id }: Held): Promise<number[]> {
  const { rows } = await world.ctx.pool.query<{ sum: number }>(
    `select coalesce(sum(c.amount_minor), 0)::bigint as sum
     from   unnest('{2026-02-01,2026-03-01}'::date[]) m(month)
     left   join charges c on c.month = m.month and c.account_id = $1
            and c.kind in ('fee', 'usage')
     group  by m.month order by m.month`,
    [id],
  );
  return rows.map(({ sum }) => sum);
}

test(
  'what a tariff would have cost is what an account on it is charged for the same use',
  () =>
    fc.assert(
      fc.asyncProperty(anyLife, async ({ proration, has, acts }) => {
        const world = await createWorld();
        world.clock.moveTo(new Date('2026-02-01T05:00:00Z'));
        const { as } = await signedIn(world);
        const rules = { proration, beginsOn: '2026-02-01', graceDays: 300, spares: false };
        const history = new History(world, as, { ...rules, postpaidGraceDays: 300 });
        await history.open();
        for (const kind of kinds) await history.addVersion(kind);
        // The first is asked about; the others live the same on a tariff each.
        const order = [has, ...kinds.keys()];
        for (const at of order) {
          const version = history.versions[at];
          if (version) await history.addAccount(version, false);
        }
        // Use is taken at most a month back, so it falls into both months that count.
        for (const [at, one] of acts.entries()) {
          if (at === Math.floor(acts.length / 2)) await history.pass(24 * 28 + 3);
          // Of all subscriptions: a discount on one's own goes with it.
          const which = one.what === 'discount' ? one.which * 5 + 1 : one.which;
          for (const who of order.keys()) await perform(history, { ...one, who, which });
        }
        world.clock.moveTo(new Date('2026-04-02T05:00:00Z'));
        await history.run();
        const [asked] = history.accounts;
        const given = { id: asked?.id ?? 0, months: 2 };
        const { body } = await world.via(api)('GET /api/accounts/{id}/advice', given, as);
        const [advice] = body.advices;
        expect(advice?.months).toBe(2);
        const twins = history.accounts.slice(1);
        const told = new Map(advice?.offered.map((one) => [one.versionId, one]));
        for (const [at, twin] of twins.entries()) {
          const version = history.versions[at];
          const sums = await charged(history, twin);
          const cost = at === has ? advice?.now : told.get(version?.id ?? 0);
          expect(cost, `tariff ${at}`).toMatchObject({
            leastMinor: Math.min(...sums),
            mostMinor: Math.max(...sums),
            meanMinor: Math.round(sums.reduce((all, sum) => all + sum, 0) / 2),
          });
        }
        await world.close();
      }),
      { numRuns: runs(2, 40), seed: 20_261_127 },
    ),
  patienceMs(60),
);
