import type { AuditLoad, RoundLoad } from '../quality/index.ts';
import { dateOnly, monthStart } from './months.ts';
import { randomOf } from './random.ts';
import type { DemoPlan } from './subscriber-at.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const later = (at: Date, days: number): Date => new Date(at.getTime() + days * DAY_MS);

/** Two audits of the department: what was not met the first time is mostly mended by the second. */
export function auditsOf(plan: DemoPlan, leaders: readonly number[]): AuditLoad[] {
  const [ledBy] = leaders;
  if (ledBy === undefined) return [];
  const subject = 'Абонентский отдел, центральный офис';
  return [5, 1].map((monthsAgo, at) => {
    const finishedAt = later(monthStart(plan.today, monthsAgo), 9.4);
    const chanceOf = (point: string) => randomOf(`${plan.seed} audit ${point}`, at);
    const findingOf: AuditLoad['findingOf'] = (point) => {
      const chance = chanceOf(point).next();
      const met = at === 0 ? 0.45 : 0.75;
      if (chance < met) return { answer: 'met', words: 'Проверено на месте, так и есть' };
      if (chance < met + 0.15) return { answer: 'partly', words: 'Делают, но не все' };
      return { answer: 'unmet', words: 'Показать не смогли' };
    };
    return {
      subject,
      ledBy,
      finishedAt,
      findingOf,
      stepOf: (point) => {
        if (findingOf(point).answer !== 'unmet') return null;
        const isDone = at === 0 && chanceOf(`${point} step`).chance(0.7);
        const staffId = leaders[at % leaders.length] ?? ledBy;
        return {
          words: 'Написать порядок и показать каждому на смене',
          staffId,
          dueOn: dateOnly(later(finishedAt, 45)),
          doneAt: isDone ? later(finishedAt, 30) : null,
        };
      },
    };
  });
}

const channels = ['site', 'phone', 'chat', 'messenger'] as const;
const kinds = ['buying', 'buying', 'asking', 'leaving'] as const;
const shoppers = ['Марина, знакомая', 'Пётр, сосед', 'Студентка с практики'] as const;
const TASKS = 16;

/** A round each quarter: what is measured gets better from one to the next. */
export function roundsOf(plan: DemoPlan, leaders: readonly number[]): RoundLoad[] {
  const [madeBy] = leaders;
  if (madeBy === undefined) return [];
  return [10, 7, 4, 1].map((monthsAgo, nth) => {
    const begins = monthStart(plan.today, monthsAgo);
    const [beginsOn, endsOn] = [dateOnly(begins), dateOnly(later(begins, 20))];
    return {
      name: `Раунд ${nth + 1}`,
      beginsOn,
      endsOn,
      madeBy,
      madeAt: begins,
      closedAt: later(begins, 24),
      tasks: Array.from({ length: TASKS }, (_, at) => {
        const random = randomOf(`${plan.seed} shopper ${nth}`, at);
        const kind = kinds[at % kinds.length] ?? 'buying';
        const isAnswered = random.chance(0.85 + nth * 0.04);
        const askedAt = new Date(
          later(begins, at).getTime() + random.between(540, 1000) * MINUTE_MS,
        );
        const did = (share: number): boolean | null =>
          isAnswered ? random.chance(share + nth * 0.12) : null;
        return {
          kind,
          channel: random.pick(channels),
          script: 'По готовым словам для этого случая',
          shopper: random.pick(shoppers),
          dueOn: endsOn,
          doneAt: later(askedAt, 1),
          askedAt,
          answeredIn: isAnswered
            ? random.chance(0.35 + nth * 0.15)
              ? random.between(0, 1)
              : random.between(3, 90 - nth * 20)
            : null,
          recommended: kind === 'buying' ? did(0.45) : null,
          pitched: kind === 'leaving' ? null : did(0.05),
          reasonAsked: kind === 'leaving' ? did(0.2) : null,
          words: isAnswered ? 'Разговор прошёл спокойно' : 'Так и не ответили',
        };
      }),
    };
  });
}
