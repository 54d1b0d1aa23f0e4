import { type AccountLoad, bulkLoad as loadAccounts } from '../../billing/index.ts';
import type { ModelVersion } from '../../billing/testing/charging-model.ts';
import { type Held, newlyHeld } from '../../billing/testing/held-account.ts';
import { bulkLoad as loadProducts } from '../../catalog/index.ts';
import { inBulkTransaction } from '../../kernel/db/bulk.ts';
import { bulkLoad as loadSubscribers } from '../../subscribers/index.ts';
import { randomOf } from '../random.ts';
import type { World } from '../world.ts';
import { tariffs } from './tariffs.ts';

/** When somebody pays: early each month, late, when they think of it, never. */
export type Habit = 'early' | 'late' | 'rarely' | 'never';
export type Person = Held & { habit: Habit };
export type Sold = ModelVersion & { name: string; currency: string; isAddon: boolean };

/** Makes the tariffs, in the order in which they are written. */
export async function addTariffs({ ctx }: World): Promise<Sold[]> {
  const ids = await inBulkTransaction(ctx, (tx) =>
    loadProducts(
      tx,
      tariffs.map((one) => ({ ...one, validFrom: '2025-01-01' })),
    ),
  );
  const { rows } = await ctx.pool.query<{ id: number; productId: number; rates: number[] }>(
    `select v.id, v.product_id as "productId",
            array(select r.id from usage_rates r where r.product_version_id = v.id
                  order by r.position) as rates
     from   product_versions v`,
  );
  return tariffs.map((terms) => {
    const made = rows.find(({ id }) => id === ids.get(terms.name));
    if (!made) throw new Error(`no ${terms.name} was made`);
    return {
      id: made.id,
      productId: made.productId,
      name: terms.name,
      currency: terms.currency,
      isAddon: terms.kind === 'addon',
      feeMinor: terms.monthlyFeeMinor,
      cycle: terms.chargeCycle ?? 'monthly',
      connectionMinor: terms.connectionFeeMinor ?? 0,
      includedBytes: terms.includedBytes ?? 0,
      includedSeconds: terms.includedSeconds ?? 0,
      rates: (terms.rates ?? []).map((rate, at) => ({ ...rate, id: Number(made.rates[at]) })),
    };
  });
}

type Taken = { version: Sold; startedOn: string; endedOn: string | null };
type Planned = {
  habit: Habit;
  currency: string;
  isPostpaid: boolean;
  creditMinor: number;
  taken: Taken[];
};

const CHUNK = 10_000;

/** Brings so many people with an account each, as a base would. */
export async function addPeople(
  { ctx }: World,
  sold: readonly Sold[],
  count: number,
  seed: string,
): Promise<Person[]> {
  const people: Person[] = [];
  while (people.length < count) {
    const from = people.length;
    const planned = Array.from({ length: Math.min(CHUNK, count - from) }, (_, at) =>
      plan(sold, seed, from + at),
    );
    const ids = await inBulkTransaction(ctx, async (tx) => {
      const names = planned.map((_, at) => `Годовой ${from + at}`);
      const subscribers = await loadSubscribers(
        tx,
        names.map((displayName) => ({
          kind: 'person' as const,
          displayName,
          status: 'active' as const,
          contacts: [],
        })),
      );
      const accounts = planned.map((one, at) =>
        asLoaded(one, subscribers[at]?.id ?? 0, numberOf(from + at)),
      );
      return loadAccounts(tx, accounts);
    });
    const { rows } = await ctx.pool.query<{ id: number; accountId: number }>(
      `select id, account_id as "accountId" from subscriptions
       where  account_id = any($1) order by id`,
      [ids],
    );
    const held = Map.groupBy(rows, ({ accountId }) => accountId);
    for (const [at, one] of planned.entries()) {
      const id = ids[at] ?? 0;
      const { habit, taken, currency, creditMinor, isPostpaid } = one;
      const subscriptions = taken.map((each, place) => ({
        ...each,
        id: held.get(id)?.[place]?.id ?? 0,
      }));
      const number = numberOf(from + at);
      const account = { id, number, currency, creditMinor, isPostpaid, subscriptions };
      people.push({ ...newlyHeld(account), habit });
    }
  }
  return people;
}

const numberOf = (at: number): string => String(40_000_000 + at);

function plan(sold: readonly Sold[], seed: string, at: number): Planned {
  const random = randomOf(`${seed} person`, at);
  // The first few are of every kind, however few there are.
  const main = sold.filter(({ isAddon }) => !isAddon);
  const isForeign = random.chance(0.08);
  const own = main.filter(({ currency }) => (currency === 'USD') === isForeign);
  const version = main[at] ?? random.pick(own);
  const addons = sold.filter((one) => one.isAddon && one.currency === version.currency);
  const isNew = random.chance(0.3);
  const startedOn = isNew ? dayWithin(random.between(0, 300)) : '2025-06-01';
  const taken: Taken[] = [{ version, startedOn, endedOn: null }];
  if (random.chance(0.25)) {
    const days = random.between(20, 340);
    const endedOn = random.chance(0.4) ? dayWithin(days) : null;
    const begins = isNew ? startedOn : '2025-09-01';
    if (endedOn === null || endedOn > begins) {
      taken.push({ version: random.pick(addons), startedOn: begins, endedOn });
    }
  }
  const chance = random.next();
  return {
    habit: chance < 0.5 ? 'early' : chance < 0.83 ? 'late' : chance < 0.95 ? 'rarely' : 'never',
    currency: version.currency,
    isPostpaid: random.chance(0.15),
    creditMinor: random.chance(0.1) ? random.between(1, 10) * 5000 : 0,
    taken,
  };
}

const dayWithin = (days: number): string =>
  new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10);

const asLoaded = (one: Planned, subscriberId: number, number: string): AccountLoad => ({
  subscriberId,
  number,
  currency: one.currency,
  state: 'active',
  creditLimitMinor: one.creditMinor,
  paymentMode: one.isPostpaid ? 'postpaid' : 'prepaid',
  lines: [],
  subscriptions: one.taken.map(({ version, startedOn, endedOn }) => ({
    productVersionId: version.id,
    startedOn,
    endedOn,
  })),
});
