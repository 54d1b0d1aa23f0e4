import { useState } from 'react';
import { Action } from '../../../ui/show/action.tsx';
import { later } from '../../../ui/slot.tsx';
import { useTexts } from '../../../ui/texts.ts';
import css from '../cases/desk.module.css';
import { type Case, useRead } from '../client.ts';
import { AcceptedExit } from './accepted-exit.tsx';
import { ExitDialog } from './exit-dialog.tsx';
import { Settlement } from './settlement.tsx';

const BringNotice = later(async () => (await import('./bring-notice.tsx')).BringNotice);

/** Leaving: what it costs and gives back, the application, what is to be given back, the end. */
export const ExitPart = ({ found }: { found: Case }) => {
  const t = useTexts('retention');
  const { id, state, outcome } = found;
  const { data } = useRead('GET /api/cases/{id}/exit', { id });
  const [open, setOpen] = useState<'exit' | 'notice' | null>(null);
  const close = (): void => setOpen(null);
  if (!data) return null;
  if (state === 'closed' && outcome !== 'left' && outcome !== 'left_part') return null;
  const taken = data.exit?.accounts.map((account) => account.id) ?? [];
  const free = data.accounts.filter((account) => !taken.includes(account.id));
  return (
    <section className={css.part} aria-label={t('exit.title')}>
      <h2>{t('exit.title')}</h2>
      {data.exit ? <AcceptedExit found={found} view={data} exit={data.exit} /> : null}
      {state === 'open' ? (
        <>
          {data.exit ? null : <Settlement view={data} />}
          <div className={css.line}>
            {data.exit && free.length === 0 ? null : (
              <Action
                size="xs"
                disabled={found.reason === null || free.length === 0}
                onClick={() => setOpen('exit')}
              >
                {data.exit ? t('exit.acceptMore') : t('exit.accept')}
              </Action>
            )}
            {found.reason === null && free.length > 0 ? (
              <span className="dim">{t('cases.reasonFirst')}</span>
            ) : null}
            <Action size="xs" variant="subtle" onClick={() => setOpen('notice')}>
              {t('notice.bring')}
            </Action>
          </div>
        </>
      ) : null}
      {open === 'exit' ? (
        <ExitDialog found={found} view={{ ...data, accounts: free }} onClose={close} />
      ) : null}
      {open === 'notice' ? <BringNotice found={found} onClose={close} /> : null}
    </section>
  );
};
