import type { ReactNode } from 'react';
import { Action } from '../../../ui/show/action.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Acting } from './use-guided.ts';
import css from './guided.module.css';

/** Where the way leads back and on, at the same place below every step. */
export const Foot = ({ acting, children }: { acting: Acting; children?: ReactNode }) => {
  const t = useTexts('sales');
  return (
    <div className={css.foot}>
      {acting.back ? (
        <Action
          keys="KeyB"
          size="sm"
          variant="subtle"
          color="gray"
          disabled={acting.isBusy}
          onClick={acting.back}
        >
          {t('guided.back')}
        </Action>
      ) : null}
      {children}
    </div>
  );
};
