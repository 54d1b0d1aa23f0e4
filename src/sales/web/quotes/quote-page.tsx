import { useParams } from 'react-router';
import { addressOf } from '../../../ui/call.ts';
import { EntryFrame } from '../../../ui/entry/entry-frame.tsx';
import { ReadFrame } from '../../../ui/entry/read-frame.tsx';
import { formatDay, formatNo } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import { type PublicQuote, useRead } from '../client.ts';
import { TakeContract } from '../contracts/take-contract.tsx';
import { QuoteAnswer } from './quote-answer.tsx';
import { QuoteLines } from './quote-lines.tsx';
import css from './quotes.module.css';

/** A quote to whoever has its link, on a phone first: what, for how much, and yes or no. */
export const Component = () => {
  const t = useTexts('sales');
  const { token = '' } = useParams();
  const read = useRead('GET /api/public/quotes/{token}', { token });
  return (
    <ReadFrame read={read} title={t('quote.title')} goneTitle={t('quote.goneTitle')}>
      {(quote) => <Shown quote={quote} token={token} />}
    </ReadFrame>
  );
};

const Shown = ({ quote, token }: { quote: PublicQuote; token: string }) => {
  const t = useTexts('sales');
  return (
    <EntryFrame
      isPaper
      title={quote.operator}
      text={t('quote.offer', { number: formatNo(quote.number) })}
    >
      <div className={css.sheet}>
        <QuoteLines quote={quote} />
      </div>
      {quote.words === '' ? null : <p className={css.words}>{quote.words}</p>}
      {quote.state === 'offered' && !quote.isPast ? (
        <>
          <p className="dim">{t('quote.valid', { on: formatDay(quote.validUntil) })}</p>
          {quote.isOurs ? (
            <p className={css.decided} role="status">
              {t('quote.ours')}
            </p>
          ) : (
            <QuoteAnswer token={token} />
          )}
        </>
      ) : (
        <>
          <p className={css.decided} role="status">
            {quote.isPast
              ? t('quote.past', { on: formatDay(quote.validUntil) })
              : t(`quote.decided.${quote.state}`)}
          </p>
          {quote.hasContract ? <TakeContract token={token} /> : null}
        </>
      )}
      {quote.isHolding ? (
        <a className={css.file} href={addressOf('GET /api/public/quotes/{token}/file', { token })}>
          {t('quote.file')}
        </a>
      ) : null}
      {quote.phone === '' ? null : (
        <p className={css.ask}>
          {t('quote.ask')}{' '}
          <a href={`tel:${quote.phone.replaceAll(/[^+\d]/g, '')}`}>{quote.phone}</a>
        </p>
      )}
    </EntryFrame>
  );
};
