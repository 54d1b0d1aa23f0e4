import { describe, expect, it } from 'vitest';
import { outagesOf } from './incidents.ts';
import { type DemoLife, liveLife } from './life.ts';
import { type DemoSubscriber, subscriberAt } from './subscriber-at.ts';

const plan = { seed: 'test', subscribers: 12_000, today: new Date('2026-03-01T12:00:00Z') };
const people = Array.from({ length: plan.subscribers }, (_, index) => subscriberAt(plan, index));

const leaving = (some: readonly DemoSubscriber[]): number =>
  some.filter((one) => one.life.left).length / some.length;

const outageHours = (life: DemoLife): number =>
  life.outages.reduce((sum, outage) => sum + outage.minutes / 60, 0);

describe('a demo subscriber', () => {
  it('is the same whichever others are made', () => {
    expect(subscriberAt(plan, 4321)).toEqual(people[4321]);
    expect(subscriberAt({ ...plan, seed: 'other' }, 4321)).not.toEqual(people[4321]);
  });

  it('has a life in order: nothing before joining, nothing after leaving, balance adds up', () => {
    for (const { life } of people) {
      const end = life.left?.at ?? plan.today;
      const times = [...life.payments, ...life.contacts].map((one) => one.at);
      expect(end >= life.joinedAt).toBe(true);
      expect(times.every((at) => at >= life.joinedAt && at <= end)).toBe(true);
      expect(Number.isInteger(life.balanceMinor)).toBe(true);
    }
  });

  it('shares its outages with the neighbours of its node', () => {
    expect(outagesOf('test', 3, plan.today)).toEqual(outagesOf('test', 3, plan.today));
  });
});

/**
 * Bands are three standard deviations of a difference of two binomial shares, at the fixed seed.
 */
describe('leaving has causes', () => {
  const isApart = (more: readonly DemoSubscriber[], less: readonly DemoSubscriber[]): boolean => {
    const [a, b] = [leaving(more), leaving(less)];
    const deviation = Math.sqrt((a * (1 - a)) / more.length + (b * (1 - b)) / less.length);
    return a - b > 3 * deviation;
  };

  it('a tenth to a third leave in two years', () => {
    expect(leaving(people)).toBeGreaterThan(0.1);
    expect(leaving(people)).toBeLessThan(0.33);
  });

  it('a competitor at the house', () => {
    const has = (one: DemoSubscriber): boolean =>
      one.subscriber.attributes?.['competitor_at_house'] === true;
    expect(
      isApart(
        people.filter(has),
        people.filter((one) => !has(one)),
      ),
    ).toBe(true);
  });

  it('outages: more leave where service failed longer, of those as long with us', () => {
    const months = (some: readonly DemoSubscriber[]): number =>
      some.reduce((sum, one) => sum + one.life.charges.length, 0);
    const sick = people.filter((one) => outageHours(one.life) / one.life.charges.length > 0.6);
    const well = people.filter((one) => outageHours(one.life) / one.life.charges.length < 0.1);
    const monthly = (some: readonly DemoSubscriber[]): number =>
      some.filter((one) => one.life.left).length / months(some);
    expect(monthly(sick)).toBeGreaterThan(1.2 * monthly(well));
  });

  it('a price rise', () => {
    const base = {
      seed: 'rise',
      today: plan.today,
      addonFeeMinor: 0,
      outages: [],
      hasCompetitor: false,
    };
    const tariff = people[0]?.plan;
    if (!tariff) throw new Error('somebody has a tariff');
    const { rise: _, ...calm } = tariff;
    const count = (rises: boolean): number =>
      Array.from({ length: 6000 }, (_unused, index) =>
        liveLife({
          ...base,
          index,
          plan: rises ? { ...calm, rise: { monthsAgo: 9, share: 0.2 } } : calm,
        }),
      ).filter((life) => life.left).length;
    expect(count(true)).toBeGreaterThan(1.05 * count(false));
  });
});
