import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatInstant } from '../../../ui/format.ts';
import { notifyDone, notifyProblem } from '../../../ui/notify.tsx';
import { CopyButton } from '../../../ui/show/copy-button.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { memberPaths, type OwnPageOffer, useRead, useWrite } from '../client.ts';
import css from '../loyalty.module.css';
import { SendPageDialog } from './send-page-dialog.tsx';

/** The page on which a subscriber sees their own points: to open, to send, to give a new link. */
export const PagePart = ({ id }: { id: number }) => {
  const { data } = useRead('GET /api/subscribers/{id}/own-page', { id });
  return data ? <Shown id={id} offer={data} /> : null;
};

const Shown = ({ id, offer }: { id: number; offer: OwnPageOffer }) => {
  const t = useTexts('loyalty');
  const [isSending, setSending] = useState(false);
  const renew = useWrite('POST /api/subscribers/{id}/own-page/renew', memberPaths);
  const { path, sent, ways } = offer;
  const renewed = async (): Promise<void> => {
    await renew.mutateAsync({ id });
    notifyDone(t('own.renewed'));
  };
  return (
    <section aria-label={t('own.part')}>
      <h2>{t('own.part')}</h2>
      <p className={css.doings}>
        <a href={path} target="_blank" rel="noreferrer">
          {t('own.look')}
        </a>
        <CopyButton text={window.location.origin + path} size="xs" variant="subtle" />
        <Button size="xs" variant="light" onClick={() => setSending(true)}>
          {t('own.send')}
        </Button>
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          loading={renew.isPending}
          onClick={() => void renewed().catch(notifyProblem)}
        >
          {t('own.renew')}
        </Button>
      </p>
      {sent ? (
        <p className="dim">
          {t('own.sent', { way: t(`own.ways.${sent.way}`), on: formatInstant(sent.at) })}
        </p>
      ) : null}
      {isSending ? <SendPageDialog id={id} ways={ways} onClose={() => setSending(false)} /> : null}
    </section>
  );
};
