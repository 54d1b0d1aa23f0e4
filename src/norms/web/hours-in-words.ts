import { formatNumber } from '../../ui/format.ts';
import type { Translate } from '../../ui/texts.ts';
import { weekdays } from '../work-calendar.ts';
import type { CalendarDraft } from './client.ts';

/** The week in one line: days with the same hours stand together, `пн–пт 09:00–18:00`. */
export function hoursInWords(
  { hours, exceptions, zone }: Pick<CalendarDraft, 'hours' | 'exceptions' | 'zone'>,
  t: Translate,
): string {
  const parts = hours === 'always' ? [t('always')] : weekInWords(hours, t);
  const unusual = exceptions.length === 0 ? [] : [t('exceptionCount', exceptionCount(exceptions))];
  return [...parts, ...unusual, zone].join(' · ');
}

const exceptionCount = (exceptions: readonly unknown[]) => ({
  count: exceptions.length,
  shown: formatNumber(exceptions.length),
});

function weekInWords(week: Exclude<CalendarDraft['hours'], 'always'>, t: Translate): string[] {
  const runs: { from: string; to: string; words: string }[] = [];
  for (const day of weekdays) {
    const words = week[day].map(({ from, to }) => `${from}–${to}`).join(', ');
    const last = runs.at(-1);
    if (last?.words === words) last.to = day;
    else runs.push({ from: day, to: day, words });
  }
  return runs
    .filter(({ words }) => words !== '')
    .map(({ from, to, words }) => {
      const days = from === to ? t(`short.${from}`) : `${t(`short.${from}`)}–${t(`short.${to}`)}`;
      return `${days} ${words}`;
    });
}
