import type { EventLoad, GuestLoad } from '../vip/index.ts';
import { dateOnly } from './months.ts';
import { personName } from './names.ts';
import { type Random, randomOf } from './random.ts';
import type { DemoPlan } from './subscriber-at.ts';
import { daysLater, type VipPeople } from './vip-care.ts';

const wishes = ['', '', 'Без мяса', 'Хочет в команду к соседям по площади', 'Придёт позже', ''];
const SEATS = 8;

type Shape = Omit<
  EventLoad,
  'on' | 'inChargeId' | 'invitedAt' | 'endedAt' | 'guests' | 'cupItemId' | 'comfortItemId'
> & { days: number };

const past: readonly Shape[] = [
  {
    kind: 'evening',
    name: 'Вечер друзей',
    days: -150,
    beginsAt: '19:00',
    place: 'Ресторан «Маяк»',
    budgetMinor: 30_000_000,
    teams: ['У окна', 'У сцены', 'В центре', 'На веранде'].map((name) => ({
      name,
      seats: SEATS,
      place: null,
    })),
    costs: [
      { name: 'Зал и фуршет', amountMinor: 18_000_000 },
      { name: 'Артисты', amountMinor: 9_500_000 },
    ],
  },
  {
    kind: 'tournament',
    name: 'Турнир по боулингу',
    days: -45,
    beginsAt: '18:00',
    place: 'Клуб «Страйк»',
    budgetMinor: 9_000_000,
    teams: ['Быстрые', 'Меткие', 'Весёлые', 'Упорные'].map((name, at) => ({
      name,
      seats: SEATS,
      place: at + 1,
    })),
    costs: [
      { name: 'Дорожки на вечер', amountMinor: 4_200_000 },
      { name: 'Ведущий', amountMinor: 1_500_000 },
    ],
  },
];

const coming: Shape = {
  kind: 'tournament',
  name: 'Турнир по волейболу',
  days: 6,
  beginsAt: '12:00',
  place: 'Спортзал на набережной',
  budgetMinor: 7_000_000,
  teams: ['Прибой', 'Чайки', 'Шторм', 'Штиль'].map((name) => ({ name, seats: SEATS, place: null })),
  costs: [{ name: 'Аренда зала', amountMinor: 2_400_000 }],
};

/** An evening and a tournament that were, and a tournament within a week. */
export function eventsOf(plan: DemoPlan, people: VipPeople): EventLoad[] {
  return [...past, coming].map((shape, at) => eventOf(plan, people, shape, at));
}

function eventOf(
  plan: DemoPlan,
  people: VipPeople,
  { days, ...shape }: Shape,
  at: number,
): EventLoad {
  const on = daysLater(plan, days);
  const cup = people.items.get('Кубок победителям') ?? null;
  const comfort = people.items.get('Мяч с автографами') ?? null;
  const invitedAt = daysLater(plan, days - 21);
  const isThere = ({ customerSince }: VipPeople['clients'][number]): boolean =>
    (customerSince ?? '') < dateOnly(invitedAt);
  const isContest = shape.kind === 'tournament';
  return {
    ...shape,
    on: dateOnly(on),
    inChargeId: people.leading[at % people.leading.length] ?? people.boss,
    cupItemId: isContest ? (cup?.id ?? null) : null,
    comfortItemId: isContest ? (comfort?.id ?? null) : null,
    invitedAt,
    endedAt: days < 0 ? on : null,
    // Nobody was asked before they came to us.
    guests: people.clients.filter(isThere).flatMap((client, nth) =>
      guestOf(randomOf(`${plan.seed} vip guest ${at}`, nth), shape, { ...client, nth }, days < 0, {
        cup,
        comfort,
      }),
    ),
  };
}

type Client = VipPeople['clients'][number] & { nth: number };
type Item = { id: number; priceMinor: number };

function guestOf(
  random: Random,
  { kind, teams }: Omit<Shape, 'days'>,
  { id, tier, nth }: Client,
  isPast: boolean,
  items: { cup: Item | null; comfort: Item | null },
): GuestLoad[] {
  if (random.chance(0.2)) return [];
  const state = random.chance(0.6) ? 'accepted' : random.chance(0.5) ? 'declined' : 'invited';
  const isComing = state === 'accepted';
  const isWithWife = isComing && random.chance(0.3);
  const { firstName, lastName } = personName(random);
  const teamAt = isComing && nth < teams.length * 4 ? nth % teams.length : null;
  const hasCome = isPast ? isComing && random.chance(0.9) : null;
  const isWinner = teamAt === 0;
  const item = isWinner ? items.cup : items.comfort;
  const isHanded = kind === 'tournament' && hasCome === true;
  const prize =
    isHanded && item !== null
      ? {
          kind: isWinner ? ('cup' as const) : ('comfort' as const),
          itemId: item.id,
          amountMinor: item.priceMinor,
        }
      : null;
  return [
    {
      subscriberId: id,
      tier,
      state,
      companions: isWithWife ? 1 : 0,
      companionNames: isWithWife ? `${firstName} ${lastName}` : '',
      wishes: isComing ? random.pick(wishes) : '',
      teamAt,
      hasCome,
      prize,
    },
  ];
}
