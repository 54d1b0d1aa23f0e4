import type {
  AssignmentLoad,
  CalibrationLoad,
  CardInUse,
  DrawnContact,
  ReviewLoad,
} from '../quality/index.ts';
import { dateOnly } from './months.ts';
import { type Random, randomOf } from './random.ts';
import type { DemoPlan } from './subscriber-at.ts';

const DAY_MS = 86_400_000;
/** What two of the agents do badly until they have learnt it. */
const WEAK_ITEM = 'pitched';

export type Judged = {
  plan: DemoPlan;
  draws: readonly DrawnContact[];
  cards: readonly CardInUse[];
  leaders: readonly number[];
};
type Answers = ReviewLoad['answers'];
type Answer = Answers extends ReadonlyMap<string, infer One> ? One : never;

const daysAgo = ({ today }: DemoPlan, days: number): Date =>
  new Date(today.getTime() - days * DAY_MS);

/** When whoever is weak passed the lesson. */
const learntAt = (plan: DemoPlan): Date => daysAgo(plan, 38);

/** The first two agents who were drawn. */
const weakOnes = ({ draws }: Judged): number[] =>
  [...new Set(draws.map(({ staffId }) => staffId))].slice(0, 2);

const cardOf = (cards: readonly CardInUse[], kind: string): CardInUse | undefined =>
  cards.find((card) => card.kind === kind) ?? cards.find((card) => card.kind === 'support');

/** Contacts of all weeks but the last, which waits; each is judged by a leader of another. */
export function reviewsOf(judged: Judged): ReviewLoad[] {
  const { plan, draws, cards, leaders } = judged;
  const last = draws.at(-1)?.weekOn;
  const weak = weakOnes(judged);
  return draws.flatMap((draw, at) => {
    const random = randomOf(`${plan.seed} quality review`, draw.id);
    const card = cardOf(cards, draw.kind);
    const reviewers = leaders.filter((id) => id !== draw.staffId);
    const reviewerId = reviewers[at % reviewers.length];
    if (draw.isSpare || draw.weekOn === last || !card || reviewerId === undefined) return [];
    const weekEnd = new Date(Date.parse(`${draw.weekOn}T12:00:00Z`) + 8 * DAY_MS);
    const isWeak = weak.includes(draw.staffId) && weekEnd < learntAt(plan);
    const answers = answersOf(draw, card, random, isWeak ? 0.15 : 0.85);
    return [{ draw, card, reviewerId, answers, finishedAt: weekEnd }];
  });
}

/** How items that apply are answered; those that are critical hardly ever fail. */
function answersOf(
  { applies }: DrawnContact,
  card: CardInUse,
  random: Random,
  skill: number,
): Answers {
  const groups = card.groups.filter(({ condition }) => applies.includes(condition));
  return new Map(
    groups.flatMap(({ items }) =>
      items.map(({ key, scale, isCritical }) => {
        const chance = isCritical ? 0.995 : key === WEAK_ITEM ? skill : 0.86;
        const isDone = random.chance(chance);
        const points = isDone ? random.pick(['3', '4', '4'] as const) : '2';
        const answer: Answer = scale === 'points' ? points : isDone ? 'yes' : 'no';
        return [key, answer] as const;
      }),
    ),
  );
}

/** Both who were weak were given the lesson; one of the others is to pass it still. */
export function assignmentsOf(judged: Judged): AssignmentLoad[] {
  const { plan, draws, leaders } = judged;
  const [leader] = leaders;
  const agents = [...new Map(draws.map((draw) => [draw.staffId, draw])).values()];
  if (leader === undefined) return [];
  return agents.slice(0, 3).map(({ staffId, teamId }, at) => {
    const isLearnt = at < 2;
    return {
      item: isLearnt ? WEAK_ITEM : 'reason',
      staffId,
      teamId,
      assignedBy: leader,
      assignedAt: daysAgo(plan, isLearnt ? 44 : 3),
      dueOn: dateOnly(daysAgo(plan, isLearnt ? 34 : -7)),
      passedAt: isLearnt ? new Date(learntAt(plan).getTime() + at * 7_200_000) : null,
    };
  });
}

/** Spare contacts judged by all leaders; they differ where points are given. */
export function calibrationOf({ plan, draws, cards, leaders }: Judged): CalibrationLoad | null {
  const card = cardOf(cards, 'support');
  const contacts = draws
    .filter(
      ({ isSpare, kind, staffId }) => isSpare && kind === 'support' && !leaders.includes(staffId),
    )
    .slice(0, 6);
  const [ledBy] = leaders;
  if (!card || ledBy === undefined || leaders.length < 2 || contacts.length === 0) return null;
  return {
    name: 'Сверка карты поддержки',
    card,
    ledBy,
    openedAt: daysAgo(plan, 20),
    closedAt: daysAgo(plan, 17),
    contacts,
    judged: leaders.slice(0, 3).map((staffId, of) => ({
      staffId,
      answers: contacts.map((contact) => {
        const same = answersOf(contact, card, randomOf(`${plan.seed} calibrated`, contact.id), 0.5);
        const own = randomOf(`${plan.seed} calibrated by ${of}`, contact.id);
        const other = answersOf(contact, card, own, 0.5);
        return new Map(
          [...same].map(([item, answer]) => [
            item,
            own.chance(0.2) ? (other.get(item) ?? answer) : answer,
          ]),
        );
      }),
    })),
  };
}
