import { useNavigate } from 'react-router';
import { Action } from '../../../ui/show/action.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { Agreed } from './agreed.tsx';
import type { Guided } from './use-guided.ts';
import css from './guided.module.css';

/** What a guided sale came to, and the way to its quote. */
export const Over = ({ sale }: { sale: Guided }) => {
  const t = useTexts('sales');
  const go = useNavigate();
  const toQuote = (): void => void go(`/deals/${sale.deal.id}?quote`);
  return (
    <div className={css.runner}>
      <p className={css.words}>
        <Badge tone={sale.state === 'agreed' ? 'green' : 'gray'}>
          {t(`guided.outcomes.${sale.state}`)}
        </Badge>
      </p>
      {sale.state === 'agreed' ? (
        <>
          <Agreed sale={sale} />
          <Action keys="KeyS" size="sm" variant="filled" onClick={toQuote}>
            {t('guided.quoteNext')}
          </Action>
        </>
      ) : null}
    </div>
  );
};
