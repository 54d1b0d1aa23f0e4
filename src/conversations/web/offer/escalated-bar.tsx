import { Button } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useTexts } from '../../../ui/texts.ts';
import type { DeskRow } from '../api.ts';
import { TouchClock } from '../desk/touch-clock.tsx';
import { nameOf } from '../name-of.ts';
import css from './offer.module.css';

/**
 * For a supervisor: nobody took it, or whoever took it has not called. Stays until it is seen to.
 */
export const EscalatedBanner = ({ row, others }: { row: DeskRow; others: number }) => {
  const t = useTexts('conversations');
  const navigate = useNavigate();
  const [seen, setSeen] = useState<number | null>(null);
  if (seen === row.id) return null;
  return (
    <section
      className={`${css.banner} ${css.escalated}`}
      role="alert"
      aria-label={t('escalated.title')}
    >
      <span className={css.icon}>
        <TriangleAlert size={18} />
      </span>
      <div className={css.words}>
        <div className={css.title}>
          <span>{row.owner ? t('escalated.notCalled', row.owner) : t('escalated.notTaken')}</span>
          <TouchClock row={row} />
        </div>
        <div className={`${css.text} cut`}>
          {nameOf(row)}
          {others > 0 ? ` · ${t('escalated.others', { count: others })}` : ''}
        </div>
      </div>
      <div className={css.actions}>
        <Button
          variant="filled"
          color="red"
          onClick={() => void navigate(`/conversations/${row.id}?queue=all`)}
        >
          {t('escalated.open')}
        </Button>
        <Button variant="default" onClick={() => setSeen(row.id)}>
          {t('escalated.hide')}
        </Button>
      </div>
    </section>
  );
};
