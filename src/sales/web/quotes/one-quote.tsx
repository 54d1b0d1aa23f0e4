import { Button } from '@mantine/core';
import { addressOf } from '../../../ui/call.ts';
import { formatDay, formatInstant, formatNo } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { CopyButton } from '../../../ui/show/copy-button.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Deal, dealPaths, type Quote, useWrite } from '../client.ts';
import { QuoteLines } from './quote-lines.tsx';
import css from './quotes.module.css';

const tones = { offered: 'blue', accepted: 'green', declined: 'red', withdrawn: 'gray' } as const;

/** A quote in full, with what became of it. */
export const OneQuote = ({ deal, quote }: { deal: Deal; quote: Quote }) => {
  const t = useTexts('sales');
  const withdraw = useWrite('POST /api/deals/{id}/quotes/{quoteId}/withdraw', dealPaths);
  const { id, state, isPast, acceptedName, declineWords, decidedAt, seenAt, contract } = quote;
  const at = { id: deal.id, quoteId: id };
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
        <span className={css.end} />
        <Button
          size="xs"
          variant="subtle"
          component="a"
          href={addressOf('GET /api/deals/{id}/quotes/{quoteId}/file', at)}
        >
          {t('quotes.file')}
        </Button>
        {contract === null ? null : (
          <Button
            size="xs"
            variant="subtle"
            component="a"
            href={addressOf('GET /api/deals/{id}/quotes/{quoteId}/contract', at)}
          >
            {t('contract.number', { number: contract })}
          </Button>
        )}
        {isOpen ? (
          <>
            <CopyButton size="xs" text={location.origin + quote.path} />
            <Button size="xs" variant="subtle" component="a" href={quote.path} target="_blank">
              {t('quotes.open')}
            </Button>
            <Button
              size="xs"
              variant="subtle"
              color="gray"
              onClick={() => withdraw.mutate(at, failed)}
            >
              {t('quotes.withdraw')}
            </Button>
          </>
        ) : null}
      </div>
      <QuoteLines quote={quote} />
      {acceptedName === '' ? null : <p>{t('quotes.by', { name: acceptedName })}</p>}
      {declineWords === '' ? null : <p>{t('quotes.because', { words: declineWords })}</p>}
      {isOpen ? (
        <p className="dim">{t('quote.valid', { on: formatDay(quote.validUntil) })}</p>
      ) : null}
    </div>
  );
};

const failed = { onError: notifyProblem };
