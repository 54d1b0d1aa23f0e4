import { Popover } from '@mantine/core';
import { formatDay, formatDuration, formatInstant } from '../../../ui/format.ts';
import { Facts } from '../../../ui/show/facts.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Opened } from '../api.ts';
import { TouchClock } from './touch-clock.tsx';
import css from './conversation.module.css';

/** The clock; a click on it says why it is due when it is. */
export const DeadlineWhy = ({ conversation }: { conversation: Opened }) => {
  const t = useTexts('conversations');
  const { deadline, openedAt, touchDueAt, touchSeconds, touchedBy } = conversation;
  const unusual = deadline.unusualDays.map(
    ({ on, reason, name }) => `${formatDay(on)}: ${name ?? t(`why.days.${reason}`)}`,
  );
  return (
    <Popover width={320} position="bottom-start">
      <Popover.Target>
        <button type="button" className={css.why} title={t('why.title')}>
          <TouchClock row={conversation} />
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <h2 className={css.whyTitle}>{t('why.title')}</h2>
        <Facts
          facts={[
            { label: t('why.came'), value: formatInstant(openedAt) },
            {
              label: t('why.calendar'),
              value: deadline.isRoundTheClock ? t('why.always') : deadline.calendarName,
            },
            {
              label: t('why.countedFrom'),
              value:
                deadline.countedFrom && deadline.countedFrom !== openedAt
                  ? formatInstant(deadline.countedFrom)
                  : null,
            },
            { label: t('why.norm'), value: formatDuration(deadline.normSeconds) },
            { label: t('why.due'), value: formatInstant(touchDueAt) },
            { label: t('why.unusual'), value: unusual.length > 0 ? unusual.join(', ') : null },
            {
              label: t('why.touched'),
              value:
                touchSeconds === null
                  ? null
                  : `${formatDuration(touchSeconds)}${touchedBy ? `, ${touchedBy.name}` : ''}`,
            },
          ]}
        />
        {deadline.unknownYears.length > 0 ? (
          <p className={css.whyNote}>
            {t('why.unknownYears', { years: deadline.unknownYears.join(', ') })}
          </p>
        ) : null}
        <p className={css.whyNote}>{t('why.rule')}</p>
      </Popover.Dropdown>
    </Popover>
  );
};
