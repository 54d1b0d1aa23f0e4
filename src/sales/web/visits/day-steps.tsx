import { ActionIcon, Button } from '@mantine/core';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { addDays } from '../../../ui/add-days.ts';
import { DayInput } from '../../../ui/form/inputs.tsx';
import { dayOf } from '../../../ui/format.ts';
import { serverNow } from '../../../ui/now.ts';
import { useTexts } from '../../../ui/texts.ts';

type Props = { on: string; onShow: (day: string) => void };

/** From day to day, to today, or to any. */
export const DaySteps = ({ on, onShow }: Props) => {
  const t = useTexts('sales');
  return (
    <>
      <ActionIcon aria-label={t('visits.before')} onClick={() => onShow(addDays(on, -1))}>
        <ChevronLeft size={16} />
      </ActionIcon>
      <Button onClick={() => onShow(dayOf(serverNow()))}>{t('visits.today')}</Button>
      <ActionIcon aria-label={t('visits.after')} onClick={() => onShow(addDays(on, 1))}>
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
