import { Button } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '../../ui/call.ts';
import { notifyProblem } from '../../ui/notify.tsx';
import { Badge } from '../../ui/show/badge.tsx';
import { useTexts } from '../../ui/texts.ts';
import type { api } from '../api.ts';
import { call } from './client.ts';
import type { MailboxDraft } from './mailbox-draft.ts';
import css from './channels.module.css';

type Tried = OutputOf<typeof api, 'POST /api/channels/test'>;

/** Tries what stands in the form, kept or not, and says of each server what is wrong. */
export const TestButton = ({ draft, id }: { draft: MailboxDraft; id: number | null }) => {
  const t = useTexts('channels');
  const [isBusy, setBusy] = useState(false);
  const [tried, setTried] = useState<Tried | null>(null);
  const test = async (): Promise<void> => {
    setBusy(true);
    setTried(null);
    try {
      const { name: _, ...given } = draft;
      setTried(await call('POST /api/channels/test', { ...given, ...(id === null ? {} : { id }) }));
    } catch (failure) {
      notifyProblem(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={css.test}>
      <Button variant="default" loading={isBusy} onClick={() => void test()}>
        {t('mailboxes.test')}
      </Button>
      <div role="status">
        <ul className={css.tried}>
          {tried
            ? (['imap', 'smtp'] as const).map((server) => (
                <li key={server}>
                  {t(`mailboxes.${server}`)}:{' '}
                  {tried[server].trouble === null ? (
                    <Badge tone="green">{t('mailboxes.works')}</Badge>
                  ) : (
                    <>
                      {t(`troubles.${tried[server].trouble}`)}{' '}
                      <span className="dim">{tried[server].words}</span>
                    </>
                  )}
                </li>
              ))
            : null}
        </ul>
      </div>
    </div>
  );
};
