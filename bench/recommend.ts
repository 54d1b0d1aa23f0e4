import { join } from 'node:path';
import { type ProductLoad, bulkLoad as loadProducts } from '../src/catalog/index.ts';
import { uses } from '../src/catalog/kinds.ts';
import { makeDemo } from '../src/demo/index.ts';
import { randomOf } from '../src/demo/random.ts';
import { inBulkTransaction } from '../src/kernel/db/bulk.ts';
import type { Ctx } from '../src/kernel/context.ts';
import { linesAt } from '../src/network/index.ts';
import { hadThere } from '../src/sales/recommending/had-there.ts';
import { type Basis, recommendAt } from '../src/sales/recommending/recommend-at.ts';
import { openBaseIn, today } from './base.ts';
import { type Case, measure, savePlans, show } from './measure.ts';

const SUBSCRIBERS = 5000;
/** Besides what the demo sells: more than any operator has on sale at once. */
const PRODUCTS = 200;
const RUNS = 500;
/** Of a line that bears whatever is sold. */
const ANY_KBPS = 1e9;
const seed = 'bench recommend';

/**
 * One tariff out of a large catalogue for a home: what its house can be given, what the buyer has
 * and may take, the rules. From the question to the answer, without the way over HTTP.
 * @returns the exit code: 1 where a measure is missed
 */
export async function benchRecommend(): Promise<number> {
  const folder = join(import.meta.dirname, '../var/bench-recommend');
  const base = await openBaseIn(folder, SUBSCRIBERS, fill);
  let isMissed = false;
  try {
    for (const one of await cases(base.ctx)) {
      const result = await measure(one.name, one, one.call);
      isMissed ||= result.p95Ms > (one.barMs ?? Infinity);
      process.stdout.write(`${show(result)}\n`);
      await savePlans(join(base.folder, 'plans'), one.name, base.url, () => one.call(1));
    }
  } finally {
    await base.close();
  }
  return isMissed ? 1 : 0;
}

async function fill(ctx: Ctx, subscribers: number): Promise<void> {
  if ((await ctx.pool.query('select from demo_runs where finished_at is not null')).rowCount)
    return;
  await makeDemo(ctx, { seed, subscribers, today }, () => undefined);
  const more = Array.from({ length: PRODUCTS }, (_, at) => product(at));
  await inBulkTransaction(ctx, (bulk) => loadProducts(bulk, more));
  await ctx.pool.query('vacuum analyze');
}

function product(at: number): ProductLoad {
  const random = randomOf(seed, at);
  const speedKbps = 50_000 * random.between(1, 20);
  const monthlyFeeMinor = 30_000 + 2000 * random.between(0, 60);
  return {
    kind: at % 5 === 4 ? 'addon' : 'tariff',
    service: 'internet',
    name: `Тариф № ${at}`,
    monthlyFeeMinor,
    costMinor: Math.round(monthlyFeeMinor * 0.6),
    speedKbps: at % 5 === 4 ? null : speedKbps,
    currency: 'RUB',
    validFrom: '2025-01-01',
  };
}

async function cases(ctx: Ctx): Promise<Case[]> {
  const { rows } = await ctx.pool.query<{ subscriberId: number; buildingId: number }>(
    `select a.subscriber_id as "subscriberId", p.building_id as "buildingId"
     from   service_addresses a join premises p on p.id = a.premise_id
     where  p.building_id in (select building_id from coverages)
     order  by a.id limit 1000`,
  );
  const of = (name: string, isKnown: boolean): Case => ({
    name: `recommend: ${name}`,
    runs: RUNS,
    barMs: 20,
    call: async (run) => {
      const home = rows[run % rows.length];
      if (!home) throw new Error('the demo has covered houses');
      const { subscriberId, buildingId } = home;
      const { lines } = await linesAt(ctx, buildingId, undefined);
      const given = lines.map(({ technology, speedKbps, state }) => ({
        technology,
        topSpeedKbps: speedKbps ?? ANY_KBPS,
        isStopped: state !== 'available',
      }));
      const buyer = { subscriberId: isKnown ? subscriberId : null, buildingId };
      const had = await hadThere(ctx, { ...buyer, flat: '' });
      return recommendAt(ctx, buyer, { needs: needsOf(run), lines: given, had });
    },
  });
  return [of('a newcomer', false), of('a subscriber', true)];
}

function needsOf(run: number): Basis['needs'] {
  const random = randomOf(`${seed} needs`, run);
  return {
    people: random.between(1, 6),
    devices: random.between(1, 12),
    uses: uses.filter(() => random.chance(0.4)),
    speedNowKbps: random.chance(0.5) ? 100_000 : null,
    budgetMinor: random.chance(0.3) ? 80_000 : null,
  };
}
