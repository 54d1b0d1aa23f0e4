import { ActionIcon, Button } from '@mantine/core';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { DayInput } from '../../../ui/form/inputs.tsx';
import { dayOf } from '../../../ui/format.ts';
import { serverNow } from '../../../ui/now.ts';
import { useTexts } from '../../../ui/texts.ts';

const DAY_MS = 86_400_000;

/** The day so many days after; before, where they are below zero. */
const dayFrom = (on: string, days: number): string =>
  new Date(Date.parse(`${on}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

type Props = { on: string; onShow: (day: string) => void };

/** From day to day, to today, or to any. */
export const DaySteps = ({ on, onShow }: Props) => {
  const t = useTexts('sales');
  return (
    <>
      <ActionIcon aria-label={t('visits.before')} onClick={() => onShow(dayFrom(on, -1))}>
        <ChevronLeft size={16} />
      </ActionIcon>
      <Button onClick={() => onShow(dayOf(serverNow()))}>{t('visits.today')}</Button>
      <ActionIcon aria-label={t('visits.after')} onClick={() => onShow(dayFrom(on, 1))}>
        <ChevronRight size={16} />
      </ActionIcon>
      <DayInput
        aria-label={t('visits.day')}
        value={on}
        onChange={(value) => {
          if (value !== '') onShow(value);
        }}
      />
    </>
  );
};
