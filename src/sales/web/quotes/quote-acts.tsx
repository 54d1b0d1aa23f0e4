import { Button } from '@mantine/core';
import { useState } from 'react';
import { addressOf } from '../../../ui/call.ts';
import { CopyButton } from '../../../ui/show/copy-button.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Deal, dealPaths, orderPaths, type Quote, useWrite } from '../client.ts';
import { ReasonDialog } from '../../../ui/form/reason-dialog.tsx';
import { SendDialog } from './send-dialog.tsx';

type Props = { deal: Deal; quote: Quote };

/** What can be done with a quote: its papers, its link, taking it or its acceptance back. */
export const QuoteActs = ({ deal, quote }: Props) => {
  const t = useTexts('sales');
  const at = { id: deal.id, quoteId: quote.id };
  return (
    <>
      <Button
        size="xs"
        variant="subtle"
        component="a"
        href={addressOf('GET /api/deals/{id}/quotes/{quoteId}/file', at)}
      >
        {t('quotes.file')}
      </Button>
      {quote.contract === null ? null : (
        <Button
          size="xs"
          variant="subtle"
          component="a"
          href={addressOf('GET /api/deals/{id}/quotes/{quoteId}/contract', at)}
        >
          {t('contract.number', { number: quote.contract })}
        </Button>
      )}
      {quote.state === 'accepted' && deal.state === 'open' ? <UndoAcceptance at={at} /> : null}
      {quote.state === 'offered' ? <OpenActs at={at} path={quote.path} /> : null}
    </>
  );
};

type At = { at: { id: number; quoteId: number } };

const OpenActs = ({ at, path }: At & { path: string }) => {
  const t = useTexts('sales');
  const withdraw = useWrite('POST /api/deals/{id}/quotes/{quoteId}/withdraw', dealPaths);
  const [isSending, setSending] = useState(false);
  const [isWithdrawing, setWithdrawing] = useState(false);
  return (
    <>
      <Button size="xs" variant="light" onClick={() => setSending(true)}>
        {t('quotes.send')}
      </Button>
      {isSending ? <SendDialog at={at} onClose={() => setSending(false)} /> : null}
      <CopyButton size="xs" text={location.origin + path} />
      <Button size="xs" variant="subtle" component="a" href={path} target="_blank">
        {t('quotes.open')}
      </Button>
      <Button size="xs" variant="subtle" color="gray" onClick={() => setWithdrawing(true)}>
        {t('quotes.withdraw')}
      </Button>
      {isWithdrawing ? (
        <ReasonDialog
          title={t('quotes.withdraw')}
          submitLabel={t('quotes.withdraw')}
          save={(reason) => withdraw.mutateAsync({ ...at, reason })}
          onClose={() => setWithdrawing(false)}
        />
      ) : null}
    </>
  );
};

const UndoAcceptance = ({ at }: At) => {
  const t = useTexts('sales');
  const [isUndoing, setUndoing] = useState(false);
  const undo = useWrite('POST /api/deals/{id}/quotes/{quoteId}/undo', orderPaths);
  return (
    <>
      <Button size="xs" variant="subtle" color="gray" onClick={() => setUndoing(true)}>
        {t('quotes.undo')}
      </Button>
      {isUndoing ? (
        <ReasonDialog
          title={t('quotes.undo')}
          text={t('quotes.undoText')}
          submitLabel={t('quotes.undo')}
          save={(reason) => undo.mutateAsync({ ...at, reason })}
          onClose={() => setUndoing(false)}
        />
      ) : null}
    </>
  );
};
