import { Button } from '@mantine/core';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { formatNo } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import { type Deal, useRead } from '../client.ts';
import { OneQuote } from './one-quote.tsx';
import { QuoteDialog } from './quote-dialog.tsx';
import css from './quotes.module.css';

/** What was offered in writing under a deal, the latest in full. */
export const DealQuotes = ({ deal }: { deal: Deal }) => {
  const t = useTexts('sales');
  const [search, setSearch] = useSearchParams();
  const [isMaking, setMaking] = useState(search.has('quote'));
  const read = useRead('GET /api/deals/{id}/quotes', { id: deal.id });
  const [latest, ...earlier] = read.data?.quotes ?? [];
  const mayMake = deal.state === 'open' && read.data !== undefined;
  if (!latest && !mayMake) return null;
  const isNext = latest === undefined && read.data?.agreed !== null;
  const close = (): void => {
    setMaking(false);
    setSearch({}, { replace: true });
  };
  return (
    <section aria-label={t('quotes.title')}>
      {latest ? <OneQuote deal={deal} quote={latest} /> : null}
      {earlier.length > 0 ? (
        <p className="dim">
          {t('quotes.earlier')}{' '}
          {earlier
            .map(({ id, state }) => `${formatNo(id)} — ${t(`quotes.state.${state}`)}`)
            .join(', ')}
        </p>
      ) : null}
      {mayMake ? (
        <p className={css.head}>
          <Button size="xs" variant={isNext ? 'filled' : 'default'} onClick={() => setMaking(true)}>
            {t(latest ? 'quotes.another' : 'quotes.make')}
          </Button>
        </p>
      ) : null}
      {isMaking && mayMake ? (
        <QuoteDialog deal={deal} agreed={read.data?.agreed ?? null} onClose={close} />
      ) : null}
    </section>
  );
};
