import { Button } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useTexts } from '../../../ui/texts.ts';
import { TouchClock } from '../desk/touch-clock.tsx';
import { nameOf } from '../name-of.ts';
import css from './offer.module.css';
import { useOffer } from './use-offer.ts';

/**
 * For a supervisor: nobody took it, or whoever took it has not called or answered. Stays until it
 * is seen to.
 */
export const EscalatedBar = () => {
  const t = useTexts('conversations');
  const navigate = useNavigate();
  const [seen, setSeen] = useState<number | null>(null);
  const [row, ...others] = useOffer().told?.escalated ?? [];
  if (!row || seen === row.id) return null;
  const late = row.touchedAt ? 'notAnswered' : 'notCalled';
  const words = row.owner ? t(`escalated.${late}`, row.owner) : t('escalated.notTaken');
  return (
    <section className={css.bar} role="alert" aria-label={t('escalated.title')}>
      <TouchClock row={row} />
      <span className={css.barWords}>
        <b>{words}</b> · {nameOf(row)}
        {others.length > 0 ? ` · ${t('escalated.others', { count: others.length })}` : ''}
      </span>
      <Button
        size="xs"
        variant="filled"
        color="red"
        onClick={() => void navigate(`/conversations/${row.id}?queue=all`)}
      >
        {t('escalated.open')}
      </Button>
      <Button size="xs" onClick={() => setSeen(row.id)}>
        {t('escalated.hide')}
      </Button>
    </section>
  );
};
