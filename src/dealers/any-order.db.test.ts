import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyLedger } from '../ledger/index.ts';
import { patienceMs, runs } from '../testing/proof.ts';
import { openShop, type Shop } from './testing/shop.ts';

let shop: Shop;
let accounts: Awaited<ReturnType<Shop['addHolder']>>[];
let dealers: Awaited<ReturnType<Shop['addDealer']>>[];
beforeAll(async () => {
  shop = await openShop();
  accounts = [await shop.addHolder(), await shop.addHolder()];
  dealers = [await shop.addDealer(), await shop.addDealer()];
  for (const { id } of dealers) {
    const rate = { id, fromOn: '2026-03-02' };
    const set = 'POST /api/dealers/{id}/commissions';
    await shop.call(set, { ...rate, kind: 'card_percent', basisPoints: 333 });
    await shop.call(set, { ...rate, kind: 'payment_percent', basisPoints: 150 });
  }
});
afterAll(() => shop.world.close());

const VALUE_MINOR = 10_000;
const CARD_COMMISSION_MINOR = 333;
const CARDS = 6;
const AT_ONCE = 4;

type Deed =
  | { what: 'card'; kind: (typeof kinds)[number]; first: number; more: number; dealer: number }
  | { what: 'activate'; card: number; account: number }
  | { what: 'take' | 'pay in'; minor: number; dealer: number; account: number };

// What leads on comes oftener, so that many cards get to their end.
const kinds = [
  'given',
  'sold',
  'given',
  'sold',
  'returned',
  'sale_undone',
  'blocked',
  'unblocked',
] as const;
const number = fc.integer({ min: 1, max: CARDS });
const one = fc.nat(1);
const activation = fc.record({ what: fc.constant('activate'), card: number, account: one });
const deeds = fc.array(
  fc.oneof<fc.Arbitrary<Deed>[]>(
    fc.record({
      what: fc.constant('card'),
      kind: fc.constantFrom(...kinds),
      first: number,
      more: fc.nat(2),
      dealer: one,
    }),
    activation,
    activation,
    fc.record({
      what: fc.constantFrom('take', 'pay in'),
      minor: fc.integer({
        min: 1,
        max: 99_999,
      }),
      dealer: one,
      account: one,
    }),
  ),
  { minLength: 8, maxLength: 28 },
);

/** What each holder and side should stand at, by the answers alone. */
type Books = Record<string, number>;

test(
  'in any order, repeated and at once: a card credits once, and every debt is what was done',
  async () => {
    const books: Books = {};
    const credited = { count: 0 };
    await fc.assert(
      fc.asyncProperty(deeds, async (history) => {
        const batch = await shop.addBatch({ cards: CARDS, valueMinor: VALUE_MINOR });
        // All are with the first dealer to begin with, and half sold: else few would be activated.
        const dealerId = dealers[0]?.id ?? 0;
        await shop.deed(batch.id, 'given', [1, CARDS], dealerId);
        const half = { kind: 'sold', first: 1, more: CARDS / 2 - 1, dealer: 0 } as const;
        await moveCards({ what: 'card', ...half }, batch.id, dealerId, books);
        const holders = new Map<number, number>();
        for (let at = 0; at < history.length; at += AT_ONCE) {
          const together = history.slice(at, at + AT_ONCE);
          await Promise.all(
            [...together, ...together.slice(0, 1)].map((deed) => doIt(deed, batch, holders, books)),
          );
          // Wrong attempts are forgotten by then: limits have tests of their own.
          shop.world.clock.advance({ seconds: 1000 });
        }
        credited.count += holders.size;
        for (const account of holders.values()) {
          add(books, `account ${account}`, VALUE_MINOR);
          add(books, 'cards', -VALUE_MINOR);
        }
        const stands = await shop.stands();
        for (const [side, minor] of Object.entries(books))
          expect([side, stands[side] ?? 0]).toEqual([side, minor]);
      }),
      { numRuns: runs(8, 200), seed: 20_261_127 },
    );
    expect(credited.count).toBeGreaterThan(8);
    for (const { id } of dealers) {
      const period = { id, fromOn: '2026-03-01', toOn: '2026-12-31' };
      const { body } = await shop.call('GET /api/dealers/{id}/settlement', period);
      expect(body.closingMinor).toBe(books[`dealer ${id}`]);
    }
    expect((await verifyLedger(shop.world.ctx)).filter(({ found }) => found > 0)).toEqual([]);
  },
  patienceMs(90),
);

async function doIt(
  deed: Deed,
  batch: { id: number; pins: string[] },
  holders: Map<number, number>,
  books: Books,
): Promise<void> {
  if (deed.what === 'activate') return activate(deed, batch.pins, holders);
  const dealer = dealers[deed.dealer];
  if (!dealer) throw new Error('there are two dealers');
  if (deed.what === 'card') return moveCards(deed, batch.id, dealer.id, books);
  const { minor, account } = deed;
  if (deed.what === 'pay in') {
    const paid = { id: dealer.id, amountMinor: minor, way: 'cash' as const };
    const answer = await shop.call('POST /api/dealers/{id}/payments', paid);
    expectOneOf(answer.status, [201]);
    return add(books, `dealer ${dealer.id}`, minor);
  }
  const taken = { account: accounts[account]?.account ?? '', amountMinor: minor };
  const answer = await shop.call('POST /api/cabinet/payments', taken, dealer.seller.as);
  expect(answer.status).toBe(201);
  add(books, `account ${accounts[account]?.accountId}`, minor);
  // A hundredth of one and a half percent, half up.
  add(books, `dealer ${dealer.id}`, Math.round((minor * 3) / 200) - minor);
}

async function moveCards(
  { kind, first, more }: Extract<Deed, { what: 'card' }>,
  batchId: number,
  dealerId: number,
  books: Books,
): Promise<void> {
  const last = Math.min(CARDS, first + more);
  const { status } = await shop.deed(batchId, kind, [first, last], dealerId);
  expectOneOf(status, [200, 409]);
  if (status !== 200) return;
  const way = { sold: 1, sale_undone: -1 }[kind as string] ?? 0;
  const cards = way * (last - first + 1);
  add(books, `dealer ${dealerId}`, cards * (CARD_COMMISSION_MINOR - VALUE_MINOR));
  add(books, 'cards', cards * VALUE_MINOR);
}

async function activate(
  { card, account }: Extract<Deed, { what: 'activate' }>,
  pins: readonly string[],
  holders: Map<number, number>,
): Promise<void> {
  const id = accounts[account]?.accountId ?? 0;
  const { status } = await shop.call('POST /api/accounts/{id}/cards', {
    id,
    pin: pins[card - 1] ?? '',
  });
  expectOneOf(status, [200, 409, 429]);
  if (status !== 200) return;
  // Whoever has it, has it: nobody else is ever told so.
  expect(holders.get(card) ?? id).toBe(id);
  holders.set(card, id);
}

function add(books: Books, side: string, minor: number): void {
  books[side] = (books[side] ?? 0) + minor;
}

function expectOneOf(status: number, known: readonly number[]): void {
  expect(known).toContain(status);
}
