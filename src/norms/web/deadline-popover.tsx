import { Popover } from '@mantine/core';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import { formatDay, formatDuration, formatInstant } from '../../ui/format.ts';
import { type Fact, Facts } from '../../ui/show/facts.tsx';
import { useTexts } from '../../ui/texts.ts';
import type { Deadline } from '../api.ts';
import css from './deadline.module.css';

type Props = {
  deadline: z.output<typeof Deadline>;
  /** What began the norm, and when. */
  began: { label: string; at: string };
  /** What is to be done by when; null while the clock stands. */
  due: { label: string; at: string | null };
  /** What else is to be known of this norm. */
  more?: readonly Fact[];
  /** What stops the clock, in a sentence. */
  rule: string;
  /** The clock that is clicked on. */
  children: ReactNode;
};

/** A clock; a click on it says why it is due when it is. */
export const DeadlinePopover = ({ deadline, began, due, more = [], rule, children }: Props) => {
  const t = useTexts('norms');
  const { countedFrom, unusualDays, unknownYears, pausedSeconds } = deadline;
  const unusual = unusualDays.map(
    ({ on, reason, name }) => `${formatDay(on)}: ${name ?? t(`why.days.${reason}`)}`,
  );
  const facts: Fact[] = [
    { label: began.label, value: formatInstant(began.at) },
    {
      label: t('why.calendar'),
      value: deadline.isRoundTheClock ? t('why.always') : deadline.calendarName,
    },
    {
      label: t('why.countedFrom'),
      value: countedFrom && countedFrom !== began.at ? formatInstant(countedFrom) : null,
    },
    { label: t('why.norm'), value: formatDuration(deadline.normSeconds) },
    {
      label: t('why.paused'),
      value: pausedSeconds > 0 ? formatDuration(pausedSeconds) : null,
    },
    { label: due.label, value: due.at === null ? t('why.stands') : formatInstant(due.at) },
    { label: t('why.unusual'), value: unusual.length > 0 ? unusual.join(', ') : null },
    ...more,
  ];
  return (
    <Popover width={320} position="bottom-start">
      <Popover.Target>
        <button type="button" className={css.why} title={t('why.title')}>
          {children}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <h2 className={css.title}>{t('why.title')}</h2>
        <Facts facts={facts} />
        {unknownYears.length > 0 ? (
          <p className={css.note}>{t('why.unknownYears', { years: unknownYears.join(', ') })}</p>
        ) : null}
        <p className={css.note}>{rule}</p>
      </Popover.Dropdown>
    </Popover>
  );
};
