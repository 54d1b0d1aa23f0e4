import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { monthsAfter } from '../kernel/months-after.ts';
import { runs } from '../testing/proof.ts';
import { createWorld, type World } from '../testing/world.ts';
import { type EligibilityRule, technologies } from './api.ts';
import { eligible } from './eligibility.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const kind = fc.constantFrom('person' as const, 'organisation' as const);
const ids = fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 3 });
const someIds = fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 3 });
/** Days around the ends of months, a leap day among them. */
const day = fc
  .record({ month: fc.integer({ min: 0, max: 30 }), date: fc.integer({ min: -2, max: 2 }) })
  .map(({ month, date }) => new Date(Date.UTC(2023, month, date)).toISOString().slice(0, 10));
const rules: fc.Arbitrary<EligibilityRule> = fc.oneof(
  fc.record({ rule: fc.constant('subscriber_kind' as const), kind }),
  fc.constant({ rule: 'newcomer' as const }),
  fc.record({ rule: fc.constant('friends' as const), least: fc.integer({ min: 1, max: 9 }) }),
  fc.record({
    rule: fc.constant('tenure' as const),
    leastMonths: fc.integer({ min: 1, max: 26 }),
  }),
  fc.record({
    rule: fc.constantFrom('has' as const, 'has_not' as const, 'has_all' as const),
    productIds: someIds,
  }),
  fc.record({
    rule: fc.constant('technology' as const),
    technologies: fc.subarray([...technologies], { minLength: 1 }),
  }),
  fc.record({ rule: fc.constant('buildings' as const), buildingIds: someIds }),
);
const takers: fc.Arbitrary<Taker> = fc.record({
  kind,
  sinceOn: fc.option(day),
  productIds: ids,
  technology: fc.option(fc.constantFrom(...technologies)),
  buildingId: fc.option(fc.integer({ min: 1, max: 6 })),
  on: day,
});

/** Of whom it is asked whether they may take something. Days are `YYYY-MM-DD`. */
type Taker = {
  kind: 'person' | 'organisation';
  /** Since when they have had anything; null: never. */
  sinceOn: string | null;
  /** What they have now. */
  productIds: readonly number[];
  /** What reaches their address; null: not known. */
  technology: string | null;
  buildingId: number | null;
  on: string;
};

/** The rules once more, as one reads them: what SQL must agree with. */
function holds(rule: EligibilityRule, taker: Taker): boolean {
  switch (rule.rule) {
    case 'subscriber_kind':
      return rule.kind === taker.kind;
    case 'newcomer':
      return taker.sinceOn === null || taker.sinceOn >= taker.on;
    case 'tenure':
      return taker.sinceOn !== null && monthsAfter(taker.sinceOn, rule.leastMonths) <= taker.on;
    case 'has':
      return rule.productIds.some((id) => taker.productIds.includes(id));
    case 'has_not':
      return !rule.productIds.some((id) => taker.productIds.includes(id));
    case 'has_all':
      return rule.productIds.every((id) => taker.productIds.includes(id));
    case 'friends':
      return false;
    case 'technology':
      return rule.technologies.some((one) => one === taker.technology);
    case 'buildings':
      return taker.buildingId !== null && rule.buildingIds.includes(taker.buildingId);
  }
}

test('SQL says of many who may take a product what the rules say of one', async () => {
  const many = fc.array(fc.tuple(fc.array(rules, { maxLength: 3 }), takers), { maxLength: 200 });
  await fc.assert(
    fc.asyncProperty(many, async (asked) => {
      const rows = asked.map(([own, who]) => ({ rules: own, ...who }));
      const { rows: said } = await sql<{ may: boolean }>`
        select ${eligible(sql`t.rules`, sql`t`)} as may
        from   rows from (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as (rules jsonb,
                 kind text, "sinceOn" date, "productIds" bigint[], technology text,
                 "buildingId" bigint, "on" date)) with ordinality
               as t(rules, kind, since_on, product_ids, technology, building_id, day, place)
        order  by t.place`.execute(world.ctx.db);
      expect(said.map(({ may }) => may)).toEqual(
        asked.map(([own, who]) => own.every((rule) => holds(rule, who))),
      );
    }),
    { numRuns: runs(25, 1000), seed: 6 },
  );
});
