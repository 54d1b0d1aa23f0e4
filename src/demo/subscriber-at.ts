import type { SubscriberLoad } from '../subscribers/index.ts';
import type { AccountLoad } from '../billing/index.ts';
import { type DemoOutage, outagesOf } from './incidents.ts';
import { type DemoLife, liveLife } from './life.ts';
import { routers } from './attributes.ts';
import { dateOnly } from './months.ts';
import { companyName, type PersonName, personName } from './names.ts';
import { buildingAt, buildingCount, type DemoBuilding, placeOf } from './places.ts';
import { type Random, randomOf } from './random.ts';
import { addons, type DemoTariff, feeAt, tariffs } from './tariffs.ts';

/** The size and date of a demo; with the seed they decide everything. */
export type DemoPlan = { seed: string; subscribers: number; today: Date };

/** One subscriber of the demo, ready for the domains' bulk loads, and the life behind it. */
export type DemoSubscriber = {
  subscriber: SubscriberLoad;
  account: Omit<AccountLoad, 'subscriberId' | 'serviceAddressId' | 'subscriptions'>;
  plan: DemoTariff;
  extras: readonly DemoTariff[];
  life: DemoLife;
};

const FIRST_ACCOUNT = 40_000_000;
const COMPETITOR_SHARE = 0.35;

/** The subscriber of that index: the same whichever others are made. */
export function subscriberAt(plan: DemoPlan, index: number): DemoSubscriber {
  const random = randomOf(`${plan.seed} subscriber`, index);
  const buildingIndex = Math.floor(random.next() * buildingCount(plan.subscribers));
  const building = buildingAt(plan.seed, buildingIndex);
  const isCompany = random.chance(0.04);
  const tariff = chooseTariff(random, isCompany, building);
  const extras = addons.filter(() => random.chance(0.12));
  const hasCompetitor = hasCompetitorAt(plan, buildingIndex);
  const life = liveLife({
    seed: plan.seed,
    index,
    today: plan.today,
    plan: tariff,
    addonFeeMinor: extras.reduce((sum, one) => sum + one.feeMinor, 0),
    outages: nodeOutages(plan, building.node),
    hasCompetitor,
  });
  const feeMinor = feeAt(tariff, 0);
  const isSuspended = !life.left && life.balanceMinor < -feeMinor;
  const status = life.left ? 'left' : isSuspended ? 'suspended' : 'active';
  const name = isCompany ? null : personName(random);
  return {
    subscriber: {
      kind: isCompany ? 'organisation' : 'person',
      displayName: name ? fullName(name) : companyName(random),
      lastName: name?.lastName ?? null,
      firstName: name?.firstName ?? null,
      middleName: name?.middleName ?? null,
      birthOn: name ? birthDate(random) : null,
      status,
      customerSince: dateOnly(life.joinedAt),
      leftOn: life.left ? dateOnly(life.left.at) : null,
      attributes: {
        router: random.pick(routers),
        competitor_at_house: hasCompetitor,
        ...(life.left && { churn_reason: life.left.reason }),
      },
      contacts: contactsOf(random, index),
      address: placeOf(
        building,
        building.isPrivateSector ? '' : String(random.between(1, building.flats)),
      ),
    },
    account: {
      number: String(FIRST_ACCOUNT + index),
      contractNumber: `${10 + (index % 7)}-${100_000 + index}`,
      contractOn: dateOnly(life.joinedAt),
      currency: 'RUB',
      state: life.left ? 'closed' : isSuspended ? 'suspended' : 'active',
      closedOn: life.left ? dateOnly(life.left.at) : null,
      lines: [lineOf(index)],
    },
    plan: tariff,
    extras,
    life,
  };
}

/** Whether another operator has been selling at a house all the while. */
export function hasCompetitorAt(plan: DemoPlan, buildingIndex: number): boolean {
  return randomOf(`${plan.seed} competitor`, buildingIndex).chance(COMPETITOR_SHARE);
}

/** The same of a subscriber that is made. */
export const hasCompetitorOf = ({ subscriber }: DemoSubscriber): boolean =>
  subscriber.attributes?.['competitor_at_house'] === true;

const remembered = new Map<string, readonly DemoOutage[]>();

/** Neighbours share their node's outages: made once, kept while the base is made. */
function nodeOutages(plan: DemoPlan, node: number): readonly DemoOutage[] {
  const key = `${plan.seed} ${plan.today.getTime()} ${node}`;
  let outages = remembered.get(key);
  if (!outages) {
    outages = outagesOf(plan.seed, node, plan.today);
    remembered.set(key, outages);
  }
  return outages;
}

const fullName = (name: PersonName): string =>
  `${name.lastName} ${name.firstName} ${name.middleName}`;

function birthDate(random: Random): string {
  const month = String(random.between(1, 12)).padStart(2, '0');
  const day = String(random.between(1, 28)).padStart(2, '0');
  return `${random.between(1945, 2004)}-${month}-${day}`;
}

function chooseTariff(random: Random, isCompany: boolean, building: DemoBuilding): DemoTariff {
  const fitting = tariffs.filter((one) => {
    if (one.name.startsWith('Бизнес')) return isCompany;
    return !isCompany && one.name.startsWith('Частный') === building.isPrivateSector;
  });
  const total = fitting.reduce((sum, one) => sum + one.weight, 0);
  let left = random.next() * total;
  for (const one of fitting) {
    left -= one.weight;
    if (left <= 0) return one;
  }
  return random.pick(fitting);
}

/** Numbers of codes that no operator was given, and the domain kept for examples: nobody's. */
function contactsOf(random: Random, index: number): SubscriberLoad['contacts'] {
  const scattered = (index * 7_919_993) % 10_000_000;
  const phone = (code: number): string => `+7${code}${String(scattered).padStart(7, '0')}`;
  return [
    { kind: 'phone', value: phone(974) },
    ...(random.chance(0.35) ? [{ kind: 'phone' as const, value: phone(975) }] : []),
    ...(random.chance(0.45)
      ? [{ kind: 'email' as const, value: `abonent${index}@example.org` }]
      : []),
  ];
}

function lineOf(index: number): AccountLoad['lines'][number] {
  const hex = (0x020000000000 + index).toString(16).padStart(12, '0');
  return {
    kind: 'internet',
    login: `u${FIRST_ACCOUNT + index}`,
    ip: `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`,
    mac: hex.match(/../g)?.join(':') ?? null,
  };
}
