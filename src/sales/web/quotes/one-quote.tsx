import { formatDay, formatInstant, formatNo } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Deal, Quote } from '../client.ts';
import { QuoteActs } from './quote-acts.tsx';
import { QuoteLines } from './quote-lines.tsx';
import { Sendings } from './sendings.tsx';
import css from './quotes.module.css';

const tones = { offered: 'blue', accepted: 'green', declined: 'red', withdrawn: 'gray' } as const;

/** A quote in full, with what became of it. */
export const OneQuote = ({ deal, quote }: { deal: Deal; quote: Quote }) => {
  const t = useTexts('sales');
  const { id, state, isPast, acceptedName, declineWords, undoReason, decidedAt, seenAt } = quote;
  const isOpen = state === 'offered';
  const told = isOpen
    ? seenAt
      ? t('quotes.seen', { at: formatInstant(seenAt) })
      : t('quotes.unseen')
    : formatInstant(decidedAt ?? quote.madeAt);
  return (
    <div className={css.box}>
      <div className={css.head}>
        <b>{t('quotes.number', { number: formatNo(id) })}</b>
        <Badge tone={isPast ? 'gray' : tones[state]}>
          {isPast ? t('quotes.state.past') : t(`quotes.state.${state}`)}
        </Badge>
        <span className="dim">{told}</span>
        <div className={css.acts}>
          <QuoteActs deal={deal} quote={quote} />
        </div>
      </div>
      <QuoteLines quote={quote} />
      <Sendings sendings={quote.sendings} />
      {acceptedName === '' ? null : <p>{t('quotes.by', { name: acceptedName })}</p>}
      {declineWords === '' ? null : <p>{t('quotes.because', { words: declineWords })}</p>}
      {undoReason === '' ? null : (
        <p>
          {t(acceptedName === '' ? 'quotes.takenBack' : 'quotes.undone', { reason: undoReason })}
        </p>
      )}
      {isOpen ? (
        <p className="dim">{t('quote.valid', { on: formatDay(quote.validUntil) })}</p>
      ) : null}
    </div>
  );
};
