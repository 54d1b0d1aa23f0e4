import { ActionIcon, Button } from '@mantine/core';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { addDays } from '../../../ui/add-days.ts';
import { DayInput } from '../../../ui/form/inputs.tsx';
import { dayOf } from '../../../ui/format.ts';
import { serverNow } from '../../../ui/now.ts';
import { useTexts } from '../../../ui/texts.ts';

type Props = { on: string; stepDays: number; onShow: (day: string) => void };

/** From day to day or week to week, to today, or to any. */
export const DaySteps = ({ on, stepDays, onShow }: Props) => {
  const t = useTexts('sales');
  return (
    <>
      <ActionIcon
        aria-label={t(stepDays > 1 ? 'visits.weekBefore' : 'visits.before')}
        onClick={() => onShow(addDays(on, -stepDays))}
      >
        <ChevronLeft size={16} />
      </ActionIcon>
      <Button onClick={() => onShow(dayOf(serverNow()))}>{t('visits.today')}</Button>
      <ActionIcon
        aria-label={t(stepDays > 1 ? 'visits.weekAfter' : 'visits.after')}
        onClick={() => onShow(addDays(on, stepDays))}
      >
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
