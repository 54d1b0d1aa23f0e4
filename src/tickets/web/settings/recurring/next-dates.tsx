import { useDebouncedValue } from '@mantine/hooks';
import { formatInstant } from '../../../../ui/format.ts';
import { useTexts } from '../../../../ui/texts.ts';
import { useRead } from '../../client.ts';
import { type RecurrenceValues, timingOf } from './recurrence-values.ts';

/** The next dates of what is being written, or why there are none. */
export const NextDates = ({ values }: { values: RecurrenceValues }) => {
  const t = useTexts('tickets');
  const [timing] = useDebouncedValue(timingOf(values), 300);
  const isGiven = timing.schedule.startsOn !== '';
  const read = useRead('POST /api/ticket-recurrences/next-dates', timing, {
    isEnabled: isGiven,
    isKept: true,
  });
  const dates = read.data?.dates ?? [];
  if (!read.data || read.error) return null;
  return (
    <p aria-live="polite">
      <span className="dim">{t('recurring.nextDates')}: </span>
      {dates.length === 0
        ? t('recurring.over')
        : dates.map(({ at }) => formatInstant(at)).join(' · ')}
    </p>
  );
};
