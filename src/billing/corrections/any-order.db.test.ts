import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTill, type Till } from '../testing/till.ts';

let till: Till;
beforeAll(async () => {
  till = await openTill();
});
afterAll(() => till.world.close());

const START_MINOR = 40_000;

/** What somebody does to one of the corrections made so far, by its place in their row. */
type Deed = { what: 'propose' | 'approve' | 'refuse' | 'withdraw' | 'reverse'; at: number };

const deeds = fc.array(
  fc.record<Deed>({
    what: fc.constantFrom('propose', 'approve', 'refuse', 'withdraw', 'reverse', 'approve'),
    at: fc.nat(5),
  }),
  { minLength: 4, maxLength: 10 },
);

test('in whatever order, and two at once: the balance is what was posted and not taken back', async () => {
  await fc.assert(
    fc.asyncProperty(deeds, async (history) => {
      const { accountId } = await till.open();
      const made: number[] = [];
      for (const deed of history) await doIt(accountId, made, deed);
      const { rows } = await till.world.ctx.pool.query<{ sum: number; odd: number }>(
        `select coalesce(sum(amount_minor) filter (where state in ('posted', 'reversed')), 0)::bigint
                  as sum,
                coalesce(sum(amount_minor) filter (where state = 'posted' and kind <> 'reversal'),
                         0)::bigint as odd
         from corrections where account_id = $1`,
        [accountId],
      );
      const sums = await till.sums(accountId);
      const expected = START_MINOR + (rows[0]?.sum ?? 0);
      expect(sums).toEqual({ sum: expected, cached: expected, all: 0 });
      // Whatever was reversed is nothing by now: what stands is what was posted alone.
      expect(expected).toBe(START_MINOR + (rows[0]?.odd ?? 0));
    }),
    { numRuns: 8, seed: 20_260_302 },
  );
});

/** Every deed is done twice at once, as by two people or a double click. */
async function doIt(accountId: number, made: number[], { what, at }: Deed): Promise<void> {
  const { call, agent, lead, chief, propose, reasonId } = till;
  const id = made[at % Math.max(1, made.length)];
  if (what === 'propose' || id === undefined) {
    const amountMinor = (at % 2 === 0 ? 1 : -1) * (1000 + at);
    made.push((await propose(accountId, { kind: 'recalculation', amountMinor })).body.id);
    return;
  }
  const words = 'Так вышло';
  const twice = await Promise.all(
    [lead, chief].map(async (who) => {
      if (what === 'withdraw') return call('POST /api/corrections/{id}/withdraw', { id }, agent.as);
      if (what === 'approve') return call('POST /api/corrections/{id}/approve', { id }, who.as);
      if (what === 'refuse')
        return call('POST /api/corrections/{id}/refuse', { id, words }, who.as);
      return call('POST /api/corrections/{id}/reverse', { id, reasonId }, agent.as);
    }),
  );
  const done = twice.filter(({ status }) => status < 300);
  expect(done.length).toBeLessThanOrEqual(1);
  if (what === 'reverse' && done[0]) made.push(done[0].body.id);
}
