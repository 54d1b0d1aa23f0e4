import { Button } from '@mantine/core';
import { formatInstant } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Schedule } from '../client.ts';
import { useAskWords } from './use-ask-words.ts';
import { useSwitch } from './use-switch.ts';

type Props = { schedule: Schedule; onOpen: () => void };

/** A schedule, and what became of what it sent last. */
export const OneSchedule = ({ schedule, onOpen }: Props) => {
  const t = useTexts('reports');
  const askWords = useAskWords();
  const turn = useSwitch();
  const { rhythm, day, hour, isOn, sendings, people, nextAt, format } = schedule;
  const at = `${String(hour).padStart(2, '0')}:00`;
  return (
    <FigureTable
      title={askWords(schedule.ask)}
      rows={sendings}
      keyOf={(one) => `${one.at} ${one.name}`}
      empty={t('schedules.notYet')}
      actions={
        <>
          {isOn ? null : <Badge>{t('schedules.off')}</Badge>}
          <span className="dim">
            {[
              t(`schedules.when.${rhythm}`, {
                day: rhythm === 'week' ? t(`schedules.weekdays.${day}`) : day,
                at,
              }),
              t(`papers.formats.${format}`),
              people.map(({ name }) => name).join(', '),
              isOn ? t('schedules.next', { at: formatInstant(nextAt) }) : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
          <Button variant="subtle" onClick={onOpen}>
            {t('schedules.change')}
          </Button>
          <Button variant="subtle" onClick={() => void turn(schedule).catch(notifyProblem)}>
            {t(isOn ? 'schedules.turnOff' : 'schedules.turnOn')}
          </Button>
        </>
      }
      columns={[
        { key: 'at', label: t('schedules.due'), show: (one) => formatInstant(one.at) },
        { key: 'name', label: t('schedules.who'), isWords: true, show: (one) => one.name },
        {
          key: 'outcome',
          label: t('schedules.outcome'),
          isWords: true,
          show: (one) => t(`schedules.outcomes.${one.outcome}`),
        },
      ]}
    />
  );
};
