import type { AccountLoad } from '../billing/index.ts';
import { dateOnly } from './months.ts';
import type { DemoSubscriber } from './subscriber-at.ts';

/** The tariff and what is added to it, from the day of joining to the day of leaving. */
export function subscriptionsOf(
  person: DemoSubscriber,
  versionIds: ReadonlyMap<string, number>,
): AccountLoad['subscriptions'] {
  const { joinedAt, left } = person.life;
  return [person.plan, ...person.extras].map((product) => ({
    productVersionId: versionIds.get(product.name) ?? 0,
    startedOn: dateOnly(joinedAt),
    endedOn: left ? dateOnly(left.at) : null,
  }));
}
