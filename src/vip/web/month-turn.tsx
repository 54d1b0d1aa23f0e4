import { Button } from '@mantine/core';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { formatDay } from '../../ui/format.ts';
import { useTexts } from '../../ui/texts.ts';
import { monthOf } from '../../kernel/month-of.ts';
import css from './vip.module.css';

/** Which month is looked at, and the way to those beside it. */
export const MonthTurn = (props: { month: string; onTurn: (month: string) => void }) => {
  const t = useTexts('vip');
  const { month, onTurn } = props;
  return (
    <div className={css.line}>
      <Button
        size="xs"
        aria-label={t('occasions.earlier')}
        onClick={() => onTurn(monthOf(month, -1))}
      >
        <ChevronLeft size={14} />
      </Button>
      <h2 className={css.month}>{formatDay(month, 'month')}</h2>
      <Button size="xs" aria-label={t('occasions.later')} onClick={() => onTurn(monthOf(month, 1))}>
        <ChevronRight size={14} />
      </Button>
    </div>
  );
};
