import { api as catalogApi } from '../../catalog/api.ts';
import { addAccount } from '../../testing/accounts.ts';
import { signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api as subscribersApi } from '../../subscribers/api.ts';
import { api } from '../api.ts';

const GB = 1_000_000_000;

type Tariff = {
  fee: number;
  speed?: number;
  includedGb?: number;
  gbPrice?: number;
  connection?: number;
};

type Gbs = readonly [december: number, january: number, february: number];
type Habit = { hour?: number; days?: readonly number[] };

/** What was used in three months, at one hour of some days of each. */
function recordsOf(
  accountId: number,
  gbs: Gbs,
  { hour = 20, days = [1, 2, 3, 5, 9, 10, 11, 12, 16, 17] }: Habit,
) {
  const two = (number: number): string => String(number).padStart(2, '0');
  return ['2025-12', '2026-01', '2026-02'].flatMap((month, at) =>
    days.map((day) => {
      const on = `${month}-${two(day)}`;
      return {
        key: `${accountId} ${on} ${hour}`,
        accountId,
        meter: 'bytes' as const,
        units: Math.round(((gbs[at] ?? 0) * GB) / days.length),
        beganAt: `${on}T${two(hour)}:00:00+03:00`,
        endedAt: `${on}T${two(hour + 1)}:00:00+03:00`,
      };
    }),
  );
}

/** The terms of a tariff, in kopecks and bytes. */
const termsOf = ({ fee, speed, includedGb = 0, gbPrice = 0, connection = 0 }: Tariff) => ({
  monthlyFeeMinor: fee * 100,
  connectionFeeMinor: connection * 100,
  ...(speed !== undefined && { speedKbps: speed * 1000 }),
  includedBytes: includedGb * GB,
  rates: gbPrice > 0 ? [{ meter: 'bytes' as const, blockSize: GB, priceMinor: gbPrice * 100 }] : [],
  validFrom: '2025-01-01',
});

async function versionOf(world: World, name: string): Promise<number> {
  const { rows } = await world.ctx.pool.query<{ id: number }>(
    `select v.id from product_versions v join products p on p.id = v.product_id where p.name = $1`,
    [name],
  );
  return rows[0]?.id ?? 0;
}

/** Where tests of the advisor begin: on the 2nd of March, with tariffs and what was used. */
export async function openAdvised(into?: World) {
  const world = into ?? (await createWorld());
  const chief = await signedIn(world, { name: 'Главная Нина' });
  const call = world.via(api);
  /** Sums in roubles, speed in Mbit/s. @returns the id of its version */
  const addTariff = async (name: string, given: Tariff): Promise<number> => {
    const product = { kind: 'tariff', service: 'internet', name } as const;
    const input = { ...product, terms: termsOf(given) };
    await world.via(catalogApi)('POST /api/products', input, chief.as);
    return versionOf(world, name);
  };
  let made = 0;
  const addHolder = async (
    versionId: number,
    more: { startedOn?: string; fee?: number; ownerStaffId?: number } = {},
  ): Promise<number> => {
    const { startedOn = '2025-01-01', fee, ownerStaffId } = more;
    made += 1;
    const named = { kind: 'person' as const, lastName: `Советов ${made}`, firstName: 'Пётр' };
    const person = { ...named, ...(ownerStaffId !== undefined && { ownerStaffId }) };
    const { body } = await world.via(subscribersApi)('POST /api/subscribers', person, chief.as);
    const monthlyFeeMinor = fee === undefined ? null : fee * 100;
    const subscriptions = [{ productVersionId: versionId, monthlyFeeMinor, startedOn }];
    return addAccount(world, body.id, { subscriptions });
  };
  const use = async (accountId: number, gbs: Gbs, more: Habit = {}): Promise<void> => {
    const records = recordsOf(accountId, gbs, more);
    const { body } = await call('POST /api/usage', { source: 'Проверка', records }, chief.as);
    if (body.taken !== records.length) throw new Error('use was not taken');
  };
  const advice = async (id: number, months?: number) => {
    const given = { id, ...(months !== undefined && { months }) };
    const { body } = await call('GET /api/accounts/{id}/advice', given, chief.as);
    const [one] = body.advices;
    if (!one) throw new Error('there is no advice');
    const by = Object.fromEntries(one.offered.map((offered) => [offered.name, offered]));
    const best = one.offered.find(({ versionId }) => versionId === one.bestVersionId)?.name;
    return { ...one, by, best: best ?? null };
  };
  return { world, chief, call, addTariff, addHolder, use, advice };
}
