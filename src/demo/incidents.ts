import { MONTHS, momentIn } from './months.ts';
import { type Random, randomOf } from './random.ts';

/** An outage of one node: all its buildings lose service together. */
export type DemoOutage = {
  node: number;
  monthsAgo: number;
  startedAt: Date;
  minutes: number;
  cause: string;
};

const causes = [
  'Обрыв кабеля',
  'Отключение электричества',
  'Отказ коммутатора',
  'Работы на магистрали',
  'Авария у вышестоящего оператора',
];

/**
 * A node's outages in two years. One node in six is a sick one with several times as many: who
 * lives there leaves more often, and an honest analysis should find it.
 */
export function outagesOf(seed: string, node: number, today: Date): DemoOutage[] {
  const random = randomOf(`${seed} outages`, node);
  const perMonth = random.chance(1 / 6) ? 0.55 : 0.1;
  const outages: DemoOutage[] = [];
  for (let monthsAgo = MONTHS - 1; monthsAgo >= 0; monthsAgo--) {
    if (!random.chance(perMonth)) continue;
    const startedAt = momentIn(today, monthsAgo, random.next() * 0.95);
    const minutes = outageMinutes(random);
    const cause = random.pick(causes);
    const isOver = startedAt.getTime() + minutes * 60_000 <= today.getTime();
    if (isOver) outages.push({ node, monthsAgo, startedAt, minutes, cause });
  }
  return outages;
}

/** Most are over within two hours, a few last for a day: a log-normal with median 70 minutes. */
function outageMinutes(random: Random): number {
  return Math.min(2880, Math.max(5, Math.round(70 * Math.exp(0.9 * random.normal()))));
}
