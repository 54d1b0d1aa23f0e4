import { formatDay, formatInstant } from '../../../../ui/format.ts';
import { useTexts } from '../../../../ui/texts.ts';
import { useViewer } from '../../../../ui/viewer.tsx';
import type { Recurrence } from '../../client.ts';

type Told = Pick<Recurrence, 'schedule' | 'offDays' | 'timeZone'>;

/** Says a schedule in a sentence: "every 2 weeks: Mon, Thu, at 10:00". */
export const useScheduleWords = (): ((told: Told) => string) => {
  const t = useTexts('tickets');
  const viewer = useViewer();
  return ({ schedule, offDays, timeZone }) => {
    const { every, interval, weekdays, dayOfMonth, month, endsOn, time } = schedule;
    const isLast = dayOfMonth === 31;
    const zone = timeZone === viewer.timeZone ? '' : ` (${timeZone})`;
    const which = {
      day: '',
      week: weekdays.map((day) => t(`recurring.weekdays.${day}`)).join(', '),
      month: isLast ? t('recurring.lastDay') : t('recurring.dayNo', { day: dayOfMonth }),
      year: t(isLast ? 'recurring.lastOfMonth' : 'recurring.ofMonth', {
        day: dayOfMonth,
        month: t(`recurring.monthsOf.${month}`),
      }),
    }[every];
    return [
      t(`recurring.every.${every}`, { count: interval }),
      which,
      `${t('recurring.at', { time })}${zone}`,
      endsOn === null ? '' : t('recurring.until', { day: formatDay(endsOn) }),
      offDays === 'keep' ? '' : t(`recurring.offDays.${offDays}`).toLowerCase(),
    ]
      .filter((part) => part !== '')
      .join(', ');
  };
};

/** When it is opened next, or why it is not. */
export const useNextWords = (): ((recurrence: Recurrence) => string) => {
  const t = useTexts('tickets');
  return ({ nextAt, isPaused }) => {
    if (isPaused) return t('recurring.isPaused');
    return nextAt === null
      ? t('recurring.over')
      : t('recurring.next', { at: formatInstant(nextAt) });
  };
};
