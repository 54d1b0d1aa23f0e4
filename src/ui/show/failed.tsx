import { Button } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useTexts } from '../texts.ts';
import css from './state.module.css';

export const FailedPiece = ({ onRetry }: { onRetry: () => void }) => {
  const t = useTexts();
  return (
    <div className={css.piece}>
      <TriangleAlert size={14} aria-hidden="true" />
      {t('state.pieceFailed')}
      <Button size="xs" variant="subtle" onClick={onRetry}>
        {t('state.retry')}
      </Button>
    </div>
  );
};

export const FailedPage = ({ onRetry }: { onRetry: () => void }) => {
  const t = useTexts();
  return (
    <div className={`${css.state} ${css.failed}`} role="alert">
      <span className={css.icon}>
        <TriangleAlert size={22} strokeWidth={1.6} />
      </span>
      <h2>{t('state.bugTitle')}</h2>
      <p className={css.text}>{t('state.bugText')}</p>
      <div className={css.actions}>
        <Button onClick={onRetry}>{t('state.retry')}</Button>
        <Button variant="subtle" onClick={() => location.reload()}>
          {t('state.reload')}
        </Button>
      </div>
    </div>
  );
};
