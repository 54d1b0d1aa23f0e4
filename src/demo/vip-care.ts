import type { bulkBegin, GiftLoad, OccasionLoad } from '../vip/index.ts';
import { dateOnly } from './months.ts';
import { personName } from './names.ts';
import { type Random, randomOf } from './random.ts';
import type { DemoPlan } from './subscriber-at.ts';

const DAY_MS = 86_400_000;

type Brought = Awaited<ReturnType<typeof bulkBegin>>;
export type VipPeople = Brought & { boss: number; leading: readonly number[] };
type Client = Brought['clients'][number];

export const daysLater = (plan: DemoPlan, days: number): Date =>
  new Date(plan.today.getTime() + days * DAY_MS);

const gifts = [
  'Букет из сезонных цветов',
  'Коньяк, пять звёзд',
  'Фирменная сумка',
  'Ужин на двоих',
] as const;

const reactions = [
  { reaction: 'delighted', reactionNote: 'Позвонили сами, благодарили, показали коллегам.' },
  { reaction: 'thanked', reactionNote: 'Поблагодарили, обещали прийти на турнир.' },
  { reaction: 'calm', reactionNote: 'Приняли спокойно, просили в следующий раз без алкоголя.' },
] as const;

const budgetOf = { profitable: 600_000, high: 500_000, very_high: 300_000 } as const;

/** Days of clients, the nearest within a week, and what they were given in the last months. */
export function careOf(plan: DemoPlan, people: VipPeople) {
  const months = [-2, -1, 0, 1].map((at) => {
    const [year, month] = [plan.today.getUTCFullYear(), plan.today.getUTCMonth()];
    return dateOnly(new Date(Date.UTC(year, month + at, 1)));
  });
  return {
    occasions: people.clients.flatMap((client, at) => daysOf(plan, client, at)),
    gifts: people.clients.flatMap((client, at) => giftOf(plan, people, client, at)),
    budgets: months.flatMap((month) =>
      Object.entries(budgetOf).map(([tier, amountMinor]) => ({
        month,
        tier: tier as keyof typeof budgetOf,
        amountMinor,
      })),
    ),
  };
}

const nameOf = (random: Random): string => {
  const { firstName, lastName } = personName(random);
  return `${firstName} ${lastName}`;
};

/** Of every fourth nothing is known yet: it is to be found out. */
function daysOf(plan: DemoPlan, { id, kind }: Client, at: number): OccasionLoad[] {
  const random = randomOf(`${plan.seed} vip day`, at);
  if (kind === 'person' || at % 4 === 3) return [];
  const near = daysLater(plan, at % 4 === 0 ? random.between(1, 6) : random.between(8, 350));
  const far = daysLater(plan, random.between(10, 360));
  const onDay = (day: Date) => ({
    month: day.getUTCMonth() + 1,
    day: Math.min(28, day.getUTCDate()),
  });
  return [
    { subscriberId: id, kind: 'head', name: nameOf(random), ...onDay(near), year: null },
    random.chance(0.5)
      ? {
          subscriberId: id,
          kind: 'contact',
          name: nameOf(random),
          ...onDay(far),
          year: random.between(1965, 1998),
        }
      : {
          subscriberId: id,
          kind: 'company',
          name: '',
          ...onDay(far),
          year: random.between(1992, 2015),
        },
  ];
}

/** Two of three were given something lately, are to be, or somebody wants to. */
function giftOf(plan: DemoPlan, people: VipPeople, client: Client, at: number): GiftLoad[] {
  const random = randomOf(`${plan.seed} vip gift`, at);
  const { boss, leading, items } = people;
  const name = random.pick(gifts);
  const item = items.get(name);
  const plannedBy = client.actingId ?? leading[0];
  if (at % 3 === 2 || item === undefined || plannedBy === undefined) return [];
  if ((client.customerSince ?? '') > dateOnly(daysLater(plan, -90))) return [];
  const turn = at % 6;
  const ahead = turn === 4 ? random.between(2, 6) : turn === 3 ? random.between(8, 25) : 0;
  const days = ahead > 0 ? ahead : -random.between(5, 60);
  const isGiven = ahead === 0;
  // Of some it is still to be asked how they were taken.
  const taken = isGiven && turn !== 1 ? random.pick(reactions) : null;
  const on = daysLater(plan, days);
  return [
    {
      subscriberId: client.id,
      tier: client.tier,
      itemId: item.id,
      gift: name,
      costMinor: item.priceMinor,
      recipient: nameOf(random),
      recipientKind: client.kind === 'organisation' ? 'organisation' : 'person',
      deliverOn: dateOnly(on),
      plannedBy,
      plannedAt: daysLater(plan, Math.min(-1, days - 10)),
      approvedBy: turn === 3 ? null : boss,
      deliveredAt: isGiven ? on : null,
      reaction: taken?.reaction ?? null,
      reactionNote: taken?.reactionNote ?? '',
    },
  ];
}
